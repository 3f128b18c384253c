package org.ipsisim.study.thresholds;

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
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.PnNames;

/** The report of chances as a directory of files. */
public final class CutChancesPage {
    private static final int MOST_ROWS = 100;

    private CutChancesPage() {}

    /**
     * Writes {@code index.html}, {@code chances.png}, {@code thresholds.json} and {@code thresholds.csv}.
     *
     * @param command the command line that gives the same again
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for the PNG; then nothing is written
     */
    public static void write(CutChances chances, String command, Path directory) throws IOException {
        StringWriter json = new StringWriter();
        CutChancesJson.write(chances, json);
        StringWriter csv = new StringWriter();
        CutChancesCsv.write(chances, csv);
        byte[] chart = CutChancesPng.render(chances);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("chances.png", chart);
        files.put("thresholds.json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put("thresholds.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.put("index.html", html(chances, command, chart).getBytes(StandardCharsets.UTF_8));
        WholeFiles.write(directory, files);
    }

    /** The page alone. */
    public static String html(CutChances chances, String command, byte[] chart) {
        CutChancesWords words = new CutChancesWords(chances);
        StudyPage page = new StudyPage("thresholds", chances.plan().scenario().title(), words.headline());
        page.note(words.tried());
        page.section("How likely a cut costs something, by its length");
        page.image(
                chart,
                "Curves over the length of the cut: in how many of the runs it costs something, a call, a failover",
                "Shares of " + chances.seeds() + " runs; the shades are 95 % confidence intervals (Wilson).");
        for (CutChanceRow row : CutChanceRow.of(chances)) {
            page.section("Cuts of " + row.fault() + ", " + PnNames.of(row.numbers()))
                    .table(table(row));
        }
        return page.section("Run it again").code(command).html();
    }

    private static ReportTable table(CutChanceRow row) {
        List<List<String>> cells = new ArrayList<>();
        for (CutChancePoint point : row.changes()) {
            if (cells.size() < MOST_ROWS) {
                cells.add(List.of(
                        Words.duration(point.length()),
                        CutChancesWords.shown(point.costs()),
                        CutChancesWords.shown(point.calls()),
                        CutChancesWords.shown(point.failovers())));
            }
        }
        return new ReportTable(
                "Shares by length, where they change",
                List.of(number("Length"), number("Costs something"), number("A call"), number("A failover")),
                cells);
    }
}
