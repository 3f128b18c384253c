package org.ipsisim.study.sweep;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.Words;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Values;
import tools.jackson.core.JsonGenerator;

/** A sweep as one JSON document. Times are seconds with at most three decimals. */
public final class SweepJson {
    private final SweepAnswer answer;
    private final Sweep sweep;
    private final SweepWords words;
    private final JsonGenerator json;
    private final JsonLayout layout;

    private SweepJson(SweepAnswer answer, JsonGenerator json, JsonLayout layout) {
        this.answer = answer;
        this.sweep = answer.sweep();
        this.words = new SweepWords(answer);
        this.json = json;
        this.layout = layout;
    }

    /** Writes the document with a line end after it; flushes the writer and leaves it open. */
    public static void write(SweepAnswer answer, Writer out) throws IOException {
        JsonDocument.write(out, (json, layout) -> new SweepJson(answer, json, layout).write());
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("study", "sweep");
        json.writeStringProperty("headline", words.headline());
        json.writeStringProperty("title", sweep.scenario().title());
        json.writeStringProperty("file", sweep.plan().source().file());
        writeTexts("set", sweep.plan().source().settings());
        json.writeNumberProperty("seed", sweep.scenario().seed());
        json.writeNumberProperty(
                "durationSeconds",
                Words.decimalSeconds(sweep.scenario().duration().toMillis()));
        json.writeBooleanProperty("whole", sweep.isWhole());
        writeAxes("vary", sweep.plan().choices().axes());
        writeAxes("over", sweep.plan().circumstances().axes());
        writeTexts(
                "preference", answer.preference().stream().map(Objective::word).toList());
        sweep.now().ifPresent(now -> Values.writeProperty("now", now, json, layout));
        if (answer.recommended().isPresent()) {
            json.writeObjectPropertyStart("recommended");
            writePoint(answer.recommended().getAsInt());
            json.writeEndObject();
        }
        writeSensitivities();
        json.writeArrayPropertyStart("points");
        for (int choice = 0; choice < sweep.costs().size(); choice++) {
            json.writeStartObject();
            writePoint(choice);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writePoint(int choice) {
        writeTexts("settings", sweep.plan().choices().settings(choice));
        Values.writeProperty("totals", sweep.costs().get(choice), json, layout);
        json.writeBooleanProperty("pareto", answer.isOnFront(choice));
    }

    private void writeAxes(String name, List<Axis> axes) {
        json.writeArrayPropertyStart(name);
        for (Axis axis : axes) {
            json.writeStartObject();
            json.writeStringProperty("key", axis.key());
            writeTexts("values", axis.values());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeTexts(String name, List<String> texts) {
        json.writeName(name);
        layout.row();
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void writeSensitivities() {
        json.writeArrayPropertyStart("sensitivity");
        for (Sensitivity sensitivity : answer.sensitivities()) {
            json.writeStartObject();
            json.writeStringProperty(
                    "key", sweep.plan().choices().axes().get(sensitivity.axis()).key());
            for (Objective objective : Objective.values()) {
                Measure measure = objective.measure();
                json.writeName(measure.jsonName());
                layout.row();
                json.writeStartObject();
                double effect = sensitivity.effects().get(objective);
                if (measure.isTime()) {
                    json.writeNumberProperty("effect", Words.decimalSeconds(Math.round(effect)));
                } else {
                    json.writeNumberProperty("effect", Words.decimalSeconds(Math.round(effect * 1000)));
                }
                json.writeNumberProperty(
                        "share",
                        Words.decimalSeconds(Math.round(sensitivity.shares().get(objective) * 1000)));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
