package org.ipsisim.explain;

import java.util.List;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.Words;
import org.ipsisim.study.Cost;
import tools.jackson.core.JsonGenerator;

/** What would have prevented a state, as a part of a JSON document. */
final class PreventionJson {
    private final JsonGenerator json;
    private final JsonLayout layout;

    PreventionJson(JsonGenerator json, JsonLayout layout) {
        this.json = json;
        this.layout = layout;
    }

    void write(Prevention prevention) {
        json.writeObjectPropertyStart("prevention");
        json.writeStringProperty("harm", prevention.harm().key());
        json.writeNumberProperty("from", Words.decimalSeconds(prevention.from()));
        json.writeNumberProperty("to", Words.decimalSeconds(prevention.to()));
        json.writeName("asItIs");
        write(prevention.asItIs());
        write("events", prevention.events());
        write("remedies", prevention.remedies());
        write("assumed", prevention.assumed());
        json.writeArrayPropertyStart("inVain");
        prevention.inVain().forEach(json::writeString);
        json.writeEndArray();
        prevention.otherSeeds().ifPresent(this::write);
        json.writeNumberProperty("runs", prevention.runs());
        json.writeEndObject();
    }

    private void write(OtherSeeds others) {
        json.writeName("otherSeeds");
        layout.row();
        json.writeStartObject();
        json.writeNumberProperty("seeds", others.seeds());
        json.writeNumberProperty("atMoment", others.atMoment());
        json.writeNumberProperty("atAll", others.atAll());
        json.writeEndObject();
    }

    private void write(String key, List<Remedy> remedies) {
        json.writeArrayPropertyStart(key);
        remedies.forEach(this::write);
        json.writeEndArray();
    }

    private void write(Remedy remedy) {
        layout.row();
        json.writeStartObject();
        json.writeStringProperty("kind", remedy.kind().key());
        json.writeStringProperty("words", remedy.words());
        json.writeStringProperty("verdict", remedy.verdict().key());
        ExplanationJson.span("then", remedy.then(), json, layout);
        write("cost", remedy.cost());
        write("others", remedy.others());
        json.writeEndObject();
    }

    private void write(String key, Cost cost) {
        json.writeObjectPropertyStart(key);
        json.writeNumberProperty("callsDropped", cost.totals().callsDropped());
        json.writeNumberProperty(
                "outageSeconds", Words.decimalSeconds(cost.totals().outage()));
        json.writeNumberProperty(
                "degradedSeconds", Words.decimalSeconds(cost.totals().degraded()));
        json.writeEndObject();
    }
}
