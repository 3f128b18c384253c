package org.ipsisim.study.montecarlo;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.CsvRow;

/**
 * Many runs under outages by chance as a table: one row for each setting, port network and statistic, such as
 * {@code a,2,outageSeconds,p95}, with the estimate and the bounds of its interval. Times are in seconds; a bound that
 * the runs do not give is empty.
 */
public final class MonteCarloCsv {
    private static final double SECOND = 1000;

    private final Writer out;

    private MonteCarloCsv(Writer out) {
        this.out = out;
    }

    /** Writes the table; flushes the writer and leaves it open. */
    public static void write(MonteCarlo study, Writer out) throws IOException {
        MonteCarloCsv csv = new MonteCarloCsv(out);
        out.write(CsvRow.of()
                .text("setting")
                .text("pn")
                .text("measure")
                .text("statistic")
                .text("estimate")
                .text("low")
                .text("high")
                .line());
        if (study.runs() > 0) {
            csv.write("a", study.portNetworks(), study.all());
        }
        if (study.runs() > 0 && study.otherAll().isPresent()) {
            csv.write("b", study.otherPortNetworks(), study.otherAll().get());
            for (PairedDifference difference : study.differences()) {
                csv.row(
                        "difference",
                        difference.name(),
                        "outageSeconds",
                        "mean",
                        difference.outage().mean(),
                        1 / SECOND);
                csv.row(
                        "difference",
                        difference.name(),
                        "callsDropped",
                        "mean",
                        difference.callsDropped().mean(),
                        1);
                csv.row(
                        "difference",
                        difference.name(),
                        "failovers",
                        "mean",
                        difference.failovers().mean(),
                        1);
            }
        }
        out.flush();
    }

    private void write(String setting, List<Forecast> portNetworks, Forecast all) throws IOException {
        List<Forecast> prospects = new ArrayList<>(portNetworks);
        prospects.add(all);
        for (Forecast prospect : prospects) {
            for (RunMeasure measure : RunMeasure.values()) {
                Sample sample = prospect.of(measure);
                if (measure.isMishap()) {
                    row(setting, prospect.name(), measure.jsonName(), "share", sample.shareAboveZero(), 1);
                } else {
                    double unit = measure.isTime() ? 1 / SECOND : 1;
                    row(setting, prospect.name(), measure.jsonName(), "mean", sample.mean(), unit);
                    for (int percentile : MonteCarloWords.PERCENTILES) {
                        Interval quantile = sample.quantile(percentile / 100.0);
                        row(setting, prospect.name(), measure.jsonName(), "p" + percentile, quantile, unit);
                    }
                }
            }
            row(setting, prospect.name(), "availability", "share", prospect.availability(), 1);
        }
    }

    private void row(String setting, String pn, String measure, String statistic, Interval interval, double unit)
            throws IOException {
        Interval scaled = interval.times(unit);
        out.write(CsvRow.of()
                .text(setting)
                .text(pn)
                .text(measure)
                .text(statistic)
                .text(cell(scaled.estimate()))
                .text(cell(scaled.low()))
                .text(cell(scaled.high()))
                .line());
    }

    private static String cell(double value) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? ""
                : MonteCarloJson.digits(value).toPlainString();
    }
}
