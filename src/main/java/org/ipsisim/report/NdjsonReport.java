package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * The trace of a run as newline-delimited JSON: one entry a line, with the keys that {@link JsonReport} gives a trace
 * entry. With several histories each line begins with the scenario's {@code file}.
 */
public final class NdjsonReport {
    private NdjsonReport() {}

    /**
     * Writes the lines; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(List<History> histories, Writer out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .rootValueSeparator("\n")
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        boolean empty = true;
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            for (History history : histories) {
                for (TraceEntry entry : history.trace()) {
                    empty = false;
                    json.writeStartObject();
                    if (histories.size() > 1) {
                        json.writeStringProperty(
                                "file", history.scenario().provenance().file());
                    }
                    JsonHistory.writeEntry(entry, json);
                    json.writeEndObject();
                }
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        if (!empty) {
            out.write('\n');
        }
        out.flush();
    }
}
