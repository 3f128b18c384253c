package org.ipsisim.report;

import java.util.List;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.HeartbeatHistory.Heartbeat;
import tools.jackson.core.JsonGenerator;

/** Writes every heartbeat of a run as JSON, one after the other: a long run has millions. */
final class JsonHeartbeats {
    private JsonHeartbeats() {}

    /** The property {@code heartbeats}, by server and IPSI; nothing if the run kept none. */
    static void writeProperty(List<HeartbeatHistory> heartbeats, JsonGenerator json, JsonLayout layout) {
        if (heartbeats.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("heartbeats");
        for (HeartbeatHistory path : heartbeats) {
            json.writeStartObject();
            json.writeStringProperty("server", path.server().id());
            json.writeStringProperty("ipsi", path.ipsi().toString());
            json.writeNumberProperty("delivered", path.count(true));
            json.writeNumberProperty("missed", path.count(false));
            json.writeArrayPropertyStart("beats");
            path.beats().forEach(beat -> {
                layout.row();
                json.writeStartObject();
                writeTimes(beat, json);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The properties of a line of NDJSON, into an object that the caller opens and closes. */
    static void writeLine(HeartbeatHistory path, Heartbeat beat, JsonGenerator json) {
        json.writeStringProperty("type", "heartbeat");
        json.writeStringProperty("server", path.server().id());
        json.writeStringProperty("subject", "ipsi-" + path.ipsi());
        writeTimes(beat, json);
    }

    /** When it was due to be sent, and when it arrived: null for one that did not. */
    private static void writeTimes(Heartbeat beat, JsonGenerator json) {
        json.writeNumberProperty("due", JsonHistory.seconds(beat.due()));
        if (beat.delivered()) {
            json.writeNumberProperty("arrived", JsonHistory.seconds(beat.arrival()));
        } else {
            json.writeNullProperty("arrived");
        }
    }
}
