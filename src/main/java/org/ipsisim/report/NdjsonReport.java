package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * The trace of a run as newline-delimited JSON: one entry a line, with the keys that {@link JsonReport} gives a trace
 * entry. With several histories each line begins with the scenario's {@code file}. After a run's trace come its alarms,
 * of the {@code type} {@code alarm} and with the keys of the JSON; then the heartbeats that it kept, by server and IPSI:
 * their {@code type} is {@code heartbeat}, and {@code arrived} is null for one that did not.
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
        boolean empty = histories.stream()
                .allMatch(history -> history.trace().isEmpty()
                        && history.heartbeats().isEmpty()
                        && Alarms.of(history).isEmpty());
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            for (History history : histories) {
                String file =
                        histories.size() > 1 ? history.scenario().provenance().file() : "";
                for (TraceEntry entry : history.trace()) {
                    writeLine(file, json, () -> JsonHistory.writeEntry(history, entry, json));
                }
                for (Alarm alarm : Alarms.of(history)) {
                    writeLine(file, json, () -> {
                        json.writeStringProperty("type", "alarm");
                        JsonHistory.writeAlarm(alarm, json);
                    });
                }
                for (HeartbeatHistory path : history.heartbeats()) {
                    path.beats()
                            .forEach(beat -> writeLine(file, json, () -> JsonHeartbeats.writeLine(path, beat, json)));
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

    private static void writeLine(String file, JsonGenerator json, Runnable properties) {
        json.writeStartObject();
        if (!file.isEmpty()) {
            json.writeStringProperty("file", file);
        }
        properties.run();
        json.writeEndObject();
    }
}
