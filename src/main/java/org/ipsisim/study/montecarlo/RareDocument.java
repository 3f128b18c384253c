package org.ipsisim.study.montecarlo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.Words;
import org.ipsisim.network.BiasedOutages;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.montecarlo.MonteCarlo.RareEvent;

/** Many runs under biased outages: how likely what is rare is, and how far the weights can be trusted. */
public final class RareDocument extends StudyReport {
    private static final MathContext DIGITS = new MathContext(3);

    private final MonteCarlo study;

    /** The mean of the weights themselves. */
    private final RareEstimate weights;

    /** @param command the command line that gives the same again */
    public RareDocument(MonteCarlo study, String command) {
        super("monte-carlo", "outages by chance", study.plan().a().scenario(), command);
        this.study = study;
        this.weights = study.rare(run -> 1);
    }

    private Scenario scenario() {
        return study.plan().a().scenario();
    }

    private RareEstimate anyOutage() {
        return study.rare(run -> study.outageOf(run) > 0 ? 1 : 0);
    }

    /** Whether the weights in general, and those of an estimate, allow it to be told. */
    private boolean isTrusted(RareEstimate estimate) {
        return estimate.isTrusted() && weights.isOfSoundWeights();
    }

    @Override
    public String headline() {
        if (study.runs() == 0) {
            return "Nothing was run.";
        }
        RareEstimate any = anyOutage();
        String subject = study.plan().portNetworks().isEmpty() ? "phone" : "port network";
        if (!isTrusted(any)) {
            return "How likely a run of " + duration() + " is to have any outage cannot be said: " + why(any) + ".";
        }
        Interval share = probability(any);
        return "Some " + subject + " is out of service in " + percent(share.estimate()) + " of the runs of "
                + duration()
                + oneIn(share.estimate()) + " (95% confidence: " + percent(share.low()) + " to " + percent(share.high())
                + ").";
    }

    private static String oneIn(double share) {
        return share > 0.1 ? "" : ", one in " + Words.grouped(rounded(1 / share).longValue());
    }

    /** Why an estimate cannot be trusted. */
    private String why(RareEstimate estimate) {
        if (!weights.isOfSoundWeights()) {
            return "the weights of the runs are too uneven (" + Words.count(study.runs(), "run")
                    + " say as much as "
                    + rounded(weights.effective()).toPlainString() + " equal ones, and their mean is "
                    + rounded(weights.mean()).toPlainString()
                    + " instead of 1); leave out what fails often, or make the run shorter";
        }
        if (estimate.runs() == 0) {
            return "none of " + Words.count(study.runs(), "run") + " with more outages has one; take more runs";
        }
        return Words.count(estimate.runs(), "run") + " with more outages have one and say as much as "
                + rounded(estimate.effective()).toPlainString() + " equal ones (" + RareEstimate.FEW
                + " are needed), the heaviest makes " + percent(estimate.largest()) + " of the sum (at most "
                + percent(RareEstimate.DOMINANT) + "); take more runs";
    }

    @Override
    protected String tried() {
        return scenario().provenance().file() + ": " + Words.count(study.runs(), "run") + " of " + duration()
                + " with more outages than chance gives, each weighed by how likely it is (failure biasing); seed "
                + scenario().seed() + ".";
    }

    @Override
    public String missing() {
        return study.missing();
    }

    private String duration() {
        return Words.duration(scenario().duration().toMillis());
    }

    @Override
    protected void tell(Document document) {
        if (study.runs() == 0) {
            return;
        }
        List<RareEvent> events = study.rareEvents();
        document.section("How likely a run has any")
                .table(table(events)
                        .number(
                                "probability",
                                event -> shown(
                                        event.probability(),
                                        percent(probability(event).estimate())))
                        .number("interval", event -> shown(event.probability(), range(probability(event))))
                        .number(
                                "runs",
                                event -> Words.grouped(event.probability().runs()))
                        .number(
                                "effective",
                                event -> Words.grouped(
                                        Math.round(event.probability().effective())))
                        .number("heaviest", event -> percent(event.probability().largest())))
                .note(
                        "Runs: how many of them have it. Effective: how many runs of equal weight would say as much. Heaviest: what"
                                + " one run makes of the sum. Below " + RareEstimate.FEW + " effective runs, or above "
                                + percent(RareEstimate.DOMINANT)
                                + " by one of them, there is no answer. The weights of all runs average "
                                + rounded(weights.mean()).toPlainString() + "; they should average 1.")
                .section("How much of it an average run has")
                .table(table(events)
                        .number(
                                "mean",
                                event -> shown(
                                        event.mean(), amount(event, event.mean().mean())))
                        .number(
                                "from",
                                event -> shown(
                                        event.mean(),
                                        amount(event, event.mean().interval().low())))
                        .number(
                                "to",
                                event -> shown(
                                        event.mean(),
                                        amount(event, event.mean().interval().high()))))
                .note(
                        "Intervals are of 95% confidence, Student's on a logarithmic scale. All: the sum over the port networks.");
        if (anyOutage().runs() > 0 && scenario().events().isEmpty()) {
            document.note(heaviest());
        }
    }

    private static Table<RareEvent> table(List<RareEvent> events) {
        return Table.of(events)
                .name("pn", RareEvent::name)
                .ink(Ink.BOLD)
                .once()
                .name("", event -> event.measure().words());
    }

    /** {@code 0.00095-0.0011%}. */
    private static String range(Interval share) {
        return percent(share.low()).replace("%", "-") + percent(share.high());
    }

    private String shown(RareEstimate estimate, String words) {
        return isTrusted(estimate) ? words : "-";
    }

    private static String amount(RareEvent event, double value) {
        return event.measure().isTime() && value >= 1000
                ? Estimates.time(value)
                : rounded(event.measure().isTime() ? value / 1000 : value).toPlainString()
                        + (event.measure().isTime() ? "s" : "");
    }

    /** The outage that counts most: what fails in it, and how to see it. */
    private String heaviest() {
        int run = study.heaviestRun();
        Scenario seeded = scenario().withSeed(study.seedOf(run));
        String events = BiasedOutages.of(seeded).events().stream()
                .filter(ScenarioEvent.Fail.class::isInstance)
                .map(ScenarioEvent.Fail.class::cast)
                .map(fail -> "{at: " + DurationText.of(fail.at()) + ", fail: "
                        + fail.target().name()
                        + fail.length()
                                .map(length -> ", for: " + DurationText.of(length))
                                .orElse("") + "}")
                .collect(Collectors.joining(", ", "events=[", "]"));
        return "Of the runs with an outage, run " + run + " counts most; to see it: `"
                + MonteCarloData.command(study, run, "random-outages=[]", events) + "`.";
    }

    private static Interval probability(RareEvent event) {
        return probability(event.probability());
    }

    private static Interval probability(RareEstimate estimate) {
        Interval share = estimate.interval();
        return new Interval(Math.min(1, share.estimate()), share.low(), Math.min(1, share.high()));
    }

    private static String percent(double share) {
        return rounded(share * 100).toPlainString() + "%";
    }

    private static BigDecimal rounded(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** One row for each port network and statistic, as without biased outages, with what says how far to trust it. */
    @Override
    public Table<?> rows() {
        return Table.of(study.runs() == 0 ? List.<RareEvent>of() : study.rareEvents())
                .name("pn", RareEvent::name)
                .name("measure", event -> event.measure().jsonName())
                .number(
                        "probability",
                        event -> cell(event.probability(), probability(event).estimate()))
                .number(
                        "low",
                        event -> cell(event.probability(), probability(event).low()))
                .number(
                        "high",
                        event -> cell(event.probability(), probability(event).high()))
                .number("runs", event -> event.probability().runs())
                .number(
                        "effectiveRuns",
                        event -> MonteCarloData.cell(event.probability().effective()))
                .number(
                        "largestShare",
                        event -> MonteCarloData.cell(event.probability().largest()))
                .number(
                        "mean",
                        event -> cell(event.mean(), event.mean().mean() * MonteCarloData.unit(event.measure())));
    }

    private Object cell(RareEstimate estimate, double value) {
        return isTrusted(estimate) ? MonteCarloData.cell(value) : "";
    }

    @Override
    public void json(Json json) {
        MonteCarloData.circumstances(head(json), study, List.of());
        if (study.runs() == 0) {
            return;
        }
        json.row("weights", row -> trust(row.number("mean", MonteCarloData.digits(weights.mean())), weights))
                .objects("rareEvents", study.rareEvents(), (object, event) -> {
                    double unit = MonteCarloData.unit(event.measure());
                    object.text("pn", event.name())
                            .text("measure", event.measure().jsonName())
                            .row("probability", row -> write(row, event.probability(), probability(event)))
                            .row(
                                    "mean",
                                    row -> write(
                                            row,
                                            event.mean(),
                                            event.mean().interval().times(unit)));
                });
    }

    /** An estimate that cannot be trusted is null. */
    private void write(Json row, RareEstimate estimate, Interval interval) {
        double none = Double.NaN;
        MonteCarloData.bounds(row, isTrusted(estimate) ? interval : new Interval(none, none, none));
        trust(row, estimate);
    }

    private static void trust(Json row, RareEstimate estimate) {
        row.number("runs", estimate.runs())
                .number("effectiveRuns", MonteCarloData.digits(estimate.effective()))
                .number("largestShare", MonteCarloData.digits(estimate.largest()));
    }
}
