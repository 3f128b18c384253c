package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.ipsisim.document.Json;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.HeartbeatHistory.Heartbeat;
import org.ipsisim.history.History;
import org.ipsisim.history.Moments;
import org.ipsisim.history.TraceEntry;

/**
 * The trace of a run as newline-delimited JSON: one entry a line, with the keys that {@link JsonReport} gives a trace
 * entry. With several histories each line begins with the scenario's {@code file}. After a run's trace come its alarms,
 * of the {@code type} {@code alarm} and with the keys of the JSON, and its {@code caution}s; then the heartbeats that it kept, by server and IPSI:
 * their {@code type} is {@code heartbeat}, and {@code arrived} is null for one that did not.
 */
public final class NdjsonReport {
    private final Writer out;
    private final String file;
    private final Moments moments;

    private NdjsonReport(Writer out, String file, Moments moments) {
        this.out = out;
        this.moments = moments;
        this.file = file;
    }

    /**
     * Writes the lines; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(List<History> histories, Writer out) throws IOException {
        for (History history : histories) {
            String file = histories.size() > 1 ? history.scenario().provenance().file() : "";
            new NdjsonReport(out, file, history.moments()).write(history);
        }
        out.flush();
    }

    private void write(History history) throws IOException {
        for (TraceEntry entry : history.trace()) {
            writeLine(line -> JsonReport.entry(line, history, entry));
        }
        for (Alarm alarm : Alarms.of(history)) {
            writeLine(line -> JsonReport.alarm(line.text("type", "alarm"), alarm));
        }
        for (String caution : history.cautions()) {
            writeLine(line -> line.text("type", "caution").text("text", caution));
        }
        for (HeartbeatHistory path : history.heartbeats()) {
            for (Heartbeat beat : (Iterable<Heartbeat>) path.beats()::iterator) {
                writeLine(line -> JsonReport.heartbeat(
                        line.text("type", "heartbeat")
                                .text("server", path.server().id())
                                .text("subject", "ipsi-" + path.ipsi()),
                        beat));
            }
        }
    }

    private void writeLine(Consumer<Json> members) throws IOException {
        out.write(Json.compact(line -> members.accept((file.isEmpty() ? line : line.text("file", file)).in(moments))));
        out.write('\n');
    }
}
