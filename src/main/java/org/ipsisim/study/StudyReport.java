package org.ipsisim.study;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Csv;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentPage;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.document.WholeFiles;
import org.ipsisim.estate.Scenario;

/** The result of a study as all formats need it: a document for people, rows and JSON for programs. */
public abstract class StudyReport {
    private final String name;
    private final String kind;
    private final Scenario scenario;
    private final String command;

    /**
     * @param name of the study, and of its data files: {@code audit} for {@code audit.json}
     * @param kind of result, as {@link Document} has it
     * @param scenario what was studied
     * @param command the command line that gives the same again
     */
    protected StudyReport(String name, String kind, Scenario scenario, String command) {
        this.name = name;
        this.kind = kind;
        this.scenario = scenario;
        this.command = command;
    }

    /** The name of the study, and of its data files. */
    public String name() {
        return name;
    }

    /** What it says to a person, with the command that gives the same again at its end. */
    public Document document() {
        Document document = new Document(kind, scenario.title(), headline());
        introduce(document);
        document.note(tried()).warning(missing());
        tell(document);
        return document.section("Run it again").code(command);
    }

    /** The answer in a sentence or two. */
    public abstract String headline();

    /** What was run, in a sentence. */
    protected abstract String tried();

    /** Adds what stands between the answer and what was run; nothing unless a study has something to say there. */
    protected void introduce(Document document) {}

    /** Adds the sections. */
    protected abstract void tell(Document document);

    /** The CSV table. */
    public abstract Table<?> rows();

    /** Writes the members of the JSON object. */
    public abstract void json(Json json);

    /** Writes the members with which the JSON object begins: study, answer and scenario. */
    protected final Json head(Json json) {
        return json.format()
                .text("study", name)
                .text("headline", headline())
                .text("title", scenario.title())
                .text("file", scenario.provenance().file());
    }

    /** What is missing because the study was interrupted, as a sentence without its full stop; empty if nothing is. */
    public String missing() {
        return "";
    }

    /** Which limits that were asked for are exceeded, a sentence each. */
    public List<String> exceeded() {
        return List.of();
    }

    /**
     * Writes {@code index.html}, its charts, and the JSON and CSV files.
     *
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for a chart; then nothing is written
     */
    public final void write(Path directory) throws IOException {
        StringWriter json = new StringWriter();
        Json.write(json, this::json);
        StringWriter csv = new StringWriter();
        Csv.write(rows(), csv);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name + ".json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put(name + ".csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.putAll(DocumentPage.files(document()));
        WholeFiles.write(directory, "the report", files);
    }
}
