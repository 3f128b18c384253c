package org.ipsisim.report;

import java.util.Map;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.Words;
import tools.jackson.core.JsonGenerator;

/** Writes what became of calls into JSON objects that the caller opens and closes. */
final class JsonCalls {
    private static final int DECIMALS = 3;

    private final JsonGenerator json;
    private final JsonLayout layout;

    JsonCalls(JsonGenerator json, JsonLayout layout) {
        this.json = json;
        this.layout = layout;
    }

    /** Stable calls of one kind, as a property. */
    void writeStable(String kind, CallOutcome calls) {
        json.writeName(kind);
        layout.row();
        json.writeStartObject();
        json.writeNumberProperty("atStart", calls.atStart());
        json.writeNumberProperty("dropped", calls.dropped());
        json.writeNumberProperty("frozen", calls.frozen());
        json.writeNumberProperty("kept", calls.kept());
        json.writeEndObject();
    }

    /** Totals that random calls have a part in. */
    void writeTotals(RandomCalls random, long frozen) {
        json.writeNumberProperty("callsOffered", random.offered());
        json.writeNumberProperty("callsCarried", random.carried());
        json.writeNumberProperty("setUpsLost", random.losses().setUpsLost());
        json.writeNumberProperty("callsFrozen", frozen);
        writeMinutes(random.losses());
    }

    /** The random calls that come from a port network, as a property. */
    void writeRandom(PnHistory pn) {
        RandomCalls calls = pn.randomCalls();
        json.writeObjectPropertyStart("randomCalls");
        json.writeNumberProperty("upAtStart", calls.upAtStart());
        json.writeNumberProperty("inSetUpAtStart", calls.inSetUpAtStart());
        json.writeNumberProperty("offered", calls.offered());
        json.writeNumberProperty("carried", calls.carried());
        json.writeNumberProperty("ended", calls.ended());
        json.writeNumberProperty("upAtEnd", calls.upAtEnd());
        json.writeNumberProperty("inSetUpAtEnd", calls.inSetUpAtEnd());
        json.writeNumberProperty("frozen", calls.frozen());
        writeLosses(calls.losses());
        json.writeName("blockedBy");
        layout.row();
        json.writeStartObject();
        json.writeNumberProperty("trunksBusy", calls.trunksBusy());
        json.writeNumberProperty("farEndOut", calls.farEndOut());
        json.writeNumberProperty("separateSystems", calls.separate());
        json.writeEndObject();
        json.writeArrayPropertyStart("phases");
        for (Map.Entry<PnState, CallLosses> phase : pn.lossesByState().entrySet()) {
            layout.row();
            json.writeStartObject();
            json.writeStringProperty("state", phase.getKey().key());
            writeLosses(phase.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void writeLosses(CallLosses losses) {
        json.writeNumberProperty("blocked", losses.blocked());
        json.writeNumberProperty("delayed", losses.delayed());
        json.writeNumberProperty("setUpsLost", losses.setUpsLost());
        json.writeNumberProperty("dropped", losses.dropped());
        writeMinutes(losses);
    }

    private void writeMinutes(CallLosses losses) {
        json.writeNumberProperty("talkMinutesLost", Words.decimalMinutes(losses.talkTime(), DECIMALS));
    }
}
