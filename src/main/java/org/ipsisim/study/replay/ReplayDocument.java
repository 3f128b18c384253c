package org.ipsisim.study.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.BarChart;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.StudyReport;

/** Replayed outages in all forms: the answer, the totals, and each outage on its own. */
public final class ReplayDocument implements StudyReport {
    private static final int MOST_BARS = 20;

    private final Replay replay;
    private final String command;
    private final ReplayWords words;

    /** @param command the command line that gives the same again */
    public ReplayDocument(Replay replay, String command) {
        this.replay = replay;
        this.command = command;
        this.words = new ReplayWords(replay);
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String missing() {
        return words.missing();
    }

    @Override
    public Document document() {
        Document document = new Document(
                        "replayed outages", replay.plan().a().scenario().title(), words.headline())
                .note(words.tried())
                .warning(words.missing());
        if (!replay.isBegun()) {
            return document;
        }
        document.section("Totals").table(totals()).note(words.stays()).section("Each outage");
        List<Costly> costly = costly();
        if (!costly.isEmpty()) {
            document.chart(
                    "outages.png",
                    () -> chart(costly),
                    "Bars of time without service and calls dropped for each outage, the costliest first",
                    replay.b().isPresent()
                            ? "Each outage on its own; the numbers are those of both settings where they differ."
                            : "Each outage on its own.");
        }
        return document.table(outages())
                .note(ReplayWords.EACH)
                .section("Run it again")
                .code(command);
    }

    /** What something cost with each setting. */
    private record Costs(PnTotals a, Optional<PnTotals> b) {
        static Costs of(Cost a, Optional<Cost> b) {
            return new Costs(a.totals(), b.map(Cost::totals));
        }

        String outageSaved() {
            long saved = a.outage() - b.orElseThrow().outage();
            return (saved < 0 ? "-" : "") + Words.duration(Math.abs(saved));
        }

        long callsSaved() {
            return a.callsDropped() - b.orElseThrow().callsDropped();
        }
    }

    /** An outage that cost something with either setting. */
    private record Costly(Replay.Outage outage, Costs costs) {
        private static final Comparator<Costly> MOST_FIRST = Comparator.comparingLong(
                        (Costly each) -> each.most(PnTotals::outage))
                .thenComparingLong(each -> each.most(PnTotals::callsDropped))
                .reversed();

        private long most(ToLongFunction<PnTotals> measure) {
            long a = measure.applyAsLong(costs.a);
            return costs.b.map(b -> Math.max(a, measure.applyAsLong(b))).orElse(a);
        }

        private BarChart.Bar bar(ToLongFunction<PnTotals> measure) {
            return new BarChart.Bar(
                    measure.applyAsLong(costs.a),
                    costs.b.map(b -> OptionalLong.of(measure.applyAsLong(b))).orElse(OptionalLong.empty()));
        }
    }

    private static Costs costs(Replay.Outage outage) {
        return Costs.of(Replay.sum(outage.a()), outage.b().map(Replay::sum));
    }

    /** The outages that cost something, those with the most time without service first. */
    private List<Costly> costly() {
        return replay.outages().stream()
                .map(outage -> new Costly(outage, costs(outage)))
                .filter(each -> each.most(PnTotals::outage) > 0 || each.most(PnTotals::callsDropped) > 0)
                .sorted(Costly.MOST_FIRST)
                .toList();
    }

    private byte[] chart(List<Costly> costly) throws IOException {
        List<Costly> shown = Lists.first(costly, MOST_BARS);
        int all = replay.outages().size();
        String which = costly.size() > shown.size()
                ? "The " + shown.size() + " costliest of " + all + " outages"
                : costly.size() == all ? "All outages" : costly.size() + " of " + all + " outages cost something";
        return BarChart.render(
                "outages.png",
                "What each outage cost",
                which + ", the costliest first; all port networks added up.",
                shown.stream().map(each -> name(each.outage)).toList(),
                List.of(
                        BarChart.Panel.of(
                                "time without service",
                                true,
                                shown.stream()
                                        .map(each -> each.bar(PnTotals::outage))
                                        .toList()),
                        BarChart.Panel.of(
                                "calls dropped",
                                false,
                                shown.stream()
                                        .map(each -> each.bar(PnTotals::callsDropped))
                                        .toList())),
                replay.b().isEmpty()
                        ? List.of()
                        : List.of("unchanged", "with " + String.join(", ", words.againstSettings())));
    }

    private String name(Replay.Outage outage) {
        return words.time(outage.incident().start()) + "  "
                + outage.incident().target().name() + ", " + words.length(outage);
    }

    /** Adds what it cost; with the other setting, what that would have saved. */
    private <R> Table<R> costs(Table<R> table, Function<R, Costs> costs) {
        table.number("outage", row -> Words.duration(costs.apply(row).a.outage()))
                .number("calls", row -> costs.apply(row).a.callsDropped());
        return replay.b().isEmpty()
                ? table.number("failovers", row -> costs.apply(row).a.failovers())
                : table.number("saves", row -> costs.apply(row).outageSaved())
                        .number("and calls", row -> costs.apply(row).callsSaved());
    }

    private record Total(String name, Costs costs) {}

    private Table<Total> totals() {
        List<Total> totals = new ArrayList<>();
        replay.a()
                .forEach((number, cost) -> totals.add(new Total(
                        number.toString(), Costs.of(cost, replay.b().map(b -> b.get(number))))));
        totals.add(new Total("all", Costs.of(Replay.sum(replay.a()), replay.b().map(Replay::sum))));
        return costs(Table.of(totals).name("pn", Total::name).ink(Ink.BOLD), Total::costs);
    }

    private Table<Replay.Outage> outages() {
        Optional<String> year = words.year();
        Table<Replay.Outage> table = Table.of(replay.outages())
                .name(year.map(all -> "in " + all).orElse("from"), outage -> {
                    String time = words.time(outage.incident().start());
                    return year.map(all -> time.substring(all.length() + 1)).orElse(time);
                })
                .ink(Ink.BOLD)
                .name("what", outage -> outage.incident().target().name())
                .number("for", words::length)
                .name("struck", outage -> ReplayWords.struck(outage.a()));
        return costs(
                table, outage -> Costs.of(Replay.sum(outage.a()), outage.b().map(Replay::sum)));
    }

    private record Line(Optional<Replay.Outage> outage, String setting, int pn, Cost cost) {}

    /**
     * A row for each outage, setting and port network, then the totals with an empty start. Times are in seconds; starts
     * are UTC.
     */
    @Override
    public Table<?> rows() {
        List<Line> lines = new ArrayList<>();
        for (Replay.Outage outage : replay.outages()) {
            add(Optional.of(outage), outage.a(), outage.b(), lines);
        }
        add(Optional.empty(), replay.a(), replay.b(), lines);
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
                .number("pn", Line::pn);
        return Measure.columns(table, Line::cost);
    }

    private static void add(
            Optional<Replay.Outage> outage, Map<Integer, Cost> a, Optional<Map<Integer, Cost>> b, List<Line> lines) {
        a.forEach((pn, cost) -> lines.add(new Line(outage, "a", pn, cost)));
        b.ifPresent(other -> other.forEach((pn, cost) -> lines.add(new Line(outage, "b", pn, cost))));
    }

    /** Lengths are seconds with at most three decimals; times are UTC. */
    @Override
    public void json(Json json) {
        json.text("study", "replay")
                .text("headline", words.headline())
                .text("title", replay.plan().a().scenario().title())
                .text("file", replay.plan().a().scenario().provenance().file())
                .rowOf("set", replay.plan().a().settings())
                .rowOf("against", replay.b().isEmpty() ? List.of() : words.againstSettings())
                .number("seed", replay.plan().a().scenario().seed())
                .text("start", replay.plan().from().toString())
                .seconds("durationSeconds", replay.plan().duration().toMillis())
                .flag("whole", replay.isWhole())
                .objects("portNetworks", replay.a().keySet(), (pn, number) -> write(pn, number, replay.a(), replay.b()))
                .objects("outages", replay.outages(), this::write);
    }

    private void write(Json json, Replay.Outage outage) {
        Incident incident = outage.incident();
        json.text("start", incident.start().toString())
                .seconds("lengthSeconds", replay.plan().lengthOf(incident))
                .flag("ended", incident.end().isPresent())
                .text("element", incident.element())
                .text("target", incident.target().name())
                .number("line", incident.line())
                .objects(
                        "portNetworks", outage.a().keySet(), (pn, number) -> write(pn, number, outage.a(), outage.b()));
    }

    private static void write(Json json, int number, Map<Integer, Cost> a, Optional<Map<Integer, Cost>> b) {
        json.number("pn", number).row("a", row -> Measure.write(row, a.get(number)));
        b.ifPresent(other -> json.row("b", row -> Measure.write(row, other.get(number))));
    }
}
