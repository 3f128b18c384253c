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

/** The result of a study as all formats need it: a document for people, rows and JSON for programs. */
public interface StudyReport {
    /** The name of its data files, such as {@code audit} for {@code audit.json}. */
    String name();

    /** What it says to a person, with the command that gives the same again at its end. */
    Document document();

    /** The CSV table. */
    Table<?> rows();

    /** Writes the members of the JSON object. */
    void json(Json json);

    /** What is missing because the study was interrupted, as a sentence without its full stop; empty if nothing is. */
    default String missing() {
        return "";
    }

    /** Which limits that were asked for are exceeded, a sentence each. */
    default List<String> exceeded() {
        return List.of();
    }

    /**
     * Writes {@code index.html}, its charts, and the JSON and CSV files.
     *
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for a chart; then nothing is written
     */
    default void write(Path directory) throws IOException {
        StringWriter json = new StringWriter();
        Json.write(json, this::json);
        StringWriter csv = new StringWriter();
        Csv.write(rows(), csv);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name() + ".json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put(name() + ".csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.putAll(DocumentPage.files(document()));
        WholeFiles.write(directory, "the report", files);
    }
}
