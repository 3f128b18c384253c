package org.ipsisim.study.audit;

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
import java.util.Optional;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.ReportTable;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.StudyPage;
import org.ipsisim.document.WholeFiles;
import org.ipsisim.history.Words;

/** The report of an audit as a directory of files. */
public final class AuditPage {
    private static final int MOST_BARS = 15;
    private static final int MOST_ROWS = 200;

    private final Audit audit;
    private final AuditRanking ranking;
    private final AuditWords words;
    private final String command;

    private AuditPage(Audit audit, String command) {
        this.audit = audit;
        this.ranking = new AuditRanking(audit);
        this.words = new AuditWords(audit, ranking);
        this.command = command;
    }

    /**
     * Writes {@code index.html}, {@code worst.png} (unless nothing costs anything), {@code audit.json} and
     * {@code audit.csv}.
     *
     * @param most entries of each ranking of the JSON file
     * @param command the command line that gives the same again
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for the PNG; then nothing is written
     */
    public static void write(Audit audit, int most, String command, Path directory) throws IOException {
        StringWriter json = new StringWriter();
        AuditJson.write(audit, most, json);
        StringWriter csv = new StringWriter();
        AuditCsv.write(audit, csv);
        AuditPage page = new AuditPage(audit, command);
        Optional<byte[]> chart = page.chart();
        Map<String, byte[]> files = new LinkedHashMap<>();
        chart.ifPresent(png -> files.put("worst.png", png));
        files.put("audit.json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put("audit.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.put("index.html", page.html(chart).getBytes(StandardCharsets.UTF_8));
        WholeFiles.write(directory, files);
    }

    /** The page alone. */
    public static String html(Audit audit, String command, Optional<byte[]> chart) {
        return new AuditPage(audit, command).html(chart);
    }

    private Optional<byte[]> chart() throws IOException {
        List<FaultResult> worst = new ArrayList<>(first(ranking.singles(), MOST_BARS));
        worst.addAll(first(ranking.pairs(), MOST_BARS));
        return worst.isEmpty() ? Optional.empty() : Optional.of(WorstFaultsPng.render(worst));
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private String html(Optional<byte[]> chart) {
        StudyPage page = new StudyPage("audit", audit.plan().scenario().title(), words.headline());
        page.note(words.tried());
        if (chart.isPresent()) {
            page.section("The worst faults");
            page.image(
                    chart.get(),
                    "Bars of calls dropped and minutes without service, single faults first, then pairs",
                    "The worst single faults, then the worst pairs.");
            page.table(worst("The worst single faults", ranking.singles()));
            if (!ranking.pairs().isEmpty()) {
                page.table(worst("The worst pairs", ranking.pairs()));
            }
        }
        if (!ranking.more().isEmpty()) {
            page.section("Pairs that cost more than both faults one by one").table(more());
        }
        if (!ranking.lasting().isEmpty()) {
            page.section("What keeps port networks out for as long as it lasts").table(lasting());
            page.note("No part of these sets does so. " + words.tooShort());
        }
        if (!ranking.fragmenting().isEmpty()) {
            page.section("What breaks the estate into separate systems").table(fragmenting());
            page.note("No part of these sets does so.");
        }
        if (!words.weaknesses().isEmpty()) {
            page.section("What is weak in the estate as it stands");
            words.weaknesses().forEach(page::paragraph);
        }
        page.section("Run it again").code(command);
        return page.html();
    }

    private static ReportTable worst(String caption, List<FaultResult> results) {
        List<List<String>> cells = new ArrayList<>();
        for (FaultResult result : first(results, MOST_ROWS)) {
            FaultCost cost = result.worst();
            cells.add(List.of(
                    result.set().name(),
                    Words.duration(cost.length()),
                    String.valueOf(cost.callsDropped()),
                    RoundedNumbers.time(cost.outage()),
                    NumberList.compact(cost.portNetworksOut())));
        }
        return new ReportTable(
                caption,
                List.of(
                        words("Fault"),
                        number("For"),
                        number("Calls dropped"),
                        number("No service"),
                        words("Out till the end")),
                cells);
    }

    private ReportTable more() {
        List<List<String>> cells = new ArrayList<>();
        for (FaultResult result : first(ranking.more(), MOST_ROWS)) {
            FaultCost excess = ranking.excess(result);
            cells.add(List.of(
                    result.set().name(),
                    Words.duration(excess.length()),
                    String.valueOf(excess.callsDropped()),
                    RoundedNumbers.time(excess.outage())));
        }
        return new ReportTable(
                "What a pair costs beyond its faults one by one",
                List.of(
                        words("Pair"),
                        number("For"),
                        number("More calls dropped"),
                        number("More time without service")),
                cells);
    }

    private ReportTable lasting() {
        List<List<String>> cells = new ArrayList<>();
        for (AuditRanking.Minimal minimal : first(ranking.lasting(), MOST_ROWS)) {
            cells.add(List.of(minimal.result().set().name(), NumberList.compact(minimal.portNetworks())));
        }
        return new ReportTable(
                "Minimal sets of faults, and the port networks that they keep out",
                List.of(words("Faults"), words("Port networks")),
                cells);
    }

    private ReportTable fragmenting() {
        List<List<String>> cells = new ArrayList<>();
        for (FaultResult result : first(ranking.fragmenting(), MOST_ROWS)) {
            FaultCost cost = result.costs().stream()
                    .filter(FaultCost::fragments)
                    .findFirst()
                    .orElseThrow();
            cells.add(List.of(result.set().name(), Words.duration(cost.length()), String.valueOf(cost.systems())));
        }
        return new ReportTable(
                "Minimal sets of faults under which port networks are in service under different clusters",
                List.of(words("Faults"), number("From"), number("Systems")),
                cells);
    }
}
