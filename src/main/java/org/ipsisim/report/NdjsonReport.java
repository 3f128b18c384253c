package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.ipsisim.document.Json;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.History;
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
                history.trace().forEach(entry -> writeLine(file, json, line -> RunJson.entry(line, history, entry)));
                Alarms.of(history)
                        .forEach(alarm ->
                                writeLine(file, json, line -> RunJson.alarm(line.text("type", "alarm"), alarm)));
                for (HeartbeatHistory path : history.heartbeats()) {
                    path.beats()
                            .forEach(beat -> writeLine(
                                    file,
                                    json,
                                    line -> RunJson.heartbeat(
                                            line.text("type", "heartbeat")
                                                    .text(
                                                            "server",
                                                            path.server().id())
                                                    .text("subject", "ipsi-" + path.ipsi()),
                                            beat)));
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

    private static void writeLine(String file, JsonGenerator json, Consumer<Json> members) {
        Json line = new Json(json, new JsonLayout());
        json.writeStartObject();
        if (!file.isEmpty()) {
            line.text("file", file);
        }
        members.accept(line);
        json.writeEndObject();
    }
}
