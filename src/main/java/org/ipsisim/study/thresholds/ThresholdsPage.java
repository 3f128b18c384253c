package org.ipsisim.study.thresholds;

import static org.ipsisim.document.ReportTable.Column.name;
import static org.ipsisim.document.ReportTable.Column.number;
import static org.ipsisim.document.ReportTable.Column.words;

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
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.PnNames;

/** The report of thresholds as a directory of files. */
public final class ThresholdsPage {
    private static final int MOST_ROWS = 400;

    private final Thresholds thresholds;
    private final ThresholdWords words;
    private final List<ThresholdRow> rows;
    private final String command;

    private ThresholdsPage(Thresholds thresholds, String command) {
        this.thresholds = thresholds;
        this.words = new ThresholdWords(thresholds);
        this.rows = ThresholdRow.of(thresholds);
        this.command = command;
    }

    /**
     * Writes {@code index.html}, {@code thresholds.png}, {@code thresholds.json} and {@code thresholds.csv}.
     *
     * @param command the command line that gives the same again
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for the PNG; then nothing is written
     */
    public static void write(Thresholds thresholds, String command, Path directory) throws IOException {
        StringWriter json = new StringWriter();
        ThresholdsJson.write(thresholds, json);
        StringWriter csv = new StringWriter();
        ThresholdsCsv.write(thresholds, csv);
        byte[] chart = ThresholdsPng.render(thresholds);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("thresholds.png", chart);
        files.put("thresholds.json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put("thresholds.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.put("index.html", html(thresholds, command, chart).getBytes(StandardCharsets.UTF_8));
        WholeFiles.write(directory, files);
    }

    /** The page alone. */
    public static String html(Thresholds thresholds, String command, byte[] chart) {
        return new ThresholdsPage(thresholds, command).html(chart);
    }

    private String html(byte[] chart) {
        StudyPage page =
                new StudyPage("thresholds", thresholds.plan().scenario().title(), words.headline());
        page.note(words.tried());
        if (!words.missing().isEmpty()) {
            page.paragraph(words.missing() + ".");
        }
        page.section("What a cut costs, by its length");
        page.image(
                chart,
                "Bands of outcomes over the length of the cut, one row for each kind of cut and port network",
                "Each row: one kind of cut and the port networks that fare alike. The numbers are the longest cuts of"
                        + " their bands.");
        page.section("The longest cut that still costs nothing, no call, no failover")
                .table(longest());
        page.note("> : no cut that was tried was too long. * : some longer cuts cost less again.");
        if (!words.untouched().isEmpty()) {
            page.paragraph(words.untouched());
        }
        page.section("The edges").table(edges());
        page.section("Run it again").code(command);
        return page.html();
    }

    private ReportTable longest() {
        List<List<String>> cells = new ArrayList<>();
        for (ThresholdRow row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            cells.add(List.of(
                    row.fault(),
                    PnNames.of(row.numbers()),
                    words.shown(row.bands(), PnOutcome::isFree),
                    words.shown(row.bands(), PnOutcome::keepsCalls),
                    words.shown(row.bands(), PnOutcome::stays)));
        }
        return new ReportTable(
                "The longest cuts",
                List.of(
                        name("Cut of"),
                        words("Port networks"),
                        number("Costs nothing"),
                        number("No call"),
                        number("No failover")),
                cells);
    }

    private ReportTable edges() {
        List<List<String>> cells = new ArrayList<>();
        for (ThresholdRow row : rows) {
            long before = 0;
            for (Band band : row.bands().bands()) {
                if (band.to() > 0 && cells.size() < MOST_ROWS) {
                    cells.add(List.of(
                            row.fault(),
                            PnNames.of(row.numbers()),
                            Words.duration(before),
                            Words.duration(band.to()),
                            ThresholdWords.shown(band.outcome())));
                }
                before = band.to();
            }
        }
        return new ReportTable(
                "Bands of lengths that cost the same",
                List.of(name("Cut of"), words("Port networks"), number("Longer than"), number("Up to"), words("Costs")),
                cells);
    }
}
