package org.ipsisim.report.page;

import static org.ipsisim.report.page.ReportTable.Column.number;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.ChancesPng;
import org.ipsisim.report.timeline.PnNames;
import org.ipsisim.report.whatif.ChanceRow;
import org.ipsisim.report.whatif.ChancesCsv;
import org.ipsisim.report.whatif.ChancesJson;
import org.ipsisim.report.whatif.ChancesWords;
import org.ipsisim.whatif.ChancePoint;
import org.ipsisim.whatif.Chances;

/** The report of chances as a directory of files. */
public final class ChancesPage {
    private static final int MOST_ROWS = 100;

    private ChancesPage() {}

    /**
     * Writes {@code index.html}, {@code chances.png}, {@code thresholds.json} and {@code thresholds.csv}.
     *
     * @param command the command line that gives the same again
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for the PNG; then nothing is written
     */
    public static void write(Chances chances, String command, Path directory) throws IOException {
        StringWriter json = new StringWriter();
        ChancesJson.write(chances, json);
        StringWriter csv = new StringWriter();
        ChancesCsv.write(chances, csv);
        byte[] chart = ChancesPng.render(chances);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("chances.png", chart);
        files.put("thresholds.json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put("thresholds.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.put("index.html", html(chances, command, chart).getBytes(StandardCharsets.UTF_8));
        WholeFiles.write(directory, files);
    }

    /** The page alone. */
    static String html(Chances chances, String command, byte[] chart) {
        ChancesWords words = new ChancesWords(chances);
        StudyPage page = new StudyPage("thresholds", chances.plan().scenario().title(), words.headline());
        page.note(words.tried());
        page.section("How likely a cut costs something, by its length");
        page.image(
                chart,
                "Curves over the length of the cut: in how many of the runs it costs something, a call, a failover",
                "Shares of " + chances.seeds() + " runs; the shades are 95 % confidence intervals (Wilson).");
        for (ChanceRow row : ChanceRow.of(chances)) {
            page.section("Cuts of " + row.fault() + ", " + PnNames.of(row.numbers()))
                    .table(table(row));
        }
        return page.section("Run it again").code(command).html();
    }

    private static ReportTable table(ChanceRow row) {
        List<List<String>> cells = new ArrayList<>();
        for (ChancePoint point : row.changes()) {
            if (cells.size() < MOST_ROWS) {
                cells.add(List.of(
                        Words.duration(point.length()),
                        ChancesWords.shown(point.costs()),
                        ChancesWords.shown(point.calls()),
                        ChancesWords.shown(point.failovers())));
            }
        }
        return new ReportTable(
                "Shares by length, where they change",
                List.of(number("Length"), number("Costs something"), number("A call"), number("A failover")),
                cells);
    }
}
