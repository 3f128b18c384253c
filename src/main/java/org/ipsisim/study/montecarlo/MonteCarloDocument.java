package org.ipsisim.study.montecarlo;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.report.chart.CurveChart;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.Variant;

/** Many runs under outages by chance in all forms: the answer, how likely what is, what it costs. */
public final class MonteCarloDocument implements StudyReport {
    private static final MathContext DIGITS = new MathContext(9);
    private static final double SECOND = 1000;
    private static final int CHART_HEIGHT = 270;
    private static final int MOST_STEPS = 500;

    /** The quantile up to which a chart shows the outage of a run. */
    private static final double SHOWN = 0.999;

    private static final List<RunMeasure> MISHAPS =
            List.of(RunMeasure.WARM_RESETS, RunMeasure.COLD_RESETS, RunMeasure.FAILOVERS);

    private final MonteCarlo study;
    private final String command;
    private final MonteCarloWords words;

    /** @param command the command line that gives the same again */
    public MonteCarloDocument(MonteCarlo study, String command) {
        this.study = study;
        this.command = command;
        this.words = new MonteCarloWords(study);
    }

    @Override
    public String name() {
        return "monte-carlo";
    }

    @Override
    public String missing() {
        return words.missing();
    }

    @Override
    public Document document() {
        Document document = new Document(
                        "outages by chance", study.plan().a().scenario().title(), words.headline())
                .note(words.tried())
                .warning(words.missing());
        if (study.runs() == 0) {
            return document;
        }
        words.precision().ifPresent(document::note);
        if (study.plan().b().isPresent()) {
            document.section("How a run changes with " + String.join(", ", words.againstSettings()))
                    .table(differences())
                    .note("Variance reduction: two independent studies would need this many times more runs.");
        }
        return document.section("How many runs have at least one")
                .table(shares())
                .section("Outage of a run")
                .chart("outage.png", this::chart, "A falling line: the share of runs that have more outage", "")
                .table(amounts(Forecast::outage, true)
                        .number(
                                "availability",
                                forecast -> MonteCarloWords.availabilityPercent(
                                        forecast.availability().estimate()))
                        .number(
                                "nines",
                                forecast -> MonteCarloWords.nines(forecast).replace(" nines", "")))
                .note("90% of the runs have at most the outage in the 90% column. All: the sum over the port networks,"
                        + " and their mean availability.")
                .section("Calls dropped in a run")
                .table(amounts(forecast -> forecast.of(RunMeasure.CALLS_DROPPED), false))
                .note(MonteCarloWords.INTERVALS)
                .note(words.worst())
                .section("Run it again")
                .code(command);
    }

    private byte[] chart() throws IOException {
        List<CurveChart.Curve> curves = new ArrayList<>();
        Sample a = study.all().outage();
        Optional<Sample> b = study.otherAll().map(Forecast::outage);
        String name = b.isEmpty() ? "unchanged" : "a: unchanged";
        curves.add(CurveChart.Curve.ofSteps(name, "#0072b2", points(a)));
        b.ifPresent(sample -> curves.add(CurveChart.Curve.ofSteps("b: against", "#d55e00", points(sample))));
        double longest = Math.max(longest(a), b.map(MonteCarloDocument::longest).orElse(0.0));
        return CurveChart.render(
                "outage.png",
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

    private static List<Forecast> with(List<Forecast> portNetworks, Forecast all) {
        List<Forecast> forecasts = new ArrayList<>(portNetworks);
        forecasts.add(all);
        return forecasts;
    }

    private record Change(String name, String measure, PairedDifference.Of difference, boolean isTime) {
        Interval mean() {
            return difference.mean();
        }

        String shown(double value) {
            return MonteCarloWords.signed(value, isTime);
        }
    }

    private Table<Change> differences() {
        List<Change> changes = new ArrayList<>();
        for (PairedDifference each : study.differences()) {
            changes.add(new Change(each.name(), "outage", each.outage(), true));
            changes.add(new Change(each.name(), "calls dropped", each.callsDropped(), false));
            changes.add(new Change(each.name(), "failovers", each.failovers(), false));
        }
        return Table.of(changes)
                .name("pn", Change::name)
                .once()
                .name("", Change::measure)
                .number("on average", change -> change.shown(change.mean().estimate()))
                .ink(change -> ink(change.mean()))
                .number("from", change -> change.shown(change.mean().low()))
                .number("to", change -> change.shown(change.mean().high()))
                .number("variance reduction", change -> MonteCarloWords.gain(change.difference));
    }

    private static Ink ink(Interval mean) {
        return !mean.excludesZero() ? Ink.PLAIN : mean.estimate() < 0 ? Ink.GREEN : Ink.VERMILION;
    }

    private Table<Forecast> shares() {
        Table<Forecast> table = Table.of(with(study.portNetworks(), study.all()))
                .name("pn", Forecast::name)
                .ink(Ink.BOLD);
        for (RunMeasure mishap : MISHAPS) {
            table.number(
                            mishap.words(),
                            forecast -> MonteCarloWords.percent(
                                    forecast.of(mishap).shareAboveZero().estimate()))
                    .number("interval", forecast -> {
                        Interval share = forecast.of(mishap).shareAboveZero();
                        return MonteCarloWords.percent(share.low()).replace("%", "-")
                                + MonteCarloWords.percent(share.high());
                    });
        }
        return table;
    }

    private Table<Forecast> amounts(Function<Forecast, Sample> sample, boolean isTime) {
        Table<Forecast> table = Table.of(with(study.portNetworks(), study.all()))
                .name("pn", Forecast::name)
                .ink(Ink.BOLD)
                .number(
                        "mean",
                        forecast -> MonteCarloWords.shown(
                                sample.apply(forecast).mean().estimate(), isTime))
                .number(
                        "±",
                        forecast ->
                                MonteCarloWords.plusMinus(sample.apply(forecast).mean(), isTime));
        for (int percentile : MonteCarloWords.PERCENTILES) {
            table.number(
                    percentile + "%",
                    forecast -> MonteCarloWords.shown(
                            sample.apply(forecast).quantile(percentile / 100.0).estimate(), isTime));
        }
        return table;
    }

    private record Line(String setting, String pn, String measure, String statistic, Interval interval) {}

    /**
     * One row for each setting, port network and statistic, such as {@code a,2,outageSeconds,p95}, with the estimate and
     * the bounds of its interval. Times are in seconds; a bound that the runs do not give is empty.
     */
    @Override
    public Table<?> rows() {
        List<Line> lines = new ArrayList<>();
        if (study.runs() > 0) {
            add("a", with(study.portNetworks(), study.all()), lines);
            study.otherAll().ifPresent(all -> add("b", with(study.otherPortNetworks(), all), lines));
            study.differences().forEach(each -> add(each, lines));
        }
        return Table.of(lines)
                .name("setting", Line::setting)
                .name("pn", Line::pn)
                .name("measure", Line::measure)
                .name("statistic", Line::statistic)
                .number("estimate", line -> cell(line.interval.estimate()))
                .number("low", line -> cell(line.interval.low()))
                .number("high", line -> cell(line.interval.high()));
    }

    private static void add(String setting, List<Forecast> forecasts, List<Line> lines) {
        for (Forecast forecast : forecasts) {
            String pn = forecast.name();
            for (RunMeasure measure : RunMeasure.values()) {
                Sample sample = forecast.of(measure);
                if (measure.isMishap()) {
                    lines.add(new Line(setting, pn, measure.jsonName(), "share", sample.shareAboveZero()));
                } else {
                    double unit = unit(measure);
                    lines.add(new Line(
                            setting,
                            pn,
                            measure.jsonName(),
                            "mean",
                            sample.mean().times(unit)));
                    for (int percentile : MonteCarloWords.PERCENTILES) {
                        Interval quantile = sample.quantile(percentile / 100.0).times(unit);
                        lines.add(new Line(setting, pn, measure.jsonName(), "p" + percentile, quantile));
                    }
                }
            }
            lines.add(new Line(setting, pn, "availability", "share", forecast.availability()));
        }
    }

    private static void add(PairedDifference each, List<Line> lines) {
        Interval outage = each.outage().mean().times(unit(RunMeasure.OUTAGE));
        lines.add(new Line("difference", each.name(), "outageSeconds", "mean", outage));
        lines.add(new Line(
                "difference",
                each.name(),
                "callsDropped",
                "mean",
                each.callsDropped().mean()));
        lines.add(new Line(
                "difference", each.name(), "failovers", "mean", each.failovers().mean()));
    }

    private static double unit(RunMeasure measure) {
        return measure.isTime() ? 1 / SECOND : 1;
    }

    /** As text: a spreadsheet that reads a minus as the beginning of a formula gets an apostrophe before it. */
    private static Object cell(double value) {
        BigDecimal digits = digits(value);
        return digits == null ? "" : digits;
    }

    /** Nine digits, so that the last bits of a sum do not show; null if there is no such number. */
    private static BigDecimal digits(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return null;
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Times are seconds; estimates have nine digits. */
    @Override
    public void json(Json json) {
        Variant variant = study.plan().a();
        json.text("study", "monte-carlo")
                .text("headline", words.headline())
                .text("title", variant.scenario().title())
                .text("file", variant.scenario().provenance().file())
                .rowOf("set", variant.settings())
                .rowOf("against", words.againstSettings())
                .number("seed", variant.scenario().seed())
                .seconds("durationSeconds", variant.scenario().duration().toMillis())
                .flag("whole", study.isWhole())
                .number("runs", study.runs())
                .number("confidence", BigDecimal.valueOf(Sample.CONFIDENCE));
        if (study.runs() > 0) {
            results(json);
        }
    }

    private void results(Json json) {
        int worst = study.worstRun();
        json.row(
                        "worstRun",
                        row -> row.number("run", worst)
                                .text("runSeed", String.valueOf(study.seedOf(worst)))
                                .seconds("outageSeconds", study.outageOf(worst)))
                .objects("prospects", with(study.portNetworks(), study.all()), MonteCarloDocument::write);
        study.otherAll()
                .ifPresent(all -> json.objects(
                                "otherProspects", with(study.otherPortNetworks(), all), MonteCarloDocument::write)
                        .objects("differences", study.differences(), MonteCarloDocument::write));
    }

    private static void write(Json json, Forecast forecast) {
        json.text("pn", forecast.name());
        MISHAPS.forEach(mishap -> json.row(
                mishap.jsonName(), row -> bounds(row, forecast.of(mishap).shareAboveZero())));
        json.row("availability", row -> bounds(row, forecast.availability())).number("nines", digits(forecast.nines()));
        for (RunMeasure measure : List.of(RunMeasure.OUTAGE, RunMeasure.CALLS_DROPPED)) {
            json.object(measure.jsonName(), object -> write(object, forecast.of(measure), unit(measure)));
        }
    }

    private static void write(Json json, Sample sample, double unit) {
        json.row("mean", row -> bounds(row, sample.mean().times(unit)));
        for (int percentile : MonteCarloWords.PERCENTILES) {
            json.row(
                    "p" + percentile,
                    row -> bounds(row, sample.quantile(percentile / 100.0).times(unit)));
        }
        json.number("most", digits(sample.largest() * unit));
    }

    private static void write(Json json, PairedDifference each) {
        json.text("pn", each.name())
                .row("outageSeconds", row -> write(row, each.outage(), unit(RunMeasure.OUTAGE)))
                .row("callsDropped", row -> write(row, each.callsDropped(), 1))
                .row("failovers", row -> write(row, each.failovers(), 1));
    }

    private static void write(Json row, PairedDifference.Of difference, double unit) {
        bounds(row, difference.mean().times(unit)).number("varianceCut", digits(difference.gain()));
    }

    private static Json bounds(Json row, Interval interval) {
        return row.number("estimate", digits(interval.estimate()))
                .number("low", digits(interval.low()))
                .number("high", digits(interval.high()));
    }
}
