package org.ipsisim.study.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.BarChart;
import org.ipsisim.study.Fault;
import org.ipsisim.study.StudyReport;

/** An audit in all forms: the answer, the worst faults, the pairs that cost more than their parts, what is weak. */
public final class AuditDocument implements StudyReport {
    private static final int MOST_BARS = 15;

    private final Audit audit;
    private final int most;
    private final String command;
    private final List<String> exceeded;
    private final AuditRanking ranking;
    private final AuditWords words;

    /**
     * Reports an audit.
     *
     * @param most rows of a table of a text, and entries of each ranking of the JSON results
     * @param command the command line that gives the same again
     * @param exceeded limits, a sentence each
     */
    public AuditDocument(Audit audit, int most, String command, List<String> exceeded) {
        this.audit = audit;
        this.most = most;
        this.command = command;
        this.exceeded = List.copyOf(exceeded);
        this.ranking = new AuditRanking(audit);
        this.words = new AuditWords(audit, ranking);
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String missing() {
        return words.missing();
    }

    @Override
    public List<String> exceeded() {
        return exceeded;
    }

    @Override
    public Document document() {
        Document document = new Document("audit", audit.plan().scenario().title(), words.headline())
                .note(words.tried())
                .warning(words.missing());
        List<FaultResult> drawn = new ArrayList<>(first(ranking.singles(), MOST_BARS));
        drawn.addAll(first(ranking.pairs(), MOST_BARS));
        if (!drawn.isEmpty()) {
            document.section("The worst faults")
                    .chart(
                            "worst.png",
                            () -> chart(drawn),
                            "Bars of calls dropped and time without service, single faults first, then pairs",
                            "The worst single faults, then the worst pairs.");
        }
        return document.section("The worst single faults")
                .table(worst(ranking.singles()))
                .section("The worst pairs")
                .table(worst(ranking.pairs()))
                .section("Pairs that cost more than their two faults apart")
                .table(more())
                .section("Failures that keep port networks out of service until they are repaired")
                .table(lasting())
                .note(ranking.lasting().isEmpty() ? "" : words.tooShort())
                .section("Failures that split the estate into separate systems")
                .table(fragmenting())
                .section("Weaknesses of the estate itself")
                .paragraphs(words.weaknesses())
                .section("Run it again")
                .code(command);
    }

    private static byte[] chart(List<FaultResult> worst) throws IOException {
        return BarChart.render(
                "worst.png",
                "The worst faults",
                "Each for its costliest length; all port networks added up.",
                worst.stream()
                        .map(result -> result.set().name() + ", "
                                + Words.duration(result.worst().length()))
                        .toList(),
                List.of(
                        panel("calls dropped", false, worst, FaultCost::callsDropped),
                        panel("time without service", true, worst, FaultCost::outage)),
                List.of());
    }

    private static BarChart.Panel panel(
            String axis, boolean isTime, List<FaultResult> worst, ToLongFunction<FaultCost> value) {
        return BarChart.Panel.of(
                axis,
                isTime,
                worst.stream()
                        .map(result -> BarChart.Bar.of(value.applyAsLong(result.worst())))
                        .toList());
    }

    private <R> Table<R> ranked(List<R> results) {
        return Table.of(results).showing(most, "--top N shows more");
    }

    private Table<FaultResult> worst(List<FaultResult> results) {
        return ranked(results)
                .name("fault", result -> result.set().name())
                .ink(Ink.VERMILION)
                .words("for", result -> Words.duration(result.worst().length()))
                .number("calls dropped", result -> result.worst().callsDropped())
                .number(
                        "no service",
                        result -> RoundedNumbers.time(result.worst().outage()))
                .words(
                        "pn out until repair",
                        result -> NumberList.compact(result.worst().portNetworksOut()));
    }

    private Table<FaultResult> more() {
        return ranked(ranking.more())
                .name("pair", pair -> pair.set().name())
                .ink(Ink.VERMILION)
                .words("for", pair -> Words.duration(ranking.excess(pair).length()))
                .number("more calls dropped", pair -> ranking.excess(pair).callsDropped())
                .number(
                        "more time without service",
                        pair -> RoundedNumbers.time(ranking.excess(pair).outage()));
    }

    private Table<AuditRanking.Minimal> lasting() {
        return ranked(ranking.lasting())
                .name("faults", set -> set.result().set().name())
                .ink(Ink.BOLD)
                .words("pn", set -> NumberList.compact(set.portNetworks()));
    }

    private Table<FaultResult> fragmenting() {
        return ranked(ranking.fragmenting())
                .name("faults", result -> result.set().name())
                .ink(Ink.BOLD)
                .words("from", result -> Words.duration(fragmenting(result).length()))
                .number("systems", result -> fragmenting(result).systems());
    }

    private static FaultCost fragmenting(FaultResult result) {
        return result.costs().stream().filter(FaultCost::fragments).findFirst().orElseThrow();
    }

    private record Row(FaultSet set, FaultCost cost) {
        Fault first() {
            return set.faults().get(0);
        }

        String second(Function<Fault, String> what) {
            return set.size() > 1 ? what.apply(set.faults().get(1)) : "";
        }
    }

    /**
     * One row for each set of faults and length, in the order of the plan; {@code second} and {@code secondKind} are empty
     * for a single fault, {@code out} lists the port networks that are out at the end of the faults, {@code systems} is the
     * most clusters under which port networks are in service at one time. Times are in seconds.
     */
    @Override
    public Table<?> rows() {
        List<Row> rows = new ArrayList<>();
        audit.results().forEach(result -> result.costs().forEach(cost -> rows.add(new Row(result.set(), cost))));
        return Table.of(rows)
                .name("fault", row -> row.first().name())
                .name("kind", row -> row.first().element().key())
                .name("second", row -> row.second(Fault::name))
                .name("secondKind", row -> row.second(fault -> fault.element().key()))
                .seconds("for", row -> row.cost.length())
                .number("callsDropped", row -> row.cost.callsDropped())
                .seconds("outageSeconds", row -> row.cost.outage())
                .seconds("degradedSeconds", row -> row.cost.degraded())
                .number("failovers", row -> row.cost.failovers())
                .words("out", row -> NumberList.compact(row.cost.portNetworksOut()))
                .number("systems", row -> row.cost.systems());
    }

    /** Each ranking has its first entries; the minimal sets are all there. Times are seconds. */
    @Override
    public void json(Json json) {
        AuditPlan plan = audit.plan();
        EstateFindings findings = audit.findings();
        json.text("study", "audit")
                .text("headline", words.headline())
                .text("title", plan.scenario().title())
                .text("file", plan.scenario().provenance().file())
                .number("seed", plan.scenario().seed())
                .number("faultsAtOnce", plan.faults())
                .list(
                        "durations",
                        plan.lengths().stream().map(Words::decimalSeconds).toList())
                .seconds("at", AuditPlan.AT)
                .seconds("durationSeconds", plan.horizon())
                .number("elements", plan.elements().size())
                .number("sets", plan.sets())
                .number("runs", plan.runs())
                .number("eventsLeftOut", plan.leftOut())
                .flag("outlastsTimers", plan.outlastsTimers())
                .flag("whole", audit.isWhole())
                .rows(
                        "worstSingles",
                        first(ranking.singles(), most),
                        (row, result) -> cost(row, result, result.worst()))
                .rows("worstPairs", first(ranking.pairs(), most), (row, result) -> cost(row, result, result.worst()))
                .rows(
                        "moreThanParts",
                        first(ranking.more(), most),
                        (row, pair) -> cost(row, pair, ranking.excess(pair)))
                .rows(
                        "lasting",
                        ranking.lasting(),
                        (row, minimal) ->
                                faults(row, minimal.result().set()).list("portNetworks", minimal.portNetworks()))
                .rows(
                        "fragmenting",
                        ranking.fragmenting(),
                        (row, result) -> faults(row, result.set())
                                .seconds("from", fragmenting(result).length())
                                .number("systems", fragmenting(result).systems()))
                .rows(
                        "idleCores",
                        findings.idleCores(),
                        (row, idle) -> row.number("cluster", idle.core().cluster())
                                .text("because", idle.reason().key()))
                .list("coreless", findings.coreless())
                .rows(
                        "sharedPoints",
                        findings.sharedPoints(),
                        (row, point) ->
                                row.text("fault", point.fault().name()).list("portNetworks", point.portNetworks()));
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private static Json faults(Json row, FaultSet set) {
        return row.list("faults", set.faults().stream().map(Fault::name).toList());
    }

    private static void cost(Json row, FaultResult result, FaultCost cost) {
        faults(row, result.set())
                .seconds("for", cost.length())
                .number("callsDropped", cost.callsDropped())
                .seconds("outageSeconds", cost.outage())
                .seconds("degradedSeconds", cost.degraded());
    }
}
