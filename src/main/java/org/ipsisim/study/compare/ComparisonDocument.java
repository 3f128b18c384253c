package org.ipsisim.study.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.document.Document;
import org.ipsisim.document.Figure;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.Table;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SipHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.TimelineDrawing;
import org.ipsisim.report.TimelineRow;
import org.ipsisim.report.page.TimelineImage;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.ClusterNames;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;
import org.ipsisim.study.Objective;
import org.ipsisim.study.StudyReport;

/** A comparison in all forms: the answer, what is set differently, where the runs diverge and why, totals. */
public final class ComparisonDocument extends StudyReport {
    private static final int MOST_CHANGES = 30;
    private static final int MOST_DRAWN = 8;
    private static final int MOST_DRAWN_ON_PAGE = 16;
    private static final int MOST_TOLD = 4;

    /** What a population of phones costs. */
    private static final Measures OF_PHONES =
            new Measures(Measure.PHONE_TIME_LOST, Measure.LONGEST_PHONE_OUTAGE, Measure.PHONES_AFFECTED);

    private final Comparison comparison;
    private final Objective objective;
    private final ComparisonWords words;
    private final List<Group> groups;

    /** Port networks that fare alike in each of the two runs, and diverge for the same reason. */
    private record Group(List<PnComparison> members) {
        PnComparison first() {
            return members.get(0);
        }

        /** The numbers as tables write them: {@code 1-5, 7}. */
        String numbers() {
            return NumberList.compact(members.stream().map(PnComparison::number).toList());
        }
    }

    private record Likeness(
            Optional<List<PnSpan>> a, Optional<List<PnSpan>> b, Optional<Long> at, Optional<PnComparison.Cause> cause) {
        static Likeness of(PnComparison pn) {
            return new Likeness(
                    pn.a().map(PnHistory::timeline),
                    pn.b().map(PnHistory::timeline),
                    pn.divergence().map(Divergence::at),
                    pn.cause());
        }
    }

    /**
     * Reports a comparison.
     *
     * @param objective says which of the two is better
     * @param command the command line that gives the same again
     */
    public ComparisonDocument(Comparison comparison, Objective objective, String command) {
        super("compare", "comparison", comparison.a().history().scenario(), command);
        this.comparison = comparison;
        this.objective = objective;
        this.words = new ComparisonWords(comparison);
        this.groups = Lists.alike(comparison.portNetworks(), Likeness::of).stream()
                .map(Group::new)
                .toList();
    }

    @Override
    public String headline() {
        return words.headline();
    }

    @Override
    protected String tried() {
        return words.common();
    }

    @Override
    protected void introduce(Document document) {
        document.figures(figures())
                .labelled("A", ComparisonWords.name(comparison.a()))
                .labelled("B", ComparisonWords.name(comparison.b()));
    }

    @Override
    protected void tell(Document document) {
        document.section("Settings that differ")
                .table(changes())
                .section("Timeline")
                .chart(
                        "timeline",
                        () -> new TimelineImage(timeline()),
                        "Timeline, scrolls sideways",
                        "The port networks that fare differently, over time, in A and in B. Upright lines: events of the"
                                + " scenario in A.");
        List<TimelineRow> drawn = different(MOST_DRAWN, TimelineRow::new, "pn ", Group::numbers);
        if (!drawn.isEmpty()) {
            document.drawing(
                    page -> new TimelineDrawing(drawn, comparison.a().history().mainCluster(), moments()).write(page));
        }
        document.section("Where the runs diverge").table(differences());
        groups.stream()
                .filter(group -> group.first().divergence().isPresent()
                        && !group.first().divergence().get().chain().isEmpty())
                .limit(MOST_TOLD)
                .forEach(group -> tell(group, group.first().divergence().get(), document));
        tellPhones(document);
        document.section("Totals, all port networks added up").table(totals()).note(meanings());
    }

    private void tellPhones(Document document) {
        List<PhonesComparison> phones = comparison.phones();
        if (phones.isEmpty()) {
            return;
        }
        boolean differs = phones.stream().anyMatch(PhonesComparison::differs);
        document.section("Where the phones diverge")
                .table(Table.of(differs ? phones : List.<PhonesComparison>of())
                        .name("phones", PhonesComparison::name)
                        .number("from", this::from)
                        .ink(each -> each.differs() ? Ink.VERMILION : Ink.PLAIN)
                        .words("in A", each -> inRun(each, false))
                        .words("in B", each -> inRun(each, true))
                        .words(
                                "because of",
                                each -> each.cause()
                                        .map(ComparisonDocument::brief)
                                        .orElse("")));
        phones.stream()
                .filter(each -> each.divergence()
                        .filter(divergence -> !divergence.chain().isEmpty())
                        .isPresent())
                .limit(MOST_TOLD)
                .forEach(each -> tell(
                        each.name(),
                        Subject.phones(each.name()),
                        each.cause().orElseThrow(),
                        each.divergence().orElseThrow(),
                        document));
    }

    private String from(PhonesComparison phones) {
        return phones.a().isPresent() && phones.b().isPresent()
                ? phones.divergence().map(first -> moments().exact(first.at())).orElse("never")
                : moments().exact(0);
    }

    private static String inRun(PhonesComparison phones, boolean b) {
        if (phones.a().isEmpty() || phones.b().isEmpty()) {
            return (b ? phones.b() : phones.a()).isPresent() ? "there" : "not there";
        }
        return phones.divergence().isPresent() ? ComparisonWords.inRun(phones, b) : "";
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        long different =
                comparison.portNetworks().stream().filter(PnComparison::differs).count();
        if (!comparison.portNetworks().isEmpty()) {
            figures.add(new Figure(
                    "Port networks that fare differently",
                    different + " of " + comparison.portNetworks().size()));
        }
        List<Measure> measures = new ArrayList<>();
        if (!comparison.portNetworks().isEmpty()) {
            measures.addAll(List.of(Measure.CALLS_DROPPED, Measure.CANNOT_DIAL, Measure.FAILOVERS));
        }
        if (!comparison.phones().isEmpty()) {
            measures.addAll(List.of(Measure.PHONE_TIME_LOST, Measure.LONGEST_PHONE_OUTAGE, Measure.PEAK_REQUESTS));
        }
        for (Measure measure : measures) {
            String a = measure.shown(comparison.a().cost());
            String b = measure.shown(comparison.b().cost());
            figures.add(new Figure(Words.capital(measure.words()), a.equals(b) ? a : a + " → " + b));
        }
        return figures;
    }

    private Table<Change> changes() {
        return Table.of(comparison.changes())
                .words("key", Change::key)
                .words("A", change -> orDash(change.a()))
                .words("B", change -> orDash(change.b()))
                .showing(MOST_CHANGES, "the JSON output has them all");
    }

    private static String orDash(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private interface RowMaker<T> {
        T row(String label, List<PnSpan> spans);
    }

    private interface Naming {
        String of(Group group);
    }

    /** The timelines of the first groups that fare differently, A above B. */
    private <T> List<T> different(int most, RowMaker<T> maker, String noun, Naming naming) {
        List<T> rows = new ArrayList<>();
        groups.stream().filter(group -> group.first().differs()).limit(most).forEach(group -> {
            String name = " " + noun + naming.of(group);
            group.first().a().ifPresent(pn -> rows.add(maker.row("A" + name, pn.timeline())));
            group.first().b().ifPresent(pn -> rows.add(maker.row("B" + name, pn.timeline())));
        });
        return rows;
    }

    /** The moments of the longer run. */
    private Moments moments() {
        History a = comparison.a().history();
        return new Moments(
                a.scenario().clock(),
                Math.max(a.duration(), comparison.b().history().duration()));
    }

    /** The timelines of those that fare differently; of all, if all fare alike. */
    private Timeline timeline() {
        Naming naming = group -> group.first().number() + (group.members().size() > 1 ? "+" : "");
        History a = comparison.a().history();
        ClusterNames names = ClusterNames.of(a);
        List<BandRow> rows =
                different(MOST_DRAWN_ON_PAGE, (name, spans) -> BandRow.of(name, spans, names), "PN ", naming);
        if (rows.isEmpty()) {
            groups.forEach(group -> group.first()
                    .a()
                    .ifPresent(pn -> rows.add(BandRow.of("A=B PN " + naming.of(group), pn.timeline(), names))));
        }
        return new Timeline(
                a.scenario().title(),
                words.headline(),
                moments().axis(),
                moments(),
                rows,
                Timeline.of(a).marks(),
                List.of());
    }

    private Table<Group> differences() {
        boolean differs = comparison.portNetworks().stream().anyMatch(PnComparison::differs);
        return Table.of(differs ? groups : List.<Group>of())
                .words("pn", Group::numbers)
                .number("from", group -> from(group.first()))
                .ink(group -> group.first().differs() ? Ink.VERMILION : Ink.PLAIN)
                .words("in A", group -> inRun(group.first(), false))
                .words("in B", group -> inRun(group.first(), true))
                .words(
                        "because of",
                        group -> group.first()
                                .cause()
                                .map(ComparisonDocument::brief)
                                .orElse(""));
    }

    private static boolean isInBoth(PnComparison pn) {
        return pn.a().isPresent() && pn.b().isPresent();
    }

    private String from(PnComparison pn) {
        return isInBoth(pn)
                ? pn.divergence().map(first -> moments().exact(first.at())).orElse("never")
                : moments().exact(0);
    }

    private String inRun(PnComparison pn, boolean b) {
        if (!isInBoth(pn)) {
            return (b ? pn.b() : pn.a()).isPresent() ? "there" : "not there";
        }
        return pn.divergence().isPresent() ? words.inRun(pn, b) : "";
    }

    /** Without the part of the keys that most have in common. */
    private static String brief(PnComparison.Cause cause) {
        return ComparisonWords.because(cause).replace("timers.", "");
    }

    private void tell(Group group, Divergence divergence, Document document) {
        tell(
                "pn " + group.numbers(),
                Subject.pn(group.first().number()),
                group.first().cause().orElseThrow(),
                divergence,
                document);
    }

    private void tell(String name, Subject own, PnComparison.Cause cause, Divergence divergence, Document document) {
        History history = side(divergence).history();
        document.section("What led to the difference for " + name + ", in " + (divergence.inB() ? "B" : "A"))
                .table(Table.of(divergence.chain())
                        .number("at", entry -> moments().exact(entry.at()))
                        .name(
                                "who",
                                entry -> entry.subject().equals(own)
                                        ? name
                                        : entry.subject().name())
                        .words("what", history::textOf))
                .paragraphs(Lists.first(cause.changes(), MOST_TOLD).stream()
                        .map(Change::inWords)
                        .toList());
    }

    private Comparison.Side side(Divergence divergence) {
        return divergence.inB() ? comparison.b() : comparison.a();
    }

    private record Total(String name, String a, String b, String difference) {}

    private Table<Total> totals() {
        List<Total> totals = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            add(
                    measure.words(),
                    measure,
                    measure.of(comparison.a().cost()),
                    measure.of(comparison.b().cost()),
                    totals);
        }
        add(
                "server interchanges",
                Measure.FAILOVERS,
                comparison.a().history().serverInterchanges(),
                comparison.b().history().serverInterchanges(),
                totals);
        double a = objective.of(comparison.a().cost());
        double b = objective.of(comparison.b().cost());
        if (a != 0 || b != 0) {
            totals.add(new Total(
                    "objective", objective.shown(a), objective.shown(b), a == b ? "0" : objective.signed(b - a)));
        }
        return Table.of(totals)
                .name("", Total::name)
                .number("A", Total::a)
                .number("B", Total::b)
                .number("B - A", Total::difference)
                .ink(total -> total.difference.equals("0") ? Ink.PLAIN : Ink.VERMILION);
    }

    private static void add(String name, Measure measure, long a, long b, List<Total> totals) {
        if (a != 0 || b != 0) {
            totals.add(new Total(name, measure.shown(a), measure.shown(b), measure.signed(b - a)));
        }
    }

    private String meanings() {
        double most = Math.max(
                objective.of(comparison.a().cost()), objective.of(comparison.b().cost()));
        String sum = most > 0 ? " Objective, the less the better: " + objective + "." : "";
        return Stream.of(Measure.CANNOT_DIAL, Measure.NEEDLESS_FAILOVERS, Measure.DEAD_TIME, Measure.PHONE_TIME_LOST)
                .filter(measure -> measure.of(comparison.a().cost())
                                + measure.of(comparison.b().cost())
                        > 0)
                .map(Measure::meaning)
                .collect(Collectors.joining(" "))
                .concat(sum);
    }

    private record Line(String pn, Measure measure, Optional<Cost> a, Optional<Cost> b, Optional<Long> from) {
        Object value(Optional<Cost> cost) {
            return cost.<Object>map(there -> measure.plain(measure.of(there))).orElse("");
        }

        Object difference() {
            return a.isPresent() && b.isPresent() ? measure.plain(measure.of(b.get()) - measure.of(a.get())) : "";
        }
    }

    /**
     * One row for each port network and measure, then rows for {@code all} added up: its value in each run, empty if that
     * run has no such port network, {@code b} minus {@code a}, and the first difference in seconds from the start.
     */
    @Override
    public Table<?> rows() {
        List<Line> lines = new ArrayList<>();
        for (PnComparison pn : comparison.portNetworks()) {
            lines(
                    String.valueOf(pn.number()),
                    pn.a().map(there -> Cost.of(there, comparison.a().history())),
                    pn.b().map(there -> Cost.of(there, comparison.b().history())),
                    pn.divergence().map(Divergence::at),
                    lines);
        }
        for (PhonesComparison phones : comparison.phones()) {
            lines(
                    phones.name(),
                    phones.a().map(ComparisonDocument::cost),
                    phones.b().map(ComparisonDocument::cost),
                    phones.divergence().map(Divergence::at),
                    lines);
        }
        lines(
                "all",
                Optional.of(comparison.a().cost()),
                Optional.of(comparison.b().cost()),
                Optional.empty(),
                lines);
        return Table.of(lines)
                .name("pn", Line::pn)
                .name("measure", line -> line.measure.jsonName())
                .number("a", line -> line.value(line.a))
                .number("b", line -> line.value(line.b))
                .number("difference", Line::difference)
                .number(
                        "from",
                        line -> line.from.<Object>map(Words::decimalSeconds).orElse(""));
    }

    private static Cost cost(PopulationHistory phones) {
        return OF_PHONES.of(new SipHistory(List.of(phones), List.of(), List.of()));
    }

    private static void lines(String pn, Optional<Cost> a, Optional<Cost> b, Optional<Long> from, List<Line> lines) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        Stream.concat(a.stream(), b.stream())
                .forEach(cost -> measures.addAll(
                        cost.measures() == OF_PHONES
                                ? OF_PHONES.list()
                                : cost.measures().shown()));
        measures.forEach(measure -> lines.add(new Line(pn, measure, a, b, from)));
    }

    /** Times are seconds with at most three decimals. */
    @Override
    public void json(Json json) {
        json.in(moments())
                .text("study", "compare")
                .text("headline", words.headline())
                .flag("differs", comparison.differs())
                .row(
                        "objective",
                        row -> row.text("sum", objective.toString())
                                .number(
                                        "a",
                                        objective.plain(
                                                objective.of(comparison.a().cost())))
                                .number(
                                        "b",
                                        objective.plain(
                                                objective.of(comparison.b().cost()))))
                .object("a", side -> write(side, comparison.a()))
                .object("b", side -> write(side, comparison.b()))
                .rows(
                        "changes",
                        comparison.changes(),
                        (row, change) -> row.text("key", change.key())
                                .text("a", change.a())
                                .text("b", change.b()))
                .objects("portNetworks", comparison.portNetworks(), this::write);
        if (!comparison.phones().isEmpty()) {
            json.objects("populations", comparison.phones(), this::writePhones);
        }
    }

    private void writePhones(Json json, PhonesComparison phones) {
        json.text("name", phones.name()).flag("differs", phones.differs());
        phones.divergence().ifPresent(divergence -> {
            json.moment("from", divergence.at())
                    .text("a", ComparisonWords.inRun(phones, false))
                    .text("b", ComparisonWords.inRun(phones, true))
                    .text("chainOf", divergence.inB() ? "b" : "a")
                    .rows(
                            "chain",
                            divergence.chain(),
                            (row, entry) -> write(row, entry, side(divergence).history()));
        });
        phones.cause().ifPresent(cause -> writeCause(json, cause));
        json.object("totals", totals -> {
            phones.a().ifPresent(in -> totals.row("a", row -> Measure.write(row, cost(in), OF_PHONES.list())));
            phones.b().ifPresent(in -> totals.row("b", row -> Measure.write(row, cost(in), OF_PHONES.list())));
        });
    }

    private static void writeCause(Json json, PnComparison.Cause cause) {
        json.rowOf("becauseOf", cause.changes().stream().map(Change::key).toList())
                .flag("eachAlone", cause.alone());
    }

    private static void write(Json json, Comparison.Side side) {
        History history = side.history();
        json.text("title", history.scenario().title())
                .text("file", history.scenario().provenance().file())
                .rowOf("settings", side.variant().settings())
                .number("seed", history.scenario().seed())
                .seconds("durationSeconds", history.duration())
                .number("serverInterchanges", history.serverInterchanges())
                .row("totals", totals -> Measure.write(totals, side.cost()));
    }

    private void write(Json json, PnComparison pn) {
        json.number("pn", pn.number()).flag("differs", pn.differs());
        pn.divergence().ifPresent(divergence -> write(json, pn, divergence));
        pn.cause().ifPresent(cause -> writeCause(json, cause));
        json.object("totals", totals -> {
            pn.a()
                    .ifPresent(in -> totals.row(
                            "a",
                            row -> Measure.write(row, Cost.of(in, comparison.a().history()))));
            pn.b()
                    .ifPresent(in -> totals.row(
                            "b",
                            row -> Measure.write(row, Cost.of(in, comparison.b().history()))));
        });
    }

    private void write(Json json, PnComparison pn, Divergence divergence) {
        History history = side(divergence).history();
        json.moment("from", divergence.at())
                .row("a", row -> write(row, pn.a().orElseThrow().spanAt(divergence.at())))
                .row("b", row -> write(row, pn.b().orElseThrow().spanAt(divergence.at())))
                .text("chainOf", divergence.inB() ? "b" : "a")
                .rows("chain", divergence.chain(), (row, entry) -> write(row, entry, history));
    }

    private static void write(Json row, TraceEntry entry, History history) {
        row.number("id", entry.id())
                .moment("at", entry.at())
                .text("type", entry.what().type())
                .text("subject", entry.subject().name())
                .number("cause", entry.cause())
                .text("text", history.textOf(entry));
    }

    private static void write(Json row, PnSpan span) {
        row.text("state", span.state().key()).number("controller", span.controller());
    }
}
