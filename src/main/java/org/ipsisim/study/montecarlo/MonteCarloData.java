package org.ipsisim.study.montecarlo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.document.Json;
import org.ipsisim.document.Reproduction;
import org.ipsisim.document.Table;
import org.ipsisim.history.Lists;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Variant;
import org.jspecify.annotations.Nullable;

/** Many runs under outages by chance for programs: the CSV table and the JSON object. */
final class MonteCarloData {
    private static final MathContext DIGITS = new MathContext(9);
    private static final double SECOND = 1000;
    private static final double MINUTE = 60_000;
    private static final double THOUSAND = 1000;

    /** What counts by how many runs have at least one. */
    static final List<Measure> MISHAPS = List.of(Measure.WARM_RESETS, Measure.COLD_RESETS, Measure.FAILOVERS);

    /** The quantiles that tables show, as percentages of the runs. */
    static final List<Integer> PERCENTILES = List.of(50, 90, 95, 99);

    private final MonteCarlo study;

    MonteCarloData(MonteCarlo study) {
        this.study = study;
    }

    private boolean hasPortNetworks() {
        return !study.plan().portNetworks().isEmpty();
    }

    static List<Forecast> with(List<Forecast> portNetworks, Forecast all) {
        List<Forecast> forecasts = new ArrayList<>(portNetworks);
        forecasts.add(all);
        return forecasts;
    }

    /** The word for one of several. */
    static String one(String plural) {
        return plural.substring(0, plural.length() - 1);
    }

    /** The command that shows a run, for a POSIX shell, with more settings if need be. */
    static String command(MonteCarlo study, int run, String... more) {
        Variant a = study.plan().a();
        return "ipsisim run " + Reproduction.quoted(a.scenario().provenance().file()) + " --seed " + study.seedOf(run)
                + Reproduction.settings(Stream.concat(
                        a.settings().stream().filter(setting -> !setting.startsWith("seed=")), Stream.of(more)));
    }

    private record Line(String setting, String pn, String measure, String statistic, Interval interval) {}

    /**
     * One row for each setting, port network and statistic, such as {@code a,2,outageSeconds,p95}, with the estimate and
     * the bounds of its interval. Times are in seconds; a bound that the runs do not give is empty.
     */
    Table<?> rows() {
        List<Line> lines = new ArrayList<>();
        if (study.runs() > 0) {
            if (hasPortNetworks()) {
                add("a", with(study.portNetworks(), study.all()), lines);
                study.otherAll().ifPresent(all -> add("b", with(study.otherPortNetworks(), all), lines));
            }
            addPhones("a", study.phones(), lines);
            addPhones("b", study.otherPhones(), lines);
            study.differences()
                    .forEach(each -> lines.add(new Line(
                            "difference",
                            each.name(),
                            each.measure().jsonName(),
                            "mean",
                            each.mean().times(unit(each.measure())))));
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
            for (Measure measure : MonteCarlo.MEASURES.list()) {
                Sample sample = forecast.of(measure);
                String name = measure.jsonName();
                double unit = unit(measure);
                if (MISHAPS.contains(measure)) {
                    lines.add(new Line(setting, pn, one(name), "share", sample.shareAboveZero()));
                } else {
                    lines.add(new Line(setting, pn, name, "mean", sample.mean().times(unit)));
                    for (int percentile : PERCENTILES) {
                        Interval quantile = sample.quantile(percentile / 100.0).times(unit);
                        lines.add(new Line(setting, pn, name, "p" + percentile, quantile));
                    }
                }
            }
            lines.add(new Line(setting, pn, "availability", "share", forecast.availability()));
        }
    }

    private static void addPhones(String setting, List<Forecast> forecasts, List<Line> lines) {
        for (Forecast forecast : forecasts) {
            for (Measure measure : MonteCarlo.OF_PHONES.list()) {
                Sample sample = forecast.of(measure);
                double unit = unit(measure);
                lines.add(new Line(
                        setting,
                        forecast.name(),
                        measure.jsonName(),
                        "mean",
                        sample.mean().times(unit)));
                for (int percentile : PERCENTILES) {
                    Interval quantile = sample.quantile(percentile / 100.0).times(unit);
                    lines.add(new Line(setting, forecast.name(), measure.jsonName(), "p" + percentile, quantile));
                }
            }
            lines.add(new Line(setting, forecast.name(), "availability", "share", forecast.availability()));
        }
    }

    /** What makes the numbers of a measure seconds or minutes, as its name says. */
    static double unit(Measure measure) {
        if (measure == Measure.PHONE_TIME_LOST) {
            return 1 / MINUTE;
        }
        return measure.isTime() ? 1 / SECOND : 1;
    }

    /** As text: a spreadsheet that reads a minus as the beginning of a formula gets an apostrophe before it. */
    static Object cell(double value) {
        BigDecimal digits = digits(value);
        return digits == null ? "" : digits;
    }

    /** Nine digits, so that the last bits of a sum do not show; null if there is no such number. */
    static @Nullable BigDecimal digits(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return null;
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Writes the members after the first ones; times are seconds, estimates have nine digits. */
    void json(Json json, List<String> againstSettings) {
        circumstances(json, study, againstSettings);
        if (study.runs() > 0) {
            results(json);
        }
    }

    /** Writes what was run. */
    static void circumstances(Json json, MonteCarlo study, List<String> againstSettings) {
        Variant variant = study.plan().a();
        json.rowOf("set", variant.settings())
                .rowOf("against", againstSettings)
                .number("seed", variant.scenario().seed())
                .seconds("durationSeconds", variant.scenario().duration().toMillis())
                .flag("whole", study.isWhole())
                .number("runs", study.runs())
                .number("confidence", BigDecimal.valueOf(Sample.CONFIDENCE));
    }

    private void results(Json json) {
        int worst = study.worstRun();
        json.row(
                        "worstRun",
                        row -> row.number("run", worst)
                                .text("runSeed", String.valueOf(study.seedOf(worst)))
                                .seconds("outageSeconds", study.outageOf(worst)))
                .row("objective", row -> {
                    bounds(
                            row.text("sum", study.plan().objective().toString()),
                            study.objective().mean().times(1 / THOUSAND));
                })
                .row(
                        "minutesOnCore",
                        row -> bounds(row, study.timeOnCore().mean().times(1 / MINUTE)))
                .objects(
                        "prospects",
                        hasPortNetworks() ? with(study.portNetworks(), study.all()) : List.of(),
                        MonteCarloData::write);
        if (!study.phones().isEmpty()) {
            json.objects("phones", study.phones(), MonteCarloData::writePhones);
        }
        if (!study.otherPhones().isEmpty()) {
            json.objects("otherPhones", study.otherPhones(), MonteCarloData::writePhones);
        }
        study.otherAll()
                .ifPresent(all -> json.objects(
                                "otherProspects",
                                hasPortNetworks() ? with(study.otherPortNetworks(), all) : List.of(),
                                MonteCarloData::write)
                        .row(
                                "objectiveDifference",
                                row -> bounds(
                                        row, study.objectiveDifference().mean().times(1 / THOUSAND)))
                        .objects(
                                "differences",
                                Lists.alike(study.differences(), MonteCarlo.Difference::name),
                                MonteCarloData::write));
    }

    private static void write(Json json, Forecast forecast) {
        json.text("pn", forecast.name());
        MISHAPS.forEach(mishap -> json.row(
                one(mishap.jsonName()), row -> bounds(row, forecast.of(mishap).shareAboveZero())));
        json.row("availability", row -> bounds(row, forecast.availability())).number("nines", digits(forecast.nines()));
        for (Measure measure : List.of(Measure.OUTAGE, Measure.CALLS_DROPPED)) {
            json.object(measure.jsonName(), object -> write(object, forecast.of(measure), unit(measure)));
        }
    }

    private static void writePhones(Json json, Forecast forecast) {
        json.text("name", forecast.name())
                .row("availability", row -> bounds(row, forecast.availability()))
                .number("nines", digits(forecast.nines()));
        for (Measure measure : MonteCarlo.OF_PHONES.list()) {
            json.object(measure.jsonName(), object -> write(object, forecast.of(measure), unit(measure)));
        }
    }

    private static void write(Json json, Sample sample, double unit) {
        json.row("mean", row -> bounds(row, sample.mean().times(unit)));
        for (int percentile : PERCENTILES) {
            json.row(
                    "p" + percentile,
                    row -> bounds(row, sample.quantile(percentile / 100.0).times(unit)));
        }
        json.number("most", digits(sample.largest() * unit));
    }

    private static void write(Json json, List<MonteCarlo.Difference> ofOne) {
        json.text("pn", ofOne.get(0).name());
        ofOne.forEach(each -> json.row(
                each.measure().jsonName(),
                row -> bounds(row, each.mean().times(unit(each.measure())))
                        .number("varianceCut", digits(each.gain()))));
    }

    static Json bounds(Json row, Interval interval) {
        return row.number("estimate", digits(interval.estimate()))
                .number("low", digits(interval.low()))
                .number("high", digits(interval.high()));
    }
}
