package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.Words;
import org.ipsisim.study.Share;
import tools.jackson.core.JsonGenerator;

/** Chances as one JSON document. Times are seconds with at most three decimals. */
public final class CutChancesJson {
    private CutChancesJson() {}

    /** Writes the document with a line end after it; flushes the writer and leaves it open. */
    public static void write(CutChances chances, Writer out) throws IOException {
        JsonDocument.write(out, (json, layout) -> write(chances, json, layout));
    }

    private static void write(CutChances chances, JsonGenerator json, JsonLayout layout) {
        CutPlan plan = chances.plan();
        json.writeStartObject();
        json.writeStringProperty("study", "thresholds");
        json.writeStringProperty("headline", new CutChancesWords(chances).headline());
        json.writeStringProperty("title", plan.scenario().title());
        json.writeStringProperty("file", plan.scenario().provenance().file());
        json.writeNumberProperty("seed", plan.scenario().seed());
        json.writeNumberProperty("seeds", chances.seeds());
        json.writeNumberProperty("at", Words.decimalSeconds(plan.at()));
        json.writeNumberProperty("upTo", Words.decimalSeconds(plan.upTo()));
        json.writeNumberProperty("step", Words.decimalSeconds(plan.step()));
        json.writeBooleanProperty("whole", chances.isWhole());
        json.writeArrayPropertyStart("faults");
        for (FaultChances fault : chances.faults()) {
            json.writeStartObject();
            json.writeStringProperty("fault", fault.fault().name());
            json.writeStringProperty("kind", fault.fault().element().key());
            json.writeArrayPropertyStart("portNetworks");
            for (PnChances pn : fault.portNetworks()) {
                write(pn, json, layout);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(PnChances pn, JsonGenerator json, JsonLayout layout) {
        json.writeStartObject();
        json.writeNumberProperty("pn", pn.number());
        json.writeArrayPropertyStart("chances");
        for (CutChancePoint point : pn.points()) {
            layout.row();
            json.writeStartObject();
            json.writeNumberProperty("length", Words.decimalSeconds(point.length()));
            write("costs", point.costs(), json);
            write("dropsCalls", point.calls(), json);
            write("failsOver", point.failovers(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The count of runs, and the interval of the share with three decimals. */
    private static void write(String name, Share share, JsonGenerator json) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("runs", share.count());
        json.writeNumberProperty("low", Words.decimalSeconds(Math.round(share.low() * 1000)));
        json.writeNumberProperty("high", Words.decimalSeconds(Math.round(share.high() * 1000)));
        json.writeEndObject();
    }
}
