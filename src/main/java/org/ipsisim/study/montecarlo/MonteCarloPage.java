package org.ipsisim.study.montecarlo;

import static org.ipsisim.document.ReportTable.Column.name;
import static org.ipsisim.document.ReportTable.Column.number;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.ReportTable;
import org.ipsisim.document.StudyPage;
import org.ipsisim.document.WholeFiles;

/** The report of many runs under outages by chance as a directory of files. */
public final class MonteCarloPage {
    private static final String CHART = "outage.png";

    private final MonteCarlo study;
    private final MonteCarloWords words;

    private MonteCarloPage(MonteCarlo study) {
        this.study = study;
        this.words = new MonteCarloWords(study);
    }

    /**
     * Writes {@code index.html}, {@code outage.png}, {@code monte-carlo.json} and {@code monte-carlo.csv}.
     *
     * @param study with at least one run
     * @param command the command line that gives the same again
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for the PNG; then nothing is written
     */
    public static void write(MonteCarlo study, String command, Path directory) throws IOException {
        StringWriter json = new StringWriter();
        MonteCarloJson.write(study, json);
        StringWriter csv = new StringWriter();
        MonteCarloCsv.write(study, csv);
        byte[] chart = MonteCarloPng.render(study);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(CHART, chart);
        files.put("monte-carlo.json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put("monte-carlo.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.put("index.html", new MonteCarloPage(study).html(command, chart).getBytes(StandardCharsets.UTF_8));
        WholeFiles.write(directory, files);
    }

    /** The page alone. */
    public static String html(MonteCarlo study, String command, byte[] chart) {
        return new MonteCarloPage(study).html(command, chart);
    }

    private String html(String command, byte[] chart) {
        StudyPage page =
                new StudyPage("outages by chance", study.plan().a().scenario().title(), words.headline());
        page.note(words.tried());
        words.precision().ifPresent(page::note);
        if (study.plan().b().isPresent()) {
            page.section("What the other setting changes").table(differences());
            page.note("Variance cut: so many times as many runs would take two studies with outages of their own.");
        }
        page.section("How much outage a run has");
        page.image(chart, "A falling line: the share of runs with more outage than that", "");
        page.table(numbers("Outage", RunMeasure.OUTAGE));
        page.section("How many runs have at least one").table(shares());
        page.section("Calls dropped in a run").table(numbers("Calls dropped", RunMeasure.CALLS_DROPPED));
        page.note(MonteCarloWords.INTERVALS).note(words.worst());
        page.section("Run it again").code(command);
        return page.html();
    }

    private List<Forecast> prospects() {
        List<Forecast> prospects = new ArrayList<>(study.portNetworks());
        prospects.add(study.all());
        return prospects;
    }

    private ReportTable shares() {
        List<List<String>> rows = new ArrayList<>();
        for (Forecast prospect : prospects()) {
            List<String> row = new ArrayList<>(List.of(prospect.name()));
            for (RunMeasure measure : List.of(RunMeasure.WARM_RESETS, RunMeasure.COLD_RESETS, RunMeasure.FAILOVERS)) {
                Interval share = prospect.of(measure).shareAboveZero();
                row.add(MonteCarloWords.percent(share.estimate()) + " (" + MonteCarloWords.range(share) + ")");
            }
            rows.add(row);
        }
        return new ReportTable(
                "Shares of runs",
                List.of(name("Port network"), number("Warm reset"), number("Cold reset"), number("Failover")),
                rows);
    }

    private ReportTable numbers(String caption, RunMeasure measure) {
        List<ReportTable.Column> columns = new ArrayList<>(List.of(name("Port network"), number("Mean"), number("±")));
        MonteCarloWords.PERCENTILES.forEach(percentile -> columns.add(number(percentile + "%")));
        columns.add(number("Most"));
        if (measure.isTime()) {
            columns.add(number("Availability"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Forecast prospect : prospects()) {
            Sample sample = prospect.of(measure);
            List<String> row = new ArrayList<>(List.of(
                    prospect.name(),
                    MonteCarloWords.shown(sample.mean().estimate(), measure.isTime()),
                    MonteCarloWords.plusMinus(sample.mean(), measure.isTime())));
            for (int percentile : MonteCarloWords.PERCENTILES) {
                row.add(MonteCarloWords.shown(
                        sample.quantile(percentile / 100.0).estimate(), measure.isTime()));
            }
            row.add(MonteCarloWords.shown(sample.largest(), measure.isTime()));
            if (measure.isTime()) {
                row.add(MonteCarloWords.availability(prospect));
            }
            rows.add(row);
        }
        return new ReportTable(caption, columns, rows);
    }

    private ReportTable differences() {
        List<List<String>> rows = new ArrayList<>();
        for (PairedDifference difference : study.differences()) {
            rows.add(row(difference.name(), "outage", difference.outage(), true));
            rows.add(row(difference.name(), "calls dropped", difference.callsDropped(), false));
            rows.add(row(difference.name(), "failovers", difference.failovers(), false));
        }
        return new ReportTable(
                "Differences",
                List.of(
                        name("Port network"),
                        name("Measure"),
                        number("On average"),
                        number("From"),
                        number("To"),
                        number("Variance cut")),
                rows);
    }

    private static List<String> row(String pn, String measure, PairedDifference.Of difference, boolean time) {
        Interval mean = difference.mean();
        return List.of(
                pn,
                measure,
                MonteCarloWords.signed(mean.estimate(), time),
                MonteCarloWords.signed(mean.low(), time),
                MonteCarloWords.signed(mean.high(), time),
                MonteCarloWords.gain(difference));
    }
}
