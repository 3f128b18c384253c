package org.ipsisim.study.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.BarChart;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Fault;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;
import org.ipsisim.study.Objective;
import org.ipsisim.study.StudyReport;

/** An audit in all forms: the answer, the worst faults, the pairs that cost more than their parts, what is weak. */
public final class AuditDocument extends StudyReport {
    private static final int MOST_BARS = 15;
    private static final int MOST_NAMED = 12;
    private static final List<Measure> RANKED = List.of(Measure.CALLS_DROPPED, Measure.OUTAGE, Measure.DEGRADED);
    private static final List<Measure> RANKED_OF_PHONES =
            List.of(Measure.PHONE_TIME_LOST, Measure.LONGEST_PHONE_OUTAGE, Measure.REQUESTS_REFUSED);

    private final Audit audit;
    private final int most;
    private final Objective objective;
    private final List<String> exceeded;
    private final AuditRanking ranking;

    /**
     * Reports an audit.
     *
     * @param most rows of a table of a text, and entries of each ranking of the JSON results
     * @param objective by which random outages are ranked
     * @param command the command line that gives the same again
     * @param exceeded limits, a sentence each
     */
    public AuditDocument(Audit audit, int most, Objective objective, String command, List<String> exceeded) {
        super("audit", "audit", audit.plan().scenario(), command);
        this.audit = audit;
        this.most = most;
        this.objective = objective;
        this.exceeded = List.copyOf(exceeded);
        this.ranking = new AuditRanking(audit);
    }

    @Override
    public List<String> exceeded() {
        return exceeded;
    }

    @Override
    public String headline() {
        if (audit.results().isEmpty()) {
            return "Nothing was tried yet.";
        }
        List<FaultResult> singles = ranking.singles();
        List<FaultResult> pairs = ranking.pairs();
        if (singles.isEmpty() && pairs.isEmpty()) {
            return "Nothing that was tried costs a call or a second of service.";
        }
        long lastingSingles = lasting(1);
        String keep = Words.count(lastingSingles, "single fault")
                + (audit.pairs().isEmpty() ? "" : " and " + Words.count(lasting(2), "pair") + " of others")
                + (lastingSingles == 1 && audit.pairs().isEmpty() ? " keeps" : " keep")
                + (hasPhones() ? " port networks or phones" : " port networks") + " out of service until repaired";
        FaultResult worst = pairs.isEmpty() || !singles.isEmpty() && atLeast(singles.get(0), pairs.get(0))
                ? singles.get(0)
                : pairs.get(0);
        return keep + "; the worst, " + worst.set().name() + " for "
                + Words.duration(worst.worst().length()) + ", drops "
                + Words.count(worst.worst().cost().callsDropped(), "call")
                + " and costs " + RoundedNumbers.time(worst.worst().cost().outage()) + " of service"
                + (hasPhones()
                        ? " and " + RoundedNumbers.time(worst.worst().cost().of(Measure.PHONE_TIME_LOST))
                                + " of phone time."
                        : ".");
    }

    private boolean hasPhones() {
        return measures().hasPhones();
    }

    private Measures measures() {
        return FaultCost.measures(audit.plan().scenario().estate());
    }

    private static boolean atLeast(FaultResult a, FaultResult b) {
        return FaultCost.WORST_FIRST.compare(a.worst(), b.worst()) <= 0;
    }

    private long lasting(int size) {
        return Stream.concat(
                        ranking.lasting().stream().map(AuditRanking.Minimal::result),
                        ranking.lastingForPhones().stream())
                .map(FaultResult::set)
                .filter(set -> set.size() == size)
                .distinct()
                .count();
    }

    @Override
    protected String tried() {
        AuditPlan plan = audit.plan();
        List<String> lengths = plan.lengths().stream().map(Words::duration).toList();
        int elements = plan.elements().size();
        String text = plan.scenario().provenance().file() + ": " + elements
                + " links, sites, servers, " + (hasPhones() ? "session managers, " : "")
                + "control paths and IPSIs, each failing alone"
                + (plan.faults() == 2
                        ? " and in " + Words.count(plan.sets() - elements, "pair") + ", both at once,"
                        : "")
                + " at " + Words.duration(AuditPlan.AT) + " for " + NumberList.joined(lengths) + ": "
                + Words.count(plan.runs(), "run") + " of " + Words.duration(plan.horizon()) + ", seed "
                + plan.scenario().seed();
        if (plan.leftOut() > 0) {
            text += "; " + Words.count(plan.leftOut(), "event") + " of the scenario left out";
        }
        text += ". Service is summed over port networks.";
        return text
                + (plan.isByChance()
                        ? " Heartbeats are lost by chance here: another seed may give other results."
                        : "");
    }

    @Override
    public String missing() {
        return audit.isWhole()
                ? ""
                : "Interrupted: " + Words.count(audit.results().size(), "set") + " of faults of "
                        + Words.grouped(audit.plan().sets()) + " were tried"
                        + (audit.results().size() == audit.plan().sets()
                                ? ", but not all random outages and second faults"
                                : "");
    }

    /** A warning if the longest fault ends before every timer has run out; empty otherwise. */
    private String tooShort() {
        return audit.plan().outlastsTimers()
                ? ""
                : "The longest fault ends before every timer has run out; with a longer one, port networks may fail over"
                        + " instead of staying out.";
    }

    /** Weaknesses of the estate itself: a sentence each. */
    private List<String> weaknesses() {
        EstateFindings findings = audit.findings();
        List<String> sentences = new ArrayList<>();
        for (EstateFindings.Reason reason : EstateFindings.Reason.values()) {
            List<String> names = findings.idleCores().stream()
                    .filter(idle -> idle.reason() == reason)
                    .map(idle -> idle.core().id())
                    .toList();
            if (!names.isEmpty()) {
                sentences.add("No port network can use " + named(names) + ": " + why(reason, names.size() == 1) + ".");
            }
        }
        if (!findings.coreless().isEmpty()) {
            boolean one = findings.coreless().size() == 1;
            sentences.add((one ? "Port network " : "Port networks ") + NumberList.compact(findings.coreless())
                    + (one ? " has" : " have") + " no survivable core on "
                    + (one ? "its list." : "their lists."));
        }
        for (EstateFindings.SharedPoint point : findings.sharedPoints()) {
            sentences.add("Both IPSIs of port network"
                    + (point.portNetworks().size() == 1 ? " " : "s ") + NumberList.compact(point.portNetworks())
                    + " reach the main only over " + point.fault().name() + ".");
        }
        return sentences;
    }

    private static String named(List<String> names) {
        return names.size() <= MOST_NAMED
                ? NumberList.joined(names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private static String why(EstateFindings.Reason reason, boolean one) {
        return switch (reason) {
            case NO_COMMUNITY ->
                (one ? "it is" : "they are") + " local only, and no port network is in " + (one ? "its" : "their")
                        + " community";
            case NO_WAY ->
                "no links join " + (one ? "it" : "them") + " to one that could list " + (one ? "it" : "them");
            case OUTRANKED -> "seven better ones are on every list, whatever fails";
        };
    }

    @Override
    protected void tell(Document document) {
        document.section("Weaknesses of the estate itself").paragraphs(weaknesses());
        List<FaultResult> drawn = new ArrayList<>(Lists.first(ranking.singles(), MOST_BARS));
        drawn.addAll(Lists.first(ranking.pairs(), MOST_BARS));
        if (!drawn.isEmpty()) {
            document.section("The worst faults")
                    .chart(
                            "worst",
                            () -> chart(drawn),
                            "Bars of calls dropped and time without service, single faults first, then pairs",
                            "The worst single faults, then the worst pairs.");
        }
        if (!audit.yearly().isEmpty()) {
            document.section("Random outages by their expected cost in a year")
                    .table(yearly())
                    .note(rates());
        }
        document.section("The worst single faults")
                .table(worst(ranking.singles()))
                .section("The worst pairs")
                .table(worst(ranking.pairs()))
                .section("Pairs that cost more than their two faults apart")
                .table(more(ranking.more()));
        if (!audit.later().isEmpty()) {
            document.section("Second faults during a failover or a return that cost more than the two apart")
                    .table(more(ranking.moreLater())
                            .words("during the", pair -> pair.set().moment().words()))
                    .note(later());
        }
        document.section("Failures that keep port networks out of service until they are repaired")
                .table(lasting())
                .note(ranking.lasting().isEmpty() ? "" : tooShort());
        if (hasPhones()) {
            document.section("Failures that keep SIP phones out of service until they are repaired")
                    .table(ranked(ranking.lastingForPhones())
                            .name("faults", result -> result.set().name())
                            .ink(Ink.BOLD)
                            .number("phones", result -> result.ofLongest().phonesOut()));
        }
        document.section("Failures that split the estate into separate systems").table(fragmenting());
    }

    private static Document.Image chart(List<FaultResult> worst) {
        return BarChart.of(
                "worst",
                "The worst faults",
                "Each for its costliest length; all port networks added up.",
                worst.stream()
                        .map(result -> result.set().name() + ", "
                                + Words.duration(result.worst().length()))
                        .toList(),
                List.of(
                        panel("calls dropped", false, worst, Cost::callsDropped),
                        panel("time without service", true, worst, Cost::outage)),
                List.of());
    }

    private static BarChart.Panel panel(
            String axis, boolean isTime, List<FaultResult> worst, ToLongFunction<Cost> value) {
        return BarChart.Panel.of(
                axis,
                isTime,
                worst.stream()
                        .map(result ->
                                BarChart.Bar.of(value.applyAsLong(result.worst().cost())))
                        .toList());
    }

    private <R> Table<R> ranked(List<R> results) {
        return Table.of(results).showing(most, "--top N shows more");
    }

    private Table<FaultResult> worst(List<FaultResult> results) {
        Table<FaultResult> table = ranked(results)
                .name("fault", result -> result.set().name())
                .ink(Ink.VERMILION)
                .words("for", result -> Words.duration(result.worst().length()))
                .number("calls dropped", result -> result.worst().cost().callsDropped())
                .number(
                        "no service",
                        result -> RoundedNumbers.time(result.worst().cost().outage()))
                .words(
                        "pn out until repair",
                        result -> NumberList.compact(result.worst().out()));
        return hasPhones()
                ? table.number(
                                "phone time",
                                result -> RoundedNumbers.time(
                                        result.worst().cost().of(Measure.PHONE_TIME_LOST)))
                        .number(
                                "longest",
                                result -> RoundedNumbers.time(
                                        result.worst().cost().of(Measure.LONGEST_PHONE_OUTAGE)))
                        .number(
                                "phones out until repair",
                                result -> result.worst().phonesOut())
                : table;
    }

    private Table<YearlyCost> yearly() {
        return ranked(ranking.yearly(objective))
                .name("outage of", each -> each.set().name())
                .ink(Ink.VERMILION)
                .number("a year", each -> shown(each.outages()))
                .words("mean", each -> Words.duration(each.repair().mean().toMillis()))
                .number("cost a year", each -> objective.shown(each.inYear(objective::of)))
                .number("calls dropped", each -> shown(inYear(each, Measure.CALLS_DROPPED)))
                .number("no service", each -> RoundedNumbers.time(Math.round(inYear(each, Measure.OUTAGE))));
    }

    private static String shown(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static double inYear(YearlyCost each, Measure measure) {
        return each.inYear(cost -> cost.of(measure));
    }

    /** Where the rates and the costs of random outages come from. */
    private String rates() {
        return "Rates are those of `random-outages`: a year of 365 days has as many outages as the mean time between failures and"
                + " the mean repair together fit into it. The cost of an outage is the mean of " + YearlyCost.LENGTHS
                + " lengths, equally probable by the law of its repair, each run alone. Cost: " + objective + ".";
    }

    /** What second faults are. */
    private String later() {
        return "All faults last " + Words.duration(audit.plan().longest())
                + ". The second one strikes while the first port network"
                + " that fails over restarts under its core, or while the first one that returns restarts under the main: "
                + Words.count(audit.later().size(), "course") + " of two faults"
                + (audit.laterLeftOut() == 0
                        ? "."
                        : ", the first ones being those that part the most port networks from the main; "
                                + Words.count(audit.laterLeftOut(), "fault")
                                + " with a failover left out.");
    }

    private Table<FaultResult> more(List<FaultResult> pairs) {
        Table<FaultResult> table = ranked(pairs)
                .name("pair", pair -> pair.set().name())
                .ink(Ink.VERMILION)
                .words("for", pair -> Words.duration(ranking.excess(pair).length()))
                .number(
                        "more calls dropped",
                        pair -> ranking.excess(pair).cost().callsDropped())
                .number(
                        "more time without service",
                        pair -> RoundedNumbers.time(ranking.excess(pair).cost().outage()));
        return hasPhones()
                ? table.number(
                        "more phone time",
                        pair -> RoundedNumbers.time(ranking.excess(pair).cost().of(Measure.PHONE_TIME_LOST)))
                : table;
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
        Table<Row> table = Table.of(rows)
                .name("fault", row -> row.first().name())
                .name("kind", row -> row.first().element().key())
                .name("second", row -> row.second(Fault::name))
                .name("secondKind", row -> row.second(fault -> fault.element().key()))
                .seconds("for", row -> row.cost.length());
        Measure.columns(table, row -> row.cost.cost(), measures().list())
                .words("out", row -> NumberList.compact(row.cost.out()))
                .number("systems", row -> row.cost.systems());
        return hasPhones() ? table.number("phonesOut", row -> row.cost.phonesOut()) : table;
    }

    /** Each ranking has its first entries; the minimal sets are all there. Times are seconds. */
    @Override
    public void json(Json json) {
        AuditPlan plan = audit.plan();
        EstateFindings findings = audit.findings();
        head(json)
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
                        Lists.first(ranking.singles(), most),
                        (row, result) -> cost(row, result, result.worst()))
                .rows(
                        "worstPairs",
                        Lists.first(ranking.pairs(), most),
                        (row, result) -> cost(row, result, result.worst()))
                .rows(
                        "moreThanParts",
                        Lists.first(ranking.more(), most),
                        (row, pair) -> cost(row, pair, ranking.excess(pair)))
                .text("objective", objective.toString())
                .rows("yearly", Lists.first(ranking.yearly(objective), most), (row, each) -> yearly(row, each))
                .number("laterFaults", audit.later().size())
                .number("laterLeftOut", audit.laterLeftOut())
                .rows(
                        "moreLater",
                        Lists.first(ranking.moreLater(), most),
                        (row, pair) -> cost(row, pair, ranking.excess(pair))
                                .text("strikes", pair.set().moment().key())
                                .seconds("after", pair.set().delay()))
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
        if (hasPhones()) {
            json.rows(
                    "lastingForPhones",
                    ranking.lastingForPhones(),
                    (row, result) -> faults(row, result.set())
                            .number("phonesOut", result.ofLongest().phonesOut()));
        }
    }

    private static Json faults(Json row, FaultSet set) {
        return row.list("faults", set.faults().stream().map(Fault::name).toList());
    }

    private Json yearly(Json row, YearlyCost each) {
        return faults(row, each.set())
                .number("outages", objective.plain(each.outages()))
                .seconds("meanRepairSeconds", each.repair().mean().toMillis())
                .number("objective", objective.plain(each.inYear(objective::of)))
                .number("callsDropped", objective.plain(inYear(each, Measure.CALLS_DROPPED)))
                .seconds("outageSeconds", Math.round(inYear(each, Measure.OUTAGE)));
    }

    private Json cost(Json row, FaultResult result, FaultCost cost) {
        Measure.write(faults(row, result.set()).seconds("for", cost.length()), cost.cost(), RANKED);
        if (hasPhones()) {
            Measure.write(row, cost.cost(), RANKED_OF_PHONES).number("phonesOut", cost.phonesOut());
        }
        return row;
    }
}
