package org.ipsisim.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.explain.PhonePrevention.PhoneRemedy;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.Words;
import org.ipsisim.report.PhoneHeadline;
import org.ipsisim.report.SipJson;

/** An explanation of phones for a person, and as JSON. */
public final class PhoneDocument {
    private PhoneDocument() {}

    /**
     * Why the phones are in their states, what comes next, and what would have prevented it.
     *
     * @param chosen what the user did not ask for and was chosen, in sentences
     */
    public static Document of(PhoneExplanation explanation, List<String> chosen, PhonePrevention prevention) {
        Document document = steps(empty(explanation).paragraphs(chosen), explanation);
        addPrevention(document, explanation, prevention);
        return document;
    }

    /** Why the phones are in their states, and what comes next. */
    public static Document briefly(PhoneExplanation explanation) {
        return steps(empty(explanation), explanation);
    }

    private static Document empty(PhoneExplanation explanation) {
        return new Document("explanation", explanation.history().scenario().title(), explanation.answer());
    }

    private static Document steps(Document document, PhoneExplanation explanation) {
        document.section("Why").table(ExplanationDocument.table(explanation.why(), explanation.history()));
        if (explanation.why().isEmpty()) {
            document.paragraph("Nothing has happened to them.");
        }
        document.section("What comes next").table(ExplanationDocument.table(explanation.next(), explanation.history()));
        if (explanation.next().isEmpty()) {
            document.paragraph("Nothing more happens to them in this run.");
        }
        return document;
    }

    private static void addPrevention(Document document, PhoneExplanation explanation, PhonePrevention prevention) {
        document.section("What would have prevented it");
        if (prevention.runs() == 0) {
            document.paragraph("There is nothing to prevent: no phone of the population lost service.");
            return;
        }
        List<PhoneRemedy> events = prevention.events().stream()
                .map(event -> named("without: ", event))
                .toList();
        addTable(document, explanation, prevention, events);
    }

    /** Adds what would have helped phones at a moment, for a report. */
    static void addRemedies(Document document, PhoneExplanation explanation, PhonePrevention prevention) {
        addTable(document.paragraph(explanation.answer()), explanation, prevention, List.of());
    }

    private static void addTable(
            Document document, PhoneExplanation explanation, PhonePrevention prevention, List<PhoneRemedy> events) {
        List<PhoneRemedy> rows = new ArrayList<>(List.of(prevention.asItIs()));
        rows.addAll(events);
        rows.addAll(prevention.remedies());
        document.table(Table.of(rows)
                .words("with", PhoneRemedy::words)
                .ink(row -> row == prevention.asItIs() ? Ink.BOLD : Ink.PLAIN)
                .number(
                        "in service at " + explanation.history().moments().exact(explanation.at()),
                        row -> Words.grouped(row.inService()))
                .number("phone minutes lost", row -> PhoneHeadline.minutes(row.total()))
                .number("longest", row -> RoundedNumbers.time(row.longest())));
        if (prevention.remedies().isEmpty()) {
            document.paragraph("Nothing that was tried, of what can be set or built, would have helped.");
        }
        if (!prevention.noEffect().isEmpty()) {
            document.note("No better: " + String.join("; ", prevention.noEffect()) + ".");
        }
        document.note(prevention.unfinished().words());
        document.note("Found by " + Words.count(prevention.runs(), "run")
                + ", each with one thing different, all with seed "
                + explanation.history().scenario().seed()
                + ". Phone minutes are those of this population over the whole run.");
    }

    private static PhoneRemedy named(String before, PhoneRemedy remedy) {
        return new PhoneRemedy(before + remedy.words(), remedy.inService(), remedy.total(), remedy.longest());
    }

    /** Writes one document with a line end after it; flushes the writer and leaves it open. */
    public static void writeJson(PhoneExplanation explanation, PhonePrevention prevention, Writer out)
            throws IOException {
        Json.write(out, json -> {
            json.format()
                    .in(explanation.history().moments())
                    .text("title", explanation.history().scenario().title())
                    .text("file", explanation.history().scenario().provenance().file())
                    .number("seed", explanation.history().scenario().seed())
                    .seconds("durationSeconds", explanation.history().duration())
                    .text("phones", explanation.phones().population().name())
                    .moment("at", explanation.at())
                    .text("answer", explanation.answer())
                    .rows("states", explanation.sample().counts(), (row, count) -> state(row, count, explanation))
                    .rows("why", explanation.why(), ExplanationJson::write)
                    .rows("next", explanation.next(), ExplanationJson::write)
                    .row(
                            "outage",
                            row -> SipJson.outage(row, explanation.phones().outage()))
                    .object("prevention", members -> prevention(members, prevention));
        });
    }

    private static void state(Json json, PhoneSample.Count count, PhoneExplanation explanation) {
        json.text("state", count.state().key()).number("phones", count.phones());
        if (count.controller() >= 0) {
            json.text(
                    "controller",
                    explanation.phones().population().controllers().get(count.controller()));
        }
    }

    private static void prevention(Json json, PhonePrevention prevention) {
        json.row("asItIs", row -> remedy(row, prevention.asItIs()))
                .rows("events", prevention.events(), PhoneDocument::remedy)
                .rows("remedies", prevention.remedies(), PhoneDocument::remedy)
                .list("noEffect", prevention.noEffect())
                .number("runs", prevention.runs());
        ExplanationJson.write(json, prevention.unfinished());
    }

    private static void remedy(Json json, PhoneRemedy remedy) {
        json.text("words", remedy.words())
                .number("inService", remedy.inService())
                .seconds("phoneSeconds", remedy.total())
                .seconds("longestSeconds", remedy.longest());
    }
}
