package org.ipsisim.study.montecarlo;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.document.TextTable;

/** Many runs under outages by chance for a person at a terminal: the answer, how likely what is, what it costs. */
public final class MonteCarloText {
    private final MonteCarlo study;
    private final MonteCarloWords words;
    private final TextPage page;

    private MonteCarloText(MonteCarlo study, TextPage page) {
        this.study = study;
        this.words = new MonteCarloWords(study);
        this.page = page;
    }

    /** Writes the study; flushes the writer and leaves it open. No line is wider than the style's width. */
    public static void write(MonteCarlo study, Writer out, TextStyle style) throws IOException {
        new MonteCarloText(study, new TextPage(out, style)).write();
        out.flush();
    }

    private void write() throws IOException {
        page.paragraph("", words.headline(), Ink.BOLD);
        page.paragraph("", words.tried(), Ink.FAINT);
        if (!words.missing().isEmpty()) {
            page.paragraph("", words.missing() + ".", Ink.VERMILION);
        }
        if (study.runs() == 0) {
            return;
        }
        if (words.precision().isPresent()) {
            page.paragraph("", words.precision().get(), Ink.FAINT);
        }
        if (study.plan().b().isPresent()) {
            writeDifferences();
        }
        List<Forecast> prospects = new ArrayList<>(study.portNetworks());
        prospects.add(study.all());
        writeShares(prospects);
        writeOutage(prospects);
        writeCalls(prospects);
        page.blank();
        page.paragraph("  ", MonteCarloWords.INTERVALS, Ink.FAINT);
        page.paragraph("  ", words.worst(), Ink.FAINT);
    }

    private void writeDifferences() throws IOException {
        page.heading("What " + String.join(", ", words.againstSettings()) + " changes in a run");
        TextTable table = new TextTable(2, "pn", "", ">on average", ">from", ">to", ">variance cut");
        for (PairedDifference difference : study.differences()) {
            row(table, difference.name(), "outage", difference.outage(), true);
            row(table, "", "calls dropped", difference.callsDropped(), false);
            row(table, "", "failovers", difference.failovers(), false);
        }
        page.table(table);
        page.blank();
        page.paragraph(
                "  ",
                "Variance cut: so many times as many runs would take two studies with outages of their own.",
                Ink.FAINT);
    }

    private static void row(TextTable table, String name, String what, PairedDifference.Of difference, boolean time) {
        Interval mean = difference.mean();
        Ink ink = !mean.excludesZero() ? Ink.PLAIN : mean.estimate() < 0 ? Ink.GREEN : Ink.VERMILION;
        table.row(
                ink,
                name,
                what,
                MonteCarloWords.signed(mean.estimate(), time),
                MonteCarloWords.signed(mean.low(), time),
                MonteCarloWords.signed(mean.high(), time),
                MonteCarloWords.gain(difference));
    }

    private void writeShares(List<Forecast> prospects) throws IOException {
        page.heading("How many runs have at least one");
        TextTable table = new TextTable(
                0, "pn", ">warm reset", ">interval", ">cold reset", ">interval", ">failover", ">interval");
        for (Forecast prospect : prospects) {
            List<String> cells = new ArrayList<>(List.of(prospect.name()));
            for (RunMeasure measure : List.of(RunMeasure.WARM_RESETS, RunMeasure.COLD_RESETS, RunMeasure.FAILOVERS)) {
                Interval share = prospect.of(measure).shareAboveZero();
                cells.add(MonteCarloWords.percent(share.estimate()));
                cells.add(
                        MonteCarloWords.percent(share.low()).replace("%", "-") + MonteCarloWords.percent(share.high()));
            }
            table.row(Ink.BOLD, cells.toArray(String[]::new));
        }
        page.table(table);
    }

    private void writeOutage(List<Forecast> prospects) throws IOException {
        page.heading("Outage of a run");
        TextTable table =
                new TextTable(0, "pn", ">mean", ">±", ">50%", ">90%", ">95%", ">99%", ">availability", ">nines");
        for (Forecast prospect : prospects) {
            List<String> cells = numbers(prospect, prospect.outage(), true);
            cells.add(
                    MonteCarloWords.availabilityPercent(prospect.availability().estimate()));
            cells.add(MonteCarloWords.nines(prospect).replace(" nines", ""));
            table.row(Ink.BOLD, cells.toArray(String[]::new));
        }
        page.table(table);
        page.blank();
        page.paragraph(
                "  ",
                "So many percent of the runs have at most this outage. All: the sum over the port"
                        + " networks, and their mean availability.",
                Ink.FAINT);
    }

    private void writeCalls(List<Forecast> prospects) throws IOException {
        page.heading("Calls dropped in a run");
        TextTable table = new TextTable(0, "pn", ">mean", ">±", ">50%", ">90%", ">95%", ">99%");
        for (Forecast prospect : prospects) {
            table.row(
                    Ink.BOLD,
                    numbers(prospect, prospect.of(RunMeasure.CALLS_DROPPED), false)
                            .toArray(String[]::new));
        }
        page.table(table);
    }

    private static List<String> numbers(Forecast prospect, Sample sample, boolean time) {
        List<String> cells = new ArrayList<>(List.of(prospect.name()));
        cells.add(MonteCarloWords.shown(sample.mean().estimate(), time));
        cells.add(MonteCarloWords.plusMinus(sample.mean(), time));
        for (int percentile : MonteCarloWords.PERCENTILES) {
            cells.add(MonteCarloWords.shown(sample.quantile(percentile / 100.0).estimate(), time));
        }
        return cells;
    }
}
