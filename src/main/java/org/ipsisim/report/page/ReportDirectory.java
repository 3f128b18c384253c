package org.ipsisim.report.page;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Document;
import org.ipsisim.document.WholeFiles;
import org.ipsisim.history.History;
import org.ipsisim.report.JsonReport;
import org.ipsisim.report.chart.TimelinePng;

/** The report of a run as a directory of files to read, print, link to and feed to other programs. */
public final class ReportDirectory {
    private ReportDirectory() {}

    /**
     * Writes {@code index.html}, {@code timeline.png}, {@code timeline.svg}, {@code report.md} and {@code run.json}.
     * The same history gives the same bytes; only those of the PNG depend on the fonts of the machine, too.
     *
     * @param recommendation what would have helped; a document without sections for nothing
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for the PNG; the message says why. Then
     *     nothing is written at all, and files of an earlier report stay
     */
    public static void write(History history, Document recommendation, Path directory) throws IOException {
        write(history, recommendation, Cover.NONE, false, directory);
    }

    /**
     * The same for a customer.
     *
     * @param hasPdf whether {@code report.pdf} is one of the files
     */
    public static void write(History history, Document recommendation, Cover cover, boolean hasPdf, Path directory)
            throws IOException {
        WholeFiles.write(directory, "the report", files(Report.of(history, recommendation, cover), hasPdf));
    }

    private static Map<String, byte[]> files(Report report, boolean hasPdf) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (hasPdf) {
            files.put("report.pdf", PdfReport.of(report));
        }
        files.put("timeline.png", TimelinePng.render("timeline.png", report.timeline()));
        files.put("timeline.svg", bytes(SvgTimeline.standalone(report.timeline())));
        files.put("report.md", bytes(MarkdownReport.of(report)));
        files.put("run.json", bytes(json(report.history())));
        files.put("index.html", bytes(HtmlReport.of(report)));
        return files;
    }

    private static String json(History history) throws IOException {
        StringWriter json = new StringWriter();
        JsonReport.write(List.of(history), json);
        return json.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
