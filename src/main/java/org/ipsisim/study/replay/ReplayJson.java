package org.ipsisim.study.replay;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.Words;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Values;
import tools.jackson.core.JsonGenerator;

/** Replayed outages as one JSON document. Lengths are seconds with at most three decimals; times are UTC. */
public final class ReplayJson {
    private final Replay replay;
    private final ReplayWords words;
    private final JsonGenerator json;
    private final JsonLayout layout;

    private ReplayJson(Replay replay, JsonGenerator json, JsonLayout layout) {
        this.replay = replay;
        this.words = new ReplayWords(replay);
        this.json = json;
        this.layout = layout;
    }

    /** Writes the document with a line end after it; flushes the writer and leaves it open. */
    public static void write(Replay replay, Writer out) throws IOException {
        JsonDocument.write(out, (json, layout) -> new ReplayJson(replay, json, layout).write());
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("study", "replay");
        json.writeStringProperty("headline", words.headline());
        json.writeStringProperty("title", replay.plan().a().scenario().title());
        json.writeStringProperty(
                "file", replay.plan().a().scenario().provenance().file());
        writeTexts("set", replay.plan().a().settings());
        writeTexts("against", replay.b().isEmpty() ? List.of() : words.againstSettings());
        json.writeNumberProperty("seed", replay.plan().a().scenario().seed());
        json.writeStringProperty("start", replay.plan().from().toString());
        json.writeNumberProperty(
                "durationSeconds", Words.decimalSeconds(replay.plan().duration().toMillis()));
        json.writeBooleanProperty("whole", replay.isWhole());
        writeCosts(replay.a(), replay.b());
        json.writeArrayPropertyStart("outages");
        for (Replay.Outage outage : replay.outages()) {
            json.writeStartObject();
            json.writeStringProperty("start", outage.incident().start().toString());
            json.writeNumberProperty(
                    "lengthSeconds", Words.decimalSeconds(replay.plan().lengthOf(outage.incident())));
            json.writeBooleanProperty("ended", outage.incident().end().isPresent());
            json.writeStringProperty("element", outage.incident().element());
            json.writeStringProperty("target", outage.incident().target().name());
            json.writeNumberProperty("line", outage.incident().line());
            writeCosts(outage.a(), outage.b());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeCosts(Map<Integer, Cost> a, Optional<Map<Integer, Cost>> b) {
        json.writeArrayPropertyStart("portNetworks");
        a.forEach((number, cost) -> {
            json.writeStartObject();
            json.writeNumberProperty("pn", number);
            Values.writeProperty("a", cost, json, layout);
            b.ifPresent(other -> Values.writeProperty("b", other.get(number), json, layout));
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void writeTexts(String name, List<String> texts) {
        json.writeName(name);
        layout.row();
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
