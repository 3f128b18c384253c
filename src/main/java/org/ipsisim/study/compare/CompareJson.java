package org.ipsisim.study.compare;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Values;
import tools.jackson.core.JsonGenerator;

/** A comparison as one JSON document. Times are seconds with at most three decimals. */
public final class CompareJson {
    private final Comparison comparison;
    private final JsonGenerator json;
    private final JsonLayout layout;

    private CompareJson(Comparison comparison, JsonGenerator json, JsonLayout layout) {
        this.comparison = comparison;
        this.json = json;
        this.layout = layout;
    }

    /** Writes the document with a line end after it; flushes the writer and leaves it open. */
    public static void write(Comparison comparison, Writer out) throws IOException {
        JsonDocument.write(out, (json, layout) -> new CompareJson(comparison, json, layout).write());
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("study", "compare");
        json.writeStringProperty("headline", new ComparisonWords(comparison).headline());
        json.writeBooleanProperty("differs", comparison.differs());
        write("a", comparison.a());
        write("b", comparison.b());
        json.writeArrayPropertyStart("changes");
        for (Change change : comparison.changes()) {
            layout.row();
            json.writeStartObject();
            json.writeStringProperty("key", change.key());
            json.writeStringProperty("a", change.a());
            json.writeStringProperty("b", change.b());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("portNetworks");
        comparison.portNetworks().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(String name, Comparison.Side side) {
        History history = side.history();
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("title", history.scenario().title());
        json.writeStringProperty("file", history.scenario().provenance().file());
        json.writeName("settings");
        layout.row();
        json.writeStartArray();
        side.variant().settings().forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("seed", history.scenario().seed());
        json.writeNumberProperty("durationSeconds", Words.decimalSeconds(history.duration()));
        json.writeNumberProperty("serverInterchanges", history.serverInterchanges());
        Values.writeProperty("totals", side.cost(), json, layout);
        json.writeEndObject();
    }

    private void write(PnComparison pn) {
        json.writeStartObject();
        json.writeNumberProperty("pn", pn.number());
        json.writeBooleanProperty("differs", pn.differs());
        pn.divergence().ifPresent(divergence -> write(pn, divergence));
        pn.cause().ifPresent(this::write);
        json.writeObjectPropertyStart("totals");
        pn.a().ifPresent(there -> writeTotals("a", there, comparison.a().history()));
        pn.b().ifPresent(there -> writeTotals("b", there, comparison.b().history()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeTotals(String name, PnHistory pn, History history) {
        Values.writeProperty(name, Cost.of(pn, history), json, layout);
    }

    private void write(PnComparison pn, Divergence divergence) {
        json.writeNumberProperty("from", Words.decimalSeconds(divergence.at()));
        writeSpan("a", pn.a().orElseThrow().spanAt(divergence.at()));
        writeSpan("b", pn.b().orElseThrow().spanAt(divergence.at()));
        json.writeStringProperty("chainOf", divergence.inB() ? "b" : "a");
        History history = (divergence.inB() ? comparison.b() : comparison.a()).history();
        json.writeArrayPropertyStart("chain");
        for (TraceEntry entry : divergence.chain()) {
            layout.row();
            json.writeStartObject();
            json.writeNumberProperty("id", entry.id());
            json.writeNumberProperty("at", Words.decimalSeconds(entry.at()));
            json.writeStringProperty("type", entry.what().type());
            json.writeStringProperty("subject", entry.subject().name());
            json.writeNumberProperty("cause", entry.cause());
            json.writeStringProperty("text", history.textOf(entry));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeSpan(String name, PnSpan span) {
        json.writeName(name);
        layout.row();
        json.writeStartObject();
        json.writeStringProperty("state", span.state().key());
        json.writeNumberProperty("controller", span.controller());
        json.writeEndObject();
    }

    private void write(Cause cause) {
        json.writeName("becauseOf");
        layout.row();
        json.writeStartArray();
        cause.changes().forEach(change -> json.writeString(change.key()));
        json.writeEndArray();
        json.writeBooleanProperty("eachAlone", cause.alone());
    }
}
