package org.ipsisim.report;

import static org.ipsisim.report.JsonHistory.seconds;

import java.util.List;
import java.util.Map;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PnTotals;
import tools.jackson.core.JsonGenerator;

/** Writes one port network's history as a JSON object. */
final class JsonPortNetwork {
    private final PnHistory pn;
    private final JsonGenerator json;
    private final JsonLayout layout;
    private final JsonCalls calls;

    JsonPortNetwork(PnHistory pn, JsonGenerator json, JsonLayout layout) {
        this.pn = pn;
        this.json = json;
        this.layout = layout;
        this.calls = new JsonCalls(json, layout);
    }

    private boolean hasTraffic() {
        return pn.portNetwork().traffic().isPresent();
    }

    void write() {
        PortNetwork portNetwork = pn.portNetwork();
        json.writeStartObject();
        json.writeNumberProperty("pn", portNetwork.number());
        json.writeStringProperty("site", portNetwork.site());
        json.writeNumberProperty("community", portNetwork.community());
        writeIpsis();
        json.writeArrayPropertyStart("timeline");
        for (PnSpan span : pn.timeline()) {
            layout.row();
            json.writeStartObject();
            json.writeNumberProperty("from", seconds(span.from()));
            json.writeNumberProperty("to", seconds(span.to()));
            json.writeStringProperty("state", span.state().key());
            json.writeNumberProperty("controller", span.controller());
            if (hasTraffic()) {
                calls.writeLosses(span.losses());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTotals();
        writePhases();
        json.writeObjectPropertyStart("calls");
        calls.writeStable("pn", pn.pnCalls());
        calls.writeStable("ip", pn.ipCalls());
        json.writeEndObject();
        if (hasTraffic()) {
            calls.writeRandom(pn);
        }
        json.writeEndObject();
    }

    private void writeIpsis() {
        json.writeArrayPropertyStart("ipsis");
        for (Map.Entry<IpsiId, List<ListSpan>> entry : pn.lists().entrySet()) {
            List<ListSpan> spans = entry.getValue();
            json.writeStartObject();
            json.writeStringProperty("id", entry.getKey().toString());
            writeClusters("priorityList", spans.get(spans.size() - 1).clusters());
            json.writeArrayPropertyStart("priorityLists");
            for (ListSpan span : spans) {
                layout.row();
                json.writeStartObject();
                json.writeNumberProperty("from", seconds(span.from()));
                json.writeNumberProperty("to", seconds(span.to()));
                writeClusters("clusters", span.clusters());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeClusters(String name, List<Integer> clusters) {
        json.writeName(name);
        layout.row();
        json.writeStartArray();
        for (int cluster : clusters) {
            json.writeNumber(cluster);
        }
        json.writeEndArray();
    }

    private void writeTotals() {
        PnTotals totals = pn.totals();
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("degradedSeconds", seconds(totals.degraded()));
        json.writeNumberProperty("outageSeconds", seconds(totals.outage()));
        json.writeNumberProperty("warmResets", totals.warmResets());
        json.writeNumberProperty("coldResets", totals.coldResets());
        json.writeNumberProperty("failovers", totals.failovers());
        json.writeNumberProperty("fallbacks", totals.fallbacks());
        json.writeNumberProperty("ipsiInterchanges", totals.ipsiInterchanges());
        json.writeNumberProperty("callsDropped", totals.callsDropped());
        json.writeNumberProperty("callsBlocked", totals.callsBlocked());
        json.writeNumberProperty("callsDelayed", totals.callsDelayed());
        calls.writeTotals(pn.randomCalls(), pn.total(PnTotal.CALLS_FROZEN));
        json.writeEndObject();
    }

    private void writePhases() {
        json.writeArrayPropertyStart("phases");
        for (PhaseCharge charge : Phases.of(pn)) {
            layout.row();
            json.writeStartObject();
            json.writeStringProperty("state", charge.state().key());
            json.writeStringProperty("phase", charge.state().phase());
            json.writeNumberProperty("seconds", seconds(charge.millis()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
