package org.ipsisim.study.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
import org.ipsisim.history.Subject;
import org.ipsisim.history.Words;
import org.ipsisim.report.TimelineDrawing;
import org.ipsisim.report.TimelineRow;
import org.ipsisim.report.page.TimelineImage;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.ClusterNames;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Objective;
import org.ipsisim.study.StudyReport;

/** A comparison in all forms: the answer, what is set differently, where the runs diverge and why, totals. */
public final class ComparisonDocument extends StudyReport {
    private static final int MOST_CHANGES = 30;
    private static final int MOST_DRAWN = 8;
    private static final int MOST_DRAWN_ON_PAGE = 16;
    private static final int MOST_TOLD = 4;

    private final Comparison comparison;
    private final Objective objective;
    private final ComparisonWords words;
    private final ComparisonData data;
    private final List<Group> groups;

    /** Port networks that fare alike in each of the two runs, and diverge for the same reason. */
    private record Group(List<Compared<Integer, PnHistory>> members) {
        Compared<Integer, PnHistory> first() {
            return members.get(0);
        }

        /** The numbers as tables write them: {@code 1-5, 7}. */
        String numbers() {
            return NumberList.compact(members.stream().map(Compared::key).toList());
        }
    }

    private record Likeness(
            Optional<List<PnSpan>> a, Optional<List<PnSpan>> b, Optional<Long> at, Optional<Compared.Cause> cause) {
        static Likeness of(Compared<Integer, PnHistory> pn) {
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
        this.data = new ComparisonData(comparison, objective);
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
        List<Compared<String, PopulationHistory>> phones = comparison.phones();
        if (phones.isEmpty()) {
            return;
        }
        boolean differs = phones.stream().anyMatch(Compared::differs);
        Table<Compared<String, PopulationHistory>> table = Table.of(
                        differs ? phones : List.<Compared<String, PopulationHistory>>of())
                .name("phones", Compared::key);
        document.section("Where the phones diverge")
                .table(diverging(table, each -> each, ComparisonWords::phonesInRun));
        phones.stream()
                .filter(each -> each.divergence()
                        .filter(divergence -> !divergence.chain().isEmpty())
                        .isPresent())
                .limit(MOST_TOLD)
                .forEach(each -> tell(
                        each.key(),
                        Subject.phones(each.key()),
                        each.cause().orElseThrow(),
                        each.divergence().orElseThrow(),
                        document));
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        long different =
                comparison.portNetworks().stream().filter(Compared::differs).count();
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

    private Moments moments() {
        return comparison.moments();
    }

    /** The timelines of those that fare differently; of all, if all fare alike. */
    private Timeline timeline() {
        Naming naming = group -> group.first().key() + (group.members().size() > 1 ? "+" : "");
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
                "A and B over time",
                "",
                moments().axis(),
                moments(),
                rows,
                Timeline.of(a).marks(),
                List.of());
    }

    private Table<Group> differences() {
        boolean differs = comparison.portNetworks().stream().anyMatch(Compared::differs);
        Table<Group> table = Table.of(differs ? groups : List.<Group>of()).words("pn", Group::numbers);
        return diverging(table, Group::first, words::inRun);
    }

    /**
     * Adds the columns that say where the runs diverge, and why.
     *
     * @param inRun what happens at the first difference, in the second run if true
     */
    private <R, C extends Compared<?, ?>> Table<R> diverging(
            Table<R> table, Function<R, C> compared, BiFunction<C, Boolean, String> inRun) {
        return table.number("from", row -> from(compared.apply(row)))
                .ink(row -> compared.apply(row).differs() ? Ink.VERMILION : Ink.PLAIN)
                .words("in A", row -> inRun(compared.apply(row), false, inRun))
                .words("in B", row -> inRun(compared.apply(row), true, inRun))
                .words(
                        "because of",
                        row -> compared.apply(row)
                                .cause()
                                .map(ComparisonDocument::brief)
                                .orElse(""));
    }

    private String from(Compared<?, ?> compared) {
        return compared.isInBoth()
                ? compared.divergence()
                        .map(first -> moments().exact(first.at()))
                        .orElse("never")
                : moments().exact(0);
    }

    private static <C extends Compared<?, ?>> String inRun(
            C compared, boolean b, BiFunction<C, Boolean, String> inRun) {
        if (!compared.isInBoth()) {
            return (b ? compared.b() : compared.a()).isPresent() ? "there" : "not there";
        }
        return compared.divergence().isPresent() ? inRun.apply(compared, b) : "";
    }

    /** Without the part of the keys that most have in common. */
    private static String brief(Compared.Cause cause) {
        return ComparisonWords.because(cause).replace("timers.", "");
    }

    private void tell(Group group, Divergence divergence, Document document) {
        tell(
                "pn " + group.numbers(),
                Subject.pn(group.first().key()),
                group.first().cause().orElseThrow(),
                divergence,
                document);
    }

    private void tell(String name, Subject own, Compared.Cause cause, Divergence divergence, Document document) {
        History history = comparison.side(divergence).history();
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

    /** One row for each port network and measure, then rows for {@code all} added up. */
    @Override
    public Table<?> rows() {
        return data.rows();
    }

    /** Times are seconds with at most three decimals. */
    @Override
    public void json(Json json) {
        data.json(json, words.headline());
    }
}
