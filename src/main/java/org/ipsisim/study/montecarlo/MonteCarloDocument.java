package org.ipsisim.study.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.Table;
import org.ipsisim.estate.Fallback;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.CurveChart;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Objective;
import org.ipsisim.study.StudyReport;

/** Many runs under outages by chance in all forms: the answer, how likely resets and failovers are, what they cost. */
public final class MonteCarloDocument extends StudyReport {
    private static final double SECOND = 1000;
    private static final double THOUSAND = 1000;
    private static final int CHART_HEIGHT = 270;
    private static final int MOST_STEPS = 500;

    /** The quantile up to which a chart shows the outage of a run. */
    private static final double SHOWN = 0.999;

    /** What the intervals are. */
    private static final String INTERVALS =
            "Intervals are of 95% confidence: for shares Wilson's, or exact where few runs have it or few have it not; for"
                    + " means Student's on a logarithmic scale, and none where fewer than " + Sample.FEW
                    + " runs have any; for percentiles between order statistics.";

    private final MonteCarlo study;
    private final MonteCarloData data;

    /** @param command the command line that gives the same again */
    public MonteCarloDocument(MonteCarlo study, String command) {
        super("monte-carlo", "outages by chance", study.plan().a().scenario(), command);
        this.study = study;
        this.data = new MonteCarloData(study);
    }

    @Override
    public String headline() {
        if (study.runs() == 0) {
            return "Nothing was run.";
        }
        String phones = phonesInWords();
        if (!hasPortNetworks()) {
            return study.plan().b().isEmpty() ? phones : comparison() + judged() + " " + phones;
        }
        Forecast all = study.all();
        Interval failovers = all.of(Measure.FAILOVERS).shareAboveZero();
        if (all.outage().largest() == 0) {
            Interval any = all.outage().shareAboveZero();
            String none = "None of " + Words.count(study.runs(), "run") + " of " + duration()
                    + " has any outage: with 95% confidence at most " + Estimates.percent(any.high())
                    + " of the runs would.";
            none = phones.isEmpty() ? none : none + " " + phones;
            return study.plan().b().isEmpty() ? none : comparison() + judged() + " " + none;
        }
        String answer = (study.plan().b().isEmpty() ? "" : "Unchanged, ") + Estimates.percent(failovers.estimate())
                + " of the runs of " + duration() + " have at least one failover (95% confidence: "
                + Estimates.range(failovers) + "). An average run has "
                + Estimates.time(all.outage().mean().estimate()) + " of outage over all port networks"
                + (all.outage().mean().isBounded() ? "" : " (too few runs have one to say how sure that is)")
                + " and "
                + Estimates.number(all.of(Measure.CALLS_DROPPED).mean().estimate())
                + " dropped calls: an availability of " + Estimates.availability(all) + "."
                + (phones.isEmpty() ? "" : " " + phones);
        return study.plan().b().isEmpty() ? answer : comparison() + judged() + " " + answer;
    }

    private boolean hasPortNetworks() {
        return !study.plan().portNetworks().isEmpty();
    }

    /** What SIP phones have to expect, in a sentence; empty without phones. */
    private String phonesInWords() {
        List<Forecast> phones = study.phones();
        if (phones.isEmpty()) {
            return "";
        }
        Forecast all = phones.get(phones.size() - 1);
        Interval share = all.lost().shareAboveZero();
        return "SIP phones lose " + Estimates.time(all.lost().mean().estimate())
                + " of phone time in an average run of "
                + duration() + ", and any at all in " + Estimates.percent(share.estimate())
                + " of the runs: an availability of "
                + Estimates.availability(all) + ".";
    }

    /** How the other setting does, in a sentence. */
    private String comparison() {
        Interval outage = overall();
        String with = "With " + NumberList.joined(againstSettings());
        if (study.runs() == 1) {
            return with + " the only run has " + lessOrMore(outage) + " outage, which says nothing about others.";
        }
        if (!outage.isBounded()) {
            return with + " too few runs have another outage to tell a difference: "
                    + Estimates.signedTime(outage.estimate()) + " on average.";
        }
        if (!outage.excludesZero()) {
            return with + " these runs show no difference in outage: " + Estimates.signedTime(outage.estimate())
                    + " on average (" + Estimates.timeRange(outage) + ").";
        }
        Interval calls = hasPortNetworks() ? change(Forecast.ALL, Measure.CALLS_DROPPED) : outage;
        return with + " a run has " + lessOrMore(outage) + " outage on average (95% confidence: "
                + Estimates.timeRange(outage) + ")"
                + (hasPortNetworks() && calls.isBounded() && calls.excludesZero()
                        ? " and " + Estimates.number(Math.abs(calls.estimate()))
                                + (calls.estimate() < 0 ? " fewer" : " more") + " dropped calls"
                        : "")
                + ".";
    }

    /** What the objective says of the other setting. */
    private String judged() {
        Interval difference = study.objectiveDifference().mean().times(1 / THOUSAND);
        Objective objective = study.plan().objective();
        if (study.runs() == 1) {
            return "";
        }
        if (!difference.isBounded()) {
            return " By the objective it is " + objective.signed(difference.estimate())
                    + " on average, of too few runs that differ.";
        }
        String word = !difference.excludesZero() ? "no different" : difference.estimate() < 0 ? "better" : "worse";
        return " By the objective (" + objective + ") it is " + word + ": " + objective.signed(difference.estimate())
                + " (" + objective.signed(difference.low()) + " to " + objective.signed(difference.high()) + ").";
    }

    /** What the objective is, and what a run has of it. */
    private String objective() {
        Objective objective = study.plan().objective();
        double mean = study.objective().mean().estimate() / THOUSAND;
        double onCore = study.timeOnCore().mean().estimate();
        return "Objective, the less the better: " + objective + "; a run has " + objective.shown(mean) + " on average"
                + (onCore > 0
                        ? ". Port networks are on a core for " + Estimates.time(onCore) + " of a run, added up."
                        : ".");
    }

    /** A note if nothing returns port networks to the main, which makes later outages look harmless; empty otherwise. */
    private String stays() {
        boolean stays = study.plan().a().scenario().estate().fallback() instanceof Fallback.Manual
                && study.all().of(Measure.FAILOVERS).largest() > 0;
        return stays
                ? "Nothing returns a port network to the main here (`fallback.auto-return`): after its first failover it stays"
                        + " on the core for the rest of the run, and later outages of its way to the main do not strike it."
                : "";
    }

    /** How much the outage of all port networks differs, or that of the phones if there are no others. */
    private Interval overall() {
        String name = hasPortNetworks() ? Forecast.ALL : Forecast.PHONES;
        Measure measure = hasPortNetworks() ? Measure.OUTAGE : Measure.PHONE_TIME_LOST;
        return change(name, measure);
    }

    private Interval change(String name, Measure measure) {
        return study.differences().stream()
                .filter(each -> each.name().equals(name) && each.measure() == measure)
                .findFirst()
                .orElseThrow()
                .mean();
    }

    private static String lessOrMore(Interval difference) {
        return Estimates.time(Math.abs(difference.estimate())) + (difference.estimate() < 0 ? " less" : " more");
    }

    /** What is different about the other setting; empty without one. */
    private List<String> againstSettings() {
        return study.plan().b().map(b -> b.settingsBeyond(study.plan().a())).orElse(List.of());
    }

    @Override
    protected String tried() {
        return study.plan().a().scenario().provenance().file() + ": "
                + Words.grouped(study.runs()) + (study.runs() == 1 ? " run" : " runs") + " of " + duration()
                + (study.plan().b().isPresent() ? ", each with both settings under the same outages" : "") + "; seed "
                + study.plan().a().scenario().seed() + ".";
    }

    @Override
    public String missing() {
        return study.missing();
    }

    /** Whether the precision that was asked for is reached; empty if none was. */
    private Optional<String> precision() {
        if (study.plan().precision().isEmpty() || study.runs() == 0) {
            return Optional.empty();
        }
        Interval mean = study.lost().mean();
        double reached = mean.estimate() == 0 ? 1 : mean.halfWidth() / mean.estimate();
        double wanted = study.plan().precision().getAsDouble();
        return Optional.of("The mean outage is known to ±" + Estimates.percent(reached) + "; "
                + (reached <= wanted || !study.isWhole()
                        ? Estimates.percent(wanted) + " was asked for."
                        : Estimates.percent(wanted) + " would take more runs than --runs allows."));
    }

    /** How to see the run with the longest outage. */
    private String worst() {
        int run = study.worstRun();
        return "Run " + run + " has the longest outage, " + Words.duration(study.outageOf(run))
                + " in all; to see it: `" + MonteCarloData.command(study, run) + "`.";
    }

    private String duration() {
        return Words.duration(study.plan().a().scenario().duration().toMillis());
    }

    @Override
    protected void tell(Document document) {
        if (study.runs() == 0) {
            return;
        }
        precision().ifPresent(document::note);
        if (study.plan().b().isPresent()) {
            String whole = hasPortNetworks() ? Forecast.ALL : Forecast.PHONES;
            document.section("How a run changes with " + String.join(", ", againstSettings()))
                    .table(differences(study.differences().stream()
                            .filter(each -> each.name().equals(whole))
                            .toList()));
        }
        addPhones(document);
        if (!hasPortNetworks()) {
            document.note(INTERVALS).note(objective()).note(worst());
            addAllDifferences(document);
            return;
        }
        document.section("How many runs have at least one")
                .table(shares())
                .section("Outage of a run")
                .chart("outage", this::chart, "A falling line: the share of runs that have more outage", "")
                .table(amounts(Measure.OUTAGE)
                        .number(
                                "availability",
                                forecast -> Estimates.availabilityPercent(
                                        forecast.availability().estimate()))
                        .number("nines", forecast -> Estimates.nines(forecast).replace(" nines", "")))
                .note("90% of the runs have at most the outage in the 90% column. All: the sum over the port networks,"
                        + " and their mean availability.")
                .section("Calls dropped in a run")
                .table(amounts(Measure.CALLS_DROPPED))
                .note(INTERVALS)
                .note(objective())
                .note(stays())
                .note(worst());
        addAllDifferences(document);
    }

    private void addPhones(Document document) {
        if (study.phones().isEmpty()) {
            return;
        }
        Table<Forecast> table = amounts(study.phones(), Measure.PHONE_TIME_LOST, "phones")
                .number(
                        "availability",
                        forecast -> Estimates.availabilityPercent(
                                forecast.availability().estimate()))
                .number(
                        "longest, 90%",
                        forecast -> Estimates.shown(
                                forecast.of(Measure.LONGEST_PHONE_OUTAGE)
                                        .quantile(0.9)
                                        .estimate(),
                                true))
                .number(
                        "refused",
                        forecast -> Estimates.shown(
                                forecast.of(Measure.REQUESTS_REFUSED).mean().estimate(), false));
        document.section("SIP phones: time lost in a run")
                .table(table)
                .note(
                        "Time not in service, summed over the phones. Longest: of any phone without a break. Phones: all of them, with"
                                + " the requests that session managers refused in an average run.");
    }

    private Document.Image chart() {
        List<CurveChart.Curve> curves = new ArrayList<>();
        Sample a = study.all().outage();
        Optional<Sample> b = study.otherAll().map(Forecast::outage);
        String name = b.isEmpty() ? "unchanged" : "a: unchanged";
        curves.add(CurveChart.Curve.ofSteps(name, "#0072b2", points(a)));
        b.ifPresent(sample -> curves.add(CurveChart.Curve.ofSteps("b: against", "#d55e00", points(sample))));
        double longest = Math.max(longest(a), b.map(MonteCarloDocument::longest).orElse(0.0));
        return CurveChart.of(
                "outage",
                "How many runs have more outage",
                "The outage of a run, summed over the port networks; further left is better.",
                "outage of a run",
                Math.max(longest * 1.02, SECOND),
                List.of(new CurveChart.Panel("runs with more", curves)),
                CHART_HEIGHT);
    }

    /** The few longest runs would leave no room for the others. */
    private static double longest(Sample sample) {
        return sample.quantile(SHOWN).estimate();
    }

    private static List<CurveChart.Point> points(Sample sample) {
        List<CurveChart.Point> points = new ArrayList<>();
        points.add(CurveChart.Point.of(0, sample.shareAboveZero().estimate()));
        int size = sample.size();
        for (int rank = 0; rank < size; rank += Math.max(1, size / MOST_STEPS)) {
            if (sample.value(rank) > 0) {
                points.add(CurveChart.Point.of(sample.value(rank), (double) (size - rank - 1) / size));
            }
        }
        return points;
    }

    private void addAllDifferences(Document document) {
        if (study.plan().b().isPresent()) {
            document.section("How a run changes, one by one")
                    .table(differences(study.differences()).number("variance reduction", Estimates::gain))
                    .note("Variance reduction: two independent studies would need this many times more runs.");
        }
    }

    private static Table<MonteCarlo.Difference> differences(List<MonteCarlo.Difference> some) {
        return Table.of(some)
                .name("pn", MonteCarlo.Difference::name)
                .once()
                .name("", change -> change.measure().words())
                .number("on average", change -> shown(change, change.mean().estimate()))
                .ink(change -> ink(change.mean()))
                .number("from", change -> shown(change, change.mean().low()))
                .number("to", change -> shown(change, change.mean().high()));
    }

    private static String shown(MonteCarlo.Difference change, double value) {
        return Estimates.signed(value, change.measure().isTime());
    }

    private static Ink ink(Interval mean) {
        return !mean.excludesZero() ? Ink.PLAIN : mean.estimate() < 0 ? Ink.GREEN : Ink.VERMILION;
    }

    private Table<Forecast> shares() {
        Table<Forecast> table = Table.of(MonteCarloData.with(study.portNetworks(), study.all()))
                .name("pn", Forecast::name)
                .ink(Ink.BOLD);
        for (Measure mishap : MonteCarloData.MISHAPS) {
            table.number(
                            MonteCarloData.one(mishap.words()),
                            forecast -> Estimates.percent(
                                    forecast.of(mishap).shareAboveZero().estimate()))
                    .number("interval", forecast -> {
                        Interval share = forecast.of(mishap).shareAboveZero();
                        return Estimates.percent(share.low()).replace("%", "-") + Estimates.percent(share.high());
                    });
        }
        return table;
    }

    private Table<Forecast> amounts(Measure measure) {
        return amounts(MonteCarloData.with(study.portNetworks(), study.all()), measure, "pn");
    }

    private static Table<Forecast> amounts(List<Forecast> forecasts, Measure measure, String subject) {
        boolean isTime = measure.isTime();
        Table<Forecast> table = Table.of(forecasts)
                .name(subject, Forecast::name)
                .ink(Ink.BOLD)
                .number(
                        "mean",
                        forecast -> Estimates.shown(forecast.of(measure).mean().estimate(), isTime))
                .number(
                        "interval",
                        forecast -> Estimates.bounds(forecast.of(measure).mean(), isTime));
        for (int percentile : MonteCarloData.PERCENTILES) {
            table.number(
                    percentile + "%",
                    forecast -> Estimates.shown(
                            forecast.of(measure).quantile(percentile / 100.0).estimate(), isTime));
        }
        return table;
    }

    /** One row for each setting, port network and statistic. */
    @Override
    public Table<?> rows() {
        return data.rows();
    }

    /** Times are seconds; estimates have nine digits. */
    @Override
    public void json(Json json) {
        data.json(head(json), againstSettings());
    }
}
