package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.io.Writer;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.Words;
import tools.jackson.core.JsonGenerator;

/** Thresholds as one JSON document. Times are seconds with at most three decimals. */
public final class ThresholdsJson {
    private final Thresholds thresholds;
    private final JsonGenerator json;
    private final JsonLayout layout;

    private ThresholdsJson(Thresholds thresholds, JsonGenerator json, JsonLayout layout) {
        this.thresholds = thresholds;
        this.json = json;
        this.layout = layout;
    }

    /** Writes the document with a line end after it; flushes the writer and leaves it open. */
    public static void write(Thresholds thresholds, Writer out) throws IOException {
        JsonDocument.write(out, (json, layout) -> new ThresholdsJson(thresholds, json, layout).write());
    }

    private void write() {
        CutPlan plan = thresholds.plan();
        json.writeStartObject();
        json.writeStringProperty("study", "thresholds");
        json.writeStringProperty("headline", new ThresholdWords(thresholds).headline());
        json.writeStringProperty("title", plan.scenario().title());
        json.writeStringProperty("file", plan.scenario().provenance().file());
        json.writeNumberProperty("seed", plan.scenario().seed());
        json.writeNumberProperty("at", Words.decimalSeconds(plan.at()));
        json.writeNumberProperty("upTo", Words.decimalSeconds(plan.upTo()));
        json.writeNumberProperty("step", Words.decimalSeconds(plan.step()));
        json.writeBooleanProperty("whole", thresholds.isWhole());
        json.writeArrayPropertyStart("faults");
        thresholds.faults().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(FaultBands fault) {
        json.writeStartObject();
        json.writeStringProperty("fault", fault.fault().name());
        json.writeStringProperty("kind", fault.fault().element().key());
        json.writeArrayPropertyStart("portNetworks");
        fault.portNetworks().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(PnBands pn) {
        json.writeStartObject();
        json.writeNumberProperty("pn", pn.number());
        write("nothingUpTo", pn, PnOutcome::isFree);
        write("noCallUpTo", pn, PnOutcome::keepsCalls);
        write("noFailoverUpTo", pn, PnOutcome::stays);
        json.writeArrayPropertyStart("bands");
        for (Band band : pn.bands()) {
            layout.row();
            json.writeStartObject();
            json.writeNumberProperty("from", Words.decimalSeconds(band.from()));
            json.writeNumberProperty("to", Words.decimalSeconds(band.to()));
            json.writeStringProperty("outcome", band.outcome().fate().key());
            json.writeBooleanProperty("callsDrop", band.outcome().callsDrop());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The longest cut with an outcome; {@code null} if every cut that was tried has it. */
    private void write(String name, PnBands pn, Predicate<PnOutcome> outcome) {
        OptionalLong longest = pn.longest(outcome);
        if (longest.isPresent()) {
            json.writeNumberProperty(name, Words.decimalSeconds(longest.getAsLong()));
        } else {
            json.writeNullProperty(name);
        }
    }
}
