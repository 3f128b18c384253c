package org.ipsisim.report;

import java.util.Collection;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Moments;

/** What the report of a run says, before it is written as text, as a page or as Markdown. */
public final class RunDocument {
    private RunDocument() {}

    /** Some sections of the report, in the order given. */
    public static Document of(Collection<RunSection> sections, History history) {
        Document document = empty(history).section("Caution", "caution").items(history.cautions());
        for (RunSection section : sections) {
            section.addTo(document, history);
        }
        return document;
    }

    /** What happened, incident by incident. */
    public static Document story(History history) {
        Document document = empty(history);
        Incidents.addTo(document, history);
        return document;
    }

    /**
     * What a page and its Markdown say of the outcome below the timeline: phones and calls.
     *
     * @param groups the port networks, in the order of the report
     */
    public static Document outcome(History history, List<PnGroup> groups) {
        Document document = empty(history);
        RunSection.PHONES.addTo(document, history);
        RunSection.LADDERS.addTo(document, history);
        addCalls(document, groups);
        addRandomCalls(document, groups.stream().filter(PnGroup::hasTraffic).toList());
        return document;
    }

    /**
     * The appendix of a page and its Markdown: alarms, priority lists, timers, expectations and assumptions.
     *
     * @param mostAlarms rows of the table of alarms
     */
    public static Document appendix(
            History history,
            List<SharedAlarm> alarms,
            int mostAlarms,
            List<ExpectationResult> expectations,
            List<String> assumptions) {
        Document document = empty(history);
        addAlarms(document, alarms, mostAlarms, history.moments());
        RunSection.LISTS.addTo(document, history);
        return document.section("Timers in force", "timers")
                .table(RunTables.timers(history))
                .table(RunTables.settingsOfPhones(history))
                .section("Expectations", "expectations")
                .table(RunTables.expectations(expectations))
                .section("Assumptions", "assumptions")
                .items(assumptions);
    }

    private static Document empty(History history) {
        return new Document("outage report", history.scenario().title(), Headline.sentence(history));
    }

    static void addCalls(Document document, List<PnGroup> groups) {
        if (RunTables.all(groups).sums().hasStableCalls()) {
            document.section("Calls", "calls")
                    .table(RunTables.calls(groups))
                    .note("Dropped: the call ended. Frozen: it stayed up, for some time without features. Kept: up at"
                            + " the end.");
        }
    }

    /** @param groups with random traffic; nothing is added if there are none */
    static void addRandomCalls(Document document, List<PnGroup> groups) {
        if (!groups.isEmpty()) {
            document.section("Random calls", "random-calls")
                    .table(RunTables.attempts(groups))
                    .table(RunTables.randomCalls(groups))
                    .table(RunTables.callLosses(groups))
                    .note(CallWords.NOTE)
                    .paragraph(CallWords.reasons(RunTables.all(groups).sums().randomCalls()));
        }
    }

    static void addAlarms(Document document, List<SharedAlarm> alarms, int most, Moments moments) {
        if (!alarms.isEmpty()) {
            int more = alarms.size() - most;
            document.section("Alarms", "alarms")
                    .table(RunTables.alarms(Lists.first(alarms, most), moments))
                    .paragraph(more > 0 ? "And " + more + " more; run.json has them all." : "")
                    .note("What a pager shows, as far as the model knows it: control of port networks. Gateways,"
                            + " phones, trunks, registration and licences raise alarms of their own.");
        }
    }
}
