package org.ipsisim.study.replay;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.document.ReportTable;
import org.ipsisim.document.StudyPage;
import org.ipsisim.document.WholeFiles;

/** The report of replayed outages as a directory of files. */
public final class ReplayPage {
    private ReplayPage() {}

    /**
     * Writes {@code index.html}, {@code outages.png} (unless nothing costs anything), {@code replay.json} and
     * {@code replay.csv}.
     *
     * @param command the command line that gives the same again
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for the PNG; then nothing is written
     */
    public static void write(Replay replay, String command, Path directory) throws IOException {
        StringWriter json = new StringWriter();
        ReplayJson.write(replay, json);
        StringWriter csv = new StringWriter();
        ReplayCsv.write(replay, csv);
        Optional<byte[]> chart =
                new ReplayRanking(replay).size() == 0 ? Optional.empty() : Optional.of(ReplayPng.render(replay));
        Map<String, byte[]> files = new LinkedHashMap<>();
        chart.ifPresent(png -> files.put("outages.png", png));
        files.put("replay.json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put("replay.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.put("index.html", html(replay, command, chart).getBytes(StandardCharsets.UTF_8));
        WholeFiles.write(directory, files);
    }

    /** The page alone. */
    public static String html(Replay replay, String command, Optional<byte[]> chart) {
        ReplayWords words = new ReplayWords(replay);
        ReplayRows rows = new ReplayRows(replay);
        StudyPage page =
                new StudyPage("replayed outages", replay.plan().a().scenario().title(), words.headline());
        page.note(words.tried());
        if (chart.isPresent()) {
            page.section("What each outage cost");
            page.image(
                    chart.get(),
                    "Bars of time without service and calls dropped for each outage, the costliest first",
                    replay.b().isPresent()
                            ? "Each outage on its own; the numbers are those of both settings where they differ."
                            : "Each outage on its own.");
        }
        page.section("Totals").table(table("Totals", List.of("Port network"), rows, rows.totals()));
        if (!words.stays().isEmpty()) {
            page.note(words.stays());
        }
        page.section("Each outage")
                .table(table("Each outage", List.of("From", "What", "For", "Struck"), rows, rows.outages()));
        page.note(ReplayWords.EACH);
        page.section("Run it again").code(command);
        return page.html();
    }

    private static ReportTable table(String caption, List<String> heads, ReplayRows rows, List<List<String>> cells) {
        List<ReportTable.Column> columns = new ArrayList<>();
        heads.forEach(head -> columns.add(ReportTable.Column.name(head)));
        List<String> costs = rows.costHeads().size() == 4
                ? List.of("Outage", "Calls dropped", "Saves outage", "Saves calls")
                : List.of("Outage", "Calls dropped", "Failovers");
        costs.forEach(head -> columns.add(ReportTable.Column.number(head)));
        return new ReportTable(caption, columns, cells);
    }
}
