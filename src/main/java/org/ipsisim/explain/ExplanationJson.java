package org.ipsisim.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.ipsisim.document.Json;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.PnSpan;
import org.ipsisim.study.Allowance;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;

/** An explanation as one JSON document. Times are seconds with at most three decimals. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** Writes the document with a line end after it; flushes the writer and leaves it open. */
    public static void write(Explanation explanation, Outlook outlook, Prevention prevention, Writer out)
            throws IOException {
        Json.write(out, json -> {
            write(json, explanation);
            json.object("next", next -> write(next, outlook));
            json.object("prevention", members -> write(members, prevention));
        });
    }

    /** The same about something that has not happened. */
    public static void write(Explanation explanation, WhyNot whyNot, Writer out) throws IOException {
        Json.write(out, json -> {
            write(json, explanation);
            json.object("whyNot", members -> write(members, whyNot));
        });
    }

    private static void write(Json json, Explanation explanation) {
        Scenario scenario = explanation.history().scenario();
        json.format()
                .in(explanation.history().moments())
                .text("title", scenario.title())
                .text("file", scenario.provenance().file())
                .number("seed", scenario.seed())
                .seconds("durationSeconds", explanation.history().duration())
                .number("pn", explanation.portNetwork().portNetwork().number())
                .moment("at", explanation.at())
                .text("answer", explanation.answer())
                .row("state", span(explanation.state()))
                .rows("why", explanation.why(), ExplanationJson::write)
                .rows("timers", explanation.timers(), (timer, running) -> {
                    timer.text("subject", running.subject().name());
                    write(timer, running.timer());
                    timer.seconds("left", running.left());
                })
                .rows(
                        "ipsis",
                        explanation.ipsis(),
                        (members, ipsi) -> members.text("id", ipsi.ipsi().toString())
                                .text("role", ipsi.role().word())
                                .flag("hasContact", ipsi.hasContact())
                                .list("priorityList", ipsi.priorityList()))
                .rows(
                        "servers",
                        explanation.servers(),
                        (members, server) -> members.text("id", server.id())
                                .text("role", server.role().key())
                                .flag("isRefreshed", server.isRefreshed()));
    }

    private static Consumer<Json> span(PnSpan span) {
        return json -> json.moment("from", span.from())
                .moment("to", span.to())
                .text("state", span.state().key())
                .number("controller", span.controller());
    }

    static void write(Json json, Step step) {
        json.number("entry", step.entry())
                .moment("at", step.at())
                .text("subject", step.subject().name())
                .text("text", step.text())
                .list("rules", step.rules());
        step.timer().ifPresent(timer -> json.object("timer", members -> write(members, timer)));
        step.source().ifPresent(source -> json.object("source", members -> write(members, source)));
    }

    private static void write(Json json, Step.Timer timer) {
        json.text("setting", timer.setting().key())
                .seconds("value", timer.value())
                .moment("from", timer.from())
                .moment("due", timer.due())
                .text("origin", timer.origin());
    }

    private static void write(Json json, Step.Origin source) {
        json.text("words", source.words()).text("place", source.place());
    }

    private static void write(Json json, Outlook outlook) {
        json.moment("until", outlook.run().duration())
                .list("failed", outlook.failed())
                .list("degraded", outlook.degraded())
                .rows("leftOut", outlook.leftOut(), ExplanationJson::write)
                .rows("steps", outlook.steps(), ExplanationJson::write)
                .number("moreSteps", outlook.more())
                .number("calmSilences", outlook.calmSilences())
                .row("last", span(outlook.last()));
    }

    private static void write(Json json, WhyNot whyNot) {
        json.text("what", whyNot.what().key()).text("answer", whyNot.answer());
        whyNot.happened().ifPresent(step -> json.row("happened", members -> write(members, step)));
        json.text("condition", whyNot.condition())
                .list("rules", whyNot.rules())
                .rows("obstacles", whyNot.obstacles(), ExplanationJson::write)
                .rows(
                        "enablers",
                        whyNot.enablers(),
                        (members, enabler) -> members.text(
                                        "kind", enabler.kind().key())
                                .text("words", enabler.words())
                                .moment("at", enabler.at()))
                .list("inVain", whyNot.inVain());
        whyNot.comesAt().ifPresent(at -> json.moment("comesAt", at));
        json.moment("lookedUntil", whyNot.lookedUntil());
        write(json, whyNot.unfinished());
    }

    static void write(Json json, Allowance.Unfinished unfinished) {
        if (unfinished.givenUp() > 0) {
            json.number("givenUp", unfinished.givenUp());
        }
        if (unfinished.notTried() > 0) {
            json.number("notTried", unfinished.notTried());
        }
    }

    private static void write(Json json, Prevention prevention) {
        json.text("harm", prevention.harm().key())
                .moment("from", prevention.from())
                .moment("to", prevention.to())
                .row("asItIs", members -> write(members, prevention.asItIs()))
                .rows("events", prevention.events(), ExplanationJson::write)
                .rows("remedies", prevention.remedies(), ExplanationJson::write)
                .rows("assumed", prevention.assumed(), ExplanationJson::write)
                .list("noBetter", prevention.noBetter())
                .list("inVain", prevention.inVain());
        prevention
                .otherSeeds()
                .ifPresent(others -> json.row(
                        "otherSeeds",
                        members -> members.number("seeds", others.seeds())
                                .number("atMoment", others.atMoment())
                                .number("atAll", others.atAll())));
        json.number("runs", prevention.runs());
        write(json, prevention.unfinished());
    }

    private static void write(Json json, Remedy remedy) {
        json.text("kind", remedy.kind().key())
                .text("words", remedy.words())
                .text("verdict", remedy.verdict().key())
                .row("then", span(remedy.then()))
                .object("cost", members -> write(members, remedy.cost()))
                .object("others", members -> write(members, remedy.others()));
    }

    private static void write(Json json, Cost cost) {
        json.number("callsDropped", cost.callsDropped())
                .seconds("outageSeconds", cost.outage())
                .seconds("degradedSeconds", cost.of(Measure.DEGRADED));
    }
}
