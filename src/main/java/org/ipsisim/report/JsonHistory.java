package org.ipsisim.report;

import java.math.BigDecimal;
import java.util.List;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import tools.jackson.core.JsonGenerator;

/** Writes one history as a JSON object. */
final class JsonHistory {
    private final History history;
    private final JsonGenerator json;
    private final JsonLayout layout;

    JsonHistory(History history, JsonGenerator json, JsonLayout layout) {
        this.history = history;
        this.json = json;
        this.layout = layout;
    }

    void write() {
        Scenario scenario = history.scenario();
        json.writeStartObject();
        json.writeStringProperty("title", scenario.title());
        json.writeStringProperty("file", scenario.provenance().file());
        json.writeNumberProperty("seed", scenario.seed());
        json.writeNumberProperty("durationSeconds", seconds(history.duration()));
        json.writeStringProperty("headline", Headline.of(history));
        writeTimers(scenario.estate().timers());
        json.writeArrayPropertyStart("assumptions");
        for (String assumption : Assumptions.of(history)) {
            json.writeString(assumption);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("portNetworks");
        for (PnHistory pn : history.portNetworks()) {
            new JsonPortNetwork(pn, json, layout).write();
        }
        json.writeEndArray();
        writeServers();
        writeTotals();
        writeAlarms();
        writeTrace();
        writeExpectations();
        JsonHeartbeats.writeProperty(history.heartbeats(), json, layout);
        json.writeEndObject();
    }

    /** A time as a plain JSON number of seconds. */
    static BigDecimal seconds(long millis) {
        return Words.decimalSeconds(millis);
    }

    private void writeTimers(Timers timers) {
        json.writeObjectPropertyStart("timers");
        for (TimerSetting setting : TimerSetting.values()) {
            json.writeNumberProperty(setting.jsonName(), seconds(timers.millis(setting)));
        }
        json.writeStringProperty("reading", timers.reading().key());
        json.writeStringProperty("callsDrop", timers.callsDrop().key());
        json.writeEndObject();
        List<TimerLine> lines = TimerTable.of(history);
        json.writeObjectPropertyStart("timerOrigins");
        for (int i = 0; i < lines.size(); i++) {
            TimerLine line = lines.get(i);
            json.writeName(jsonName(line));
            layout.row();
            json.writeStartObject();
            json.writeStringProperty("origin", line.origin());
            json.writeStringProperty("confidence", line.confidence());
            json.writeStringProperty("rule", line.rule());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String jsonName(TimerLine line) {
        return Keyed.find(TimerSetting.class, line.key())
                .map(TimerSetting::jsonName)
                .orElse(line.key().equals("calls-drop") ? "callsDrop" : line.key());
    }

    private void writeServers() {
        json.writeArrayPropertyStart("servers");
        for (ServerHistory server : history.servers()) {
            json.writeStartObject();
            json.writeStringProperty("id", server.server().id());
            json.writeNumberProperty("cluster", server.server().cluster());
            json.writeStringProperty("site", server.server().site());
            json.writeArrayPropertyStart("timeline");
            for (RoleSpan span : server.timeline()) {
                layout.row();
                json.writeStartObject();
                json.writeNumberProperty("from", seconds(span.from()));
                json.writeNumberProperty("to", seconds(span.to()));
                json.writeStringProperty("role", span.role().key());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeTotals() {
        Sums sums = Sums.of(history.portNetworks());
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("serverInterchanges", history.serverInterchanges());
        json.writeNumberProperty("outageSeconds", seconds(sums.totals().outage()));
        json.writeNumberProperty("degradedSeconds", seconds(sums.totals().degraded()));
        json.writeNumberProperty("warmResets", sums.totals().warmResets());
        json.writeNumberProperty("coldResets", sums.totals().coldResets());
        json.writeNumberProperty("failovers", sums.totals().failovers());
        json.writeNumberProperty("fallbacks", sums.totals().fallbacks());
        json.writeNumberProperty("ipsiInterchanges", sums.totals().ipsiInterchanges());
        json.writeNumberProperty("callsDropped", sums.totals().callsDropped());
        json.writeNumberProperty("callsBlocked", sums.totals().callsBlocked());
        json.writeNumberProperty("callsDelayed", sums.totals().callsDelayed());
        new JsonCalls(json, layout).writeTotals(sums.randomCalls(), sums.frozen());
        json.writeEndObject();
    }

    private void writeAlarms() {
        json.writeArrayPropertyStart("alarms");
        for (Alarm alarm : Alarms.of(history)) {
            layout.row();
            json.writeStartObject();
            writeAlarm(alarm, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The properties of an alarm, into an object that the caller opens and closes. */
    static void writeAlarm(Alarm alarm, JsonGenerator json) {
        json.writeNumberProperty("at", seconds(alarm.at()));
        if (alarm.clearedAt().isPresent()) {
            json.writeNumberProperty("clearedAt", seconds(alarm.clearedAt().getAsLong()));
        } else {
            json.writeNullProperty("clearedAt");
        }
        json.writeStringProperty("severity", alarm.severity().word());
        json.writeStringProperty("object", alarm.object());
        json.writeStringProperty("subject", alarm.subject().name());
        json.writeNumberProperty("raisedBy", alarm.raisedBy());
        json.writeNumberProperty("cause", alarm.cause());
        json.writeStringProperty("text", alarm.text());
        json.writeStringProperty("confidence", alarm.confidence().word());
        json.writeStringProperty("source", alarm.source());
    }

    private void writeTrace() {
        json.writeArrayPropertyStart("trace");
        for (TraceEntry entry : history.trace()) {
            layout.row();
            json.writeStartObject();
            writeEntry(history, entry, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The properties of a trace entry, into an object that the caller opens and closes. */
    static void writeEntry(History history, TraceEntry entry, JsonGenerator json) {
        json.writeNumberProperty("id", entry.id());
        json.writeNumberProperty("at", seconds(entry.at()));
        json.writeStringProperty("type", entry.what().type());
        json.writeStringProperty("subject", entry.subject().name());
        json.writeNumberProperty("cause", entry.cause());
        json.writeStringProperty("text", history.textOf(entry));
    }

    private void writeExpectations() {
        json.writeArrayPropertyStart("expectations");
        for (ExpectationResult result : history.checkExpectations()) {
            layout.row();
            json.writeStartObject();
            json.writeStringProperty("expect", result.expect());
            json.writeBooleanProperty("met", result.met());
            json.writeStringProperty("actual", result.actual());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
