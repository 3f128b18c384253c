package org.ipsisim.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;
import tools.jackson.core.JsonGenerator;

/** An explanation as one JSON document. Times are seconds with at most three decimals. */
public final class ExplanationJson {
    private final Explanation explanation;
    private final JsonGenerator json;
    private final JsonLayout layout;

    private ExplanationJson(Explanation explanation, JsonGenerator json, JsonLayout layout) {
        this.explanation = explanation;
        this.json = json;
        this.layout = layout;
    }

    /** Writes the document with a line end after it; flushes the writer and leaves it open. */
    public static void write(Explanation explanation, Outlook outlook, Prevention prevention, Writer out)
            throws IOException {
        JsonDocument.write(out, (json, layout) -> {
            ExplanationJson document = new ExplanationJson(explanation, json, layout);
            json.writeStartObject();
            document.writeExplanation();
            document.write(outlook);
            new PreventionJson(json, layout).write(prevention);
            json.writeEndObject();
        });
    }

    /** The same about something that has not happened. */
    public static void write(Explanation explanation, WhyNot whyNot, Writer out) throws IOException {
        JsonDocument.write(out, (json, layout) -> {
            ExplanationJson document = new ExplanationJson(explanation, json, layout);
            json.writeStartObject();
            document.writeExplanation();
            document.write(whyNot);
            json.writeEndObject();
        });
    }

    private void writeExplanation() {
        var scenario = explanation.history().scenario();
        json.writeStringProperty("title", scenario.title());
        json.writeStringProperty("file", scenario.provenance().file());
        json.writeNumberProperty("seed", scenario.seed());
        json.writeNumberProperty(
                "durationSeconds", Words.decimalSeconds(explanation.history().duration()));
        json.writeNumberProperty("pn", explanation.portNetwork().portNetwork().number());
        seconds("at", explanation.at());
        json.writeStringProperty("answer", explanation.answer());
        span("state", explanation.state(), json, layout);
        steps("why", explanation.why());
        json.writeArrayPropertyStart("timers");
        for (RunningTimer running : explanation.timers()) {
            layout.row();
            json.writeStartObject();
            json.writeStringProperty("subject", running.subject().name());
            timer(running.timer());
            seconds("left", running.left());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("ipsis");
        explanation.ipsis().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("servers");
        explanation.servers().forEach(this::write);
        json.writeEndArray();
    }

    private void write(IpsiNow ipsi) {
        layout.row();
        json.writeStartObject();
        json.writeStringProperty("id", ipsi.ipsi().toString());
        json.writeStringProperty("role", ipsi.role().word());
        json.writeBooleanProperty("hasContact", ipsi.hasContact());
        json.writeArrayPropertyStart("priorityList");
        ipsi.priorityList().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(ServerNow server) {
        layout.row();
        json.writeStartObject();
        json.writeStringProperty("id", server.id());
        json.writeStringProperty("role", server.role().key());
        json.writeBooleanProperty("isRefreshed", server.isRefreshed());
        json.writeEndObject();
    }

    private void seconds(String key, long millis) {
        json.writeNumberProperty(key, Words.decimalSeconds(millis));
    }

    /** A span of a timeline as a property. */
    static void span(String key, PnSpan span, JsonGenerator json, JsonLayout layout) {
        json.writeName(key);
        layout.row();
        json.writeStartObject();
        json.writeNumberProperty("from", Words.decimalSeconds(span.from()));
        json.writeNumberProperty("to", Words.decimalSeconds(span.to()));
        json.writeStringProperty("state", span.state().key());
        json.writeNumberProperty("controller", span.controller());
        json.writeEndObject();
    }

    private void steps(String key, List<Step> steps) {
        json.writeArrayPropertyStart(key);
        steps.forEach(this::step);
        json.writeEndArray();
    }

    private void step(Step step) {
        layout.row();
        json.writeStartObject();
        json.writeNumberProperty("entry", step.entry());
        seconds("at", step.at());
        json.writeStringProperty("subject", step.subject().name());
        json.writeStringProperty("text", step.text());
        texts("rules", step.rules());
        step.timer().ifPresent(timer -> {
            json.writeObjectPropertyStart("timer");
            timer(timer);
            json.writeEndObject();
        });
        step.source().ifPresent(source -> {
            json.writeName("source");
            source(source);
        });
        json.writeEndObject();
    }

    private void timer(GoverningTimer timer) {
        json.writeStringProperty("setting", timer.setting().key());
        seconds("value", timer.value());
        seconds("from", timer.from());
        seconds("due", timer.due());
        json.writeStringProperty("origin", timer.origin());
    }

    private void source(Origin source) {
        json.writeStartObject();
        json.writeStringProperty("words", source.words());
        json.writeStringProperty("place", source.place());
        json.writeEndObject();
    }

    private void texts(String key, List<String> texts) {
        json.writeArrayPropertyStart(key);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void write(Outlook outlook) {
        json.writeObjectPropertyStart("next");
        seconds("until", outlook.run().duration());
        texts("failed", outlook.failed());
        texts("degraded", outlook.degraded());
        json.writeArrayPropertyStart("leftOut");
        for (Origin source : outlook.leftOut()) {
            layout.row();
            source(source);
        }
        json.writeEndArray();
        steps("steps", outlook.steps());
        json.writeNumberProperty("moreSteps", outlook.more());
        json.writeNumberProperty("calmSilences", outlook.calmSilences());
        span("last", outlook.last(), json, layout);
        json.writeEndObject();
    }

    private void write(WhyNot whyNot) {
        json.writeObjectPropertyStart("whyNot");
        json.writeStringProperty("what", whyNot.what().key());
        json.writeStringProperty("answer", whyNot.answer());
        whyNot.happened().ifPresent(step -> {
            json.writeName("happened");
            step(step);
        });
        json.writeStringProperty("condition", whyNot.condition());
        texts("rules", whyNot.rules());
        steps("obstacles", whyNot.obstacles());
        json.writeArrayPropertyStart("enablers");
        for (Enabler enabler : whyNot.enablers()) {
            layout.row();
            json.writeStartObject();
            json.writeStringProperty("kind", enabler.kind().key());
            json.writeStringProperty("words", enabler.words());
            seconds("at", enabler.at());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("inVain", whyNot.inVain());
        whyNot.comesAt().ifPresent(at -> seconds("comesAt", at));
        seconds("lookedUntil", whyNot.lookedUntil());
        json.writeEndObject();
    }
}
