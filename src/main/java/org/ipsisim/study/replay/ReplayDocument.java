package org.ipsisim.study.replay;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.Table;
import org.ipsisim.estate.Fallback;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.BarChart;
import org.ipsisim.report.page.SvgTimeline;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Objective;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.Subjects;

/** Replayed outages in all forms: the answer, the totals, and each outage on its own. */
public final class ReplayDocument extends StudyReport {
    private static final int MOST_BARS = 20;

    /** The timelines of so many outages are drawn. */
    private static final int MOST_DRAWN = 8;

    /** An outage is drawn if it costs any of these. */
    private static final List<Measure> CHARTED =
            List.of(Measure.OUTAGE, Measure.CALLS_DROPPED, Measure.PHONE_TIME_LOST);

    /** What the costs of single outages are. */
    private static final String EACH = "Each outage on its own: what overlaps is counted once in the totals.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Replay replay;
    private final Objective objective;

    /**
     * Reports a replay.
     *
     * @param objective says which setting is better
     * @param command the command line that gives the same again
     */
    public ReplayDocument(Replay replay, Objective objective, String command) {
        super("replay", "replayed outages", replay.plan().a().scenario(), command);
        this.replay = replay;
        this.objective = objective;
    }

    @Override
    public String headline() {
        if (!replay.isBegun()) {
            return "Nothing was run.";
        }
        Cost a = replay.all().sum();
        String answer = Words.count(replay.plan().incidents().size(), "recorded outage") + " would have cost "
                + (a.equals(a.measures().none()) ? "nothing" : costs(a)) + "." + margin() + polled();
        return replay.all().otherSum().map(b -> answer + " " + saved(a, b)).orElse(answer);
    }

    private static String costs(Cost cost) {
        String phones = cost.measures().hasPhones()
                ? "; " + Words.duration(cost.of(Measure.PHONE_TIME_LOST)) + " of phone time lost"
                : "";
        return Words.duration(cost.outage()) + " of outage, "
                + Words.count(cost.callsDropped(), "call") + " dropped and "
                + Words.count(cost.of(Measure.FAILOVERS), "failover") + ", summed over the port networks"
                + phones;
    }

    /** How long outages were that dropped no call, and how short one that did; empty if all did, or none. */
    private String margin() {
        Comparator<Replay.Outage> byLength =
                Comparator.comparingLong(outage -> replay.plan().lengthOf(outage.incident()));
        Optional<Replay.Outage> harmless =
                replay.outages().stream().filter(each -> !dropsCalls(each)).max(byLength);
        Optional<Replay.Outage> harmful =
                replay.outages().stream().filter(ReplayDocument::dropsCalls).min(byLength);
        return !replay.isWhole() || harmless.isEmpty() || harmful.isEmpty()
                ? ""
                : " The longest that drops no call lasts " + length(harmless.get()) + ", the shortest that drops any "
                        + length(harmful.get()) + ".";
    }

    private static boolean dropsCalls(Replay.Outage outage) {
        return outage.costs().sum().callsDropped() > 0;
    }

    /** What a poller leaves open: how early something changed before it was seen. */
    private String polled() {
        if (replay.bounds().isEmpty()) {
            return "";
        }
        Cost least = replay.bounds().get(0).sum();
        Cost most = replay.bounds().get(1).sum();
        String every = Words.duration(replay.plan().resolution().toMillis());
        return " Polled every " + every + ", an outage may have begun, and ended, up to " + every
                + " before the record says: at least " + costs(least) + "; at most " + costs(most) + ".";
    }

    private String saved(Cost a, Cost b) {
        long outage = a.outage() - b.outage();
        long calls = a.callsDropped() - b.callsDropped();
        return "With " + NumberList.joined(againstSettings()) + " it would have been "
                + (outage == 0
                        ? "as much outage and "
                        : Words.duration(Math.abs(outage)) + (outage < 0 ? " more" : " less") + " of outage and ")
                + (calls == 0
                        ? "as many calls"
                        : Words.count(Math.abs(calls), "call") + (calls < 0 ? " more" : " fewer"))
                + " dropped.";
    }

    /** What the objective says. */
    private String judged() {
        double a = objective.of(replay.all().sum());
        String stated = "Objective, the less the better: " + objective + ". ";
        return replay.all()
                .otherSum()
                .map(b -> stated + "The other setting is " + objective.verdict(a, objective.of(b)) + ".")
                .orElse(a == 0 ? "" : stated + "Its value: " + objective.shown(a) + ".");
    }

    /** What is different about the other setting. */
    private List<String> againstSettings() {
        return replay.plan().b().map(b -> b.settingsBeyond(replay.plan().a())).orElse(List.of());
    }

    @Override
    protected String tried() {
        return replay.plan().a().scenario().provenance().file() + ": from "
                + time(replay.plan().from()) + ", "
                + Words.duration(replay.plan().duration().toMillis()) + "; times are those of "
                + replay.plan().zone() + "; seed "
                + replay.plan().a().scenario().seed() + ".";
    }

    /** A note if nothing ever returns port networks to the main; empty otherwise. */
    private String stays() {
        boolean stays = replay.plan().a().scenario().estate().fallback() instanceof Fallback.Manual
                && replay.all().sum().of(Measure.FAILOVERS) > 0;
        return stays
                ? "The totals are those of one run in which nothing returns a port network to the main once a core has it:"
                        + " later outages find it there. `fallback.auto-return` lets it return."
                : "";
    }

    @Override
    public String missing() {
        return replay.isWhole()
                ? ""
                : "Interrupted: " + replay.outages().size() + " of "
                        + Words.count(replay.plan().incidents().size(), "outage") + " are done on their own";
    }

    /** A time in the zone of the replay. */
    private String time(Instant instant) {
        return TIME.format(instant.atZone(replay.plan().zone()));
    }

    /** The year in which all outages began, as {@link #time} writes it; empty if there were several. */
    private Optional<String> year() {
        List<String> years = replay.outages().stream()
                .map(outage -> time(outage.incident().start()).replaceFirst("-.*", ""))
                .distinct()
                .toList();
        return years.size() == 1 ? Optional.of(years.get(0)) : Optional.empty();
    }

    /** How long an outage lasted. */
    private String length(Replay.Outage outage) {
        return (outage.incident().end().isEmpty() ? ">" : "")
                + Words.duration(replay.plan().lengthOf(outage.incident()));
    }

    /** The port networks that an outage struck. */
    private String struck(Replay.Outage outage) {
        List<Integer> numbers = replay.struck(outage.costs().a());
        List<String> names = new ArrayList<>(replay.struckPhones(outage.costs().a()));
        if (!numbers.isEmpty()) {
            names.add(0, NumberList.compact(numbers));
        }
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    @Override
    protected void tell(Document document) {
        if (!replay.isBegun()) {
            return;
        }
        document.section("Totals").table(totals()).note(judged()).note(stays()).section("Each outage");
        List<Costly> costly = costly();
        if (!costly.isEmpty()) {
            document.chart(
                    "outages",
                    () -> chart(costly),
                    "Bars of time without service and calls dropped for each outage, the costliest first",
                    replay.plan().b().isPresent()
                            ? "Each outage on its own; the numbers are those of both settings where they differ."
                            : "Each outage on its own.");
        }
        document.table(outages()).note(EACH);
        if (!costly.isEmpty()) {
            document.section("The costliest outages");
        }
        int most = Math.min(MOST_DRAWN, costly.size());
        for (int i = 0; i < most; i++) {
            String id = "outage" + (i + 1);
            Replay.Outage outage = costly.get(i).outage;
            document.svg(() -> SvgTimeline.inline(Timeline.of(replay.plan().run(outage.incident())), id), told(outage));
        }
    }

    /** What the record says of an outage, and whom it struck. */
    private String told(Replay.Outage outage) {
        Incident incident = outage.incident();
        return incident.element() + " in line " + incident.line() + " of the record, " + time(incident.start())
                + ", for " + length(outage) + ". Port networks and phones struck: " + struck(outage) + ".";
    }

    /** What something cost with each setting. */
    private record Pair(Cost a, Optional<Cost> b) {
        static Pair of(Replay.Costs costs) {
            return new Pair(costs.sum(), costs.otherSum());
        }

        long saved(Measure measure) {
            return a.of(measure) - b.orElseThrow().of(measure);
        }

        long most(Measure measure) {
            return Math.max(a.of(measure), b.map(measure::of).orElse(0L));
        }
    }

    /** An outage that cost something with either setting. */
    private record Costly(Replay.Outage outage, Pair costs) {
        private BarChart.Bar bar(Measure measure) {
            return new BarChart.Bar(
                    costs.a.of(measure),
                    costs.b.map(b -> OptionalLong.of(b.of(measure))).orElse(OptionalLong.empty()));
        }
    }

    /** The outages that cost something, those with the most time without service first. */
    private List<Costly> costly() {
        return replay.outages().stream()
                .map(outage -> new Costly(outage, Pair.of(outage.costs())))
                .filter(each -> CHARTED.stream().anyMatch(measure -> each.costs.most(measure) > 0))
                .sorted(Comparator.comparingLong((Costly each) -> each.costs.most(Measure.OUTAGE))
                        .thenComparingLong(each -> each.costs.most(Measure.CALLS_DROPPED))
                        .thenComparingLong(each -> each.costs.most(Measure.PHONE_TIME_LOST))
                        .reversed())
                .toList();
    }

    private Document.Image chart(List<Costly> costly) {
        List<Costly> shown = Lists.first(costly, MOST_BARS);
        int all = replay.outages().size();
        String which = costly.size() > shown.size()
                ? "The " + shown.size() + " costliest of " + all + " outages"
                : costly.size() == all ? "All outages" : costly.size() + " of " + all + " outages cost something";
        return BarChart.of(
                "outages",
                "What each outage cost",
                which + ", the costliest first; all port networks added up.",
                shown.stream().map(each -> name(each.outage)).toList(),
                panels(shown),
                replay.plan().b().isEmpty()
                        ? List.of()
                        : List.of("unchanged", "with " + String.join(", ", againstSettings())));
    }

    private List<BarChart.Panel> panels(List<Costly> shown) {
        List<BarChart.Panel> panels = new ArrayList<>(List.of(
                panel("time without service", shown, Measure.OUTAGE),
                panel("calls dropped", shown, Measure.CALLS_DROPPED)));
        if (replay.plan().measures().hasPhones()) {
            panels.add(panel(Measure.PHONE_TIME_LOST.words(), shown, Measure.PHONE_TIME_LOST));
        }
        return panels;
    }

    private static BarChart.Panel panel(String axis, List<Costly> costly, Measure measure) {
        return BarChart.Panel.of(
                axis,
                measure.isTime(),
                costly.stream().map(each -> each.bar(measure)).toList());
    }

    private String name(Replay.Outage outage) {
        return time(outage.incident().start()) + "  "
                + outage.incident().target().name() + ", " + length(outage);
    }

    /** Adds what it cost; with the other setting, what that would have saved. */
    private <R> Table<R> costs(Table<R> table, Function<R, Pair> costs) {
        table.number("outage", row -> Words.duration(costs.apply(row).a.outage()))
                .number("calls", row -> costs.apply(row).a.callsDropped());
        boolean hasPhones = replay.plan().measures().hasPhones();
        if (hasPhones) {
            table.number("phones", row -> Words.duration(costs.apply(row).a.of(Measure.PHONE_TIME_LOST)));
        }
        if (replay.plan().b().isEmpty()) {
            return table.number("failovers", row -> costs.apply(row).a.of(Measure.FAILOVERS));
        }
        table.number("saves", row -> time(costs.apply(row).saved(Measure.OUTAGE)))
                .number("and calls", row -> costs.apply(row).saved(Measure.CALLS_DROPPED));
        return hasPhones
                ? table.number("and phones", row -> time(costs.apply(row).saved(Measure.PHONE_TIME_LOST)))
                : table;
    }

    private static String time(long saved) {
        return (saved < 0 ? "-" : "") + Words.duration(Math.abs(saved));
    }

    private record Total(String name, Pair costs) {}

    private Table<Total> totals() {
        List<Total> totals = new ArrayList<>();
        Subjects subjects = replay.plan().subjects();
        int shown = subjects.size() - subjects.sessionManagers().size();
        for (int i = 0; i < Math.min(shown, replay.all().a().size()); i++) {
            int subject = i;
            totals.add(new Total(
                    subjects.names().get(subject),
                    new Pair(replay.all().a().get(subject), replay.all().b().map(b -> b.get(subject)))));
        }
        totals.add(new Total("all", Pair.of(replay.all())));
        return costs(Table.of(totals).name("pn", Total::name).ink(Ink.BOLD), Total::costs);
    }

    private Table<Replay.Outage> outages() {
        Optional<String> year = year();
        Table<Replay.Outage> table = Table.of(replay.outages())
                .name(year.map(all -> "in " + all).orElse("from"), outage -> {
                    String time = time(outage.incident().start());
                    return year.map(all -> time.substring(all.length() + 1)).orElse(time);
                })
                .ink(Ink.BOLD)
                .name("what", outage -> outage.incident().target().name())
                .number("for", this::length)
                .name("struck", this::struck);
        return costs(table, outage -> Pair.of(outage.costs()));
    }

    private record Line(Optional<Replay.Outage> outage, String setting, String pn, Cost cost) {}

    /**
     * A row for each outage, setting and port network, population of phones or session manager, then the totals with an empty start. Times are in seconds; starts
     * are UTC.
     */
    @Override
    public Table<?> rows() {
        List<Line> lines = new ArrayList<>();
        for (Replay.Outage outage : replay.outages()) {
            add(Optional.of(outage), outage.costs(), lines);
        }
        add(Optional.empty(), replay.all(), lines);
        Table<Line> table = Table.of(lines)
                .name(
                        "start",
                        line -> line.outage
                                .map(outage -> outage.incident().start().toString())
                                .orElse(""))
                .name(
                        "element",
                        line -> line.outage
                                .map(outage -> outage.incident().target().name())
                                .orElse(""))
                .number(
                        "lengthSeconds",
                        line -> line.outage
                                .<Object>map(outage ->
                                        Words.decimalSeconds(replay.plan().lengthOf(outage.incident())))
                                .orElse(""))
                .name("setting", Line::setting)
                .name("pn", Line::pn);
        return Measure.columns(table, Line::cost, replay.plan().measures().shown());
    }

    private void add(Optional<Replay.Outage> outage, Replay.Costs costs, List<Line> lines) {
        add(outage, "a", costs.a(), lines);
        costs.b().ifPresent(b -> add(outage, "b", b, lines));
    }

    private void add(Optional<Replay.Outage> outage, String setting, List<Cost> costs, List<Line> lines) {
        List<String> names = replay.plan().subjects().names();
        for (int i = 0; i < costs.size(); i++) {
            lines.add(new Line(outage, setting, names.get(i), costs.get(i)));
        }
    }

    /** Lengths are seconds with at most three decimals; times are UTC. */
    @Override
    public void json(Json json) {
        head(json)
                .rowOf("set", replay.plan().a().settings())
                .rowOf("against", againstSettings())
                .number("seed", replay.plan().a().scenario().seed())
                .text("start", replay.plan().from().toString())
                .seconds("durationSeconds", replay.plan().duration().toMillis())
                .flag("whole", replay.isWhole())
                .row("objective", row -> {
                    row.text("sum", objective.toString())
                            .number(
                                    "a",
                                    objective.plain(objective.of(replay.all().sum())));
                    replay.all().otherSum().ifPresent(b -> row.number("b", objective.plain(objective.of(b))));
                });
        if (!replay.bounds().isEmpty()) {
            json.seconds("resolutionSeconds", replay.plan().resolution().toMillis())
                    .row(
                            "least",
                            row -> Measure.write(row, replay.bounds().get(0).sum()))
                    .row(
                            "most",
                            row -> Measure.write(row, replay.bounds().get(1).sum()));
        }
        write(json, replay.all()).objects("outages", replay.outages(), this::write);
    }

    private void write(Json json, Replay.Outage outage) {
        Incident incident = outage.incident();
        json.text("start", incident.start().toString())
                .seconds("lengthSeconds", replay.plan().lengthOf(incident))
                .flag("ended", incident.end().isPresent())
                .text("element", incident.element())
                .text("target", incident.target().name())
                .number("line", incident.line());
        write(json, outage.costs());
    }

    private Json write(Json json, Replay.Costs costs) {
        Subjects subjects = replay.plan().subjects();
        List<String> names = subjects.names();
        int phones = subjects.portNetworks().size();
        int sessionManagers = phones + subjects.populations().size();
        write(
                json,
                "portNetworks",
                costs,
                0,
                phones,
                (row, pn) -> row.number("pn", subjects.portNetworks().get(pn)));
        if (replay.plan().measures().hasPhones()) {
            write(json, "populations", costs, phones, sessionManagers, (row, i) -> row.text("name", names.get(i)));
            write(
                    json,
                    "sessionManagers",
                    costs,
                    sessionManagers,
                    names.size(),
                    (row, i) -> row.text("name", names.get(i)));
        }
        return json;
    }

    private static void write(
            Json json, String key, Replay.Costs costs, int from, int to, BiConsumer<Json, Integer> name) {
        List<Integer> places =
                IntStream.range(from, Math.min(to, costs.a().size())).boxed().toList();
        json.objects(key, places, (object, place) -> {
            name.accept(object, place);
            object.row("a", row -> Measure.write(row, costs.a().get(place)));
            costs.b().ifPresent(b -> object.row("b", row -> Measure.write(row, b.get(place))));
        });
    }
}
