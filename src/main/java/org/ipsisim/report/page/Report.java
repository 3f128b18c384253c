package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.document.Figure;
import org.ipsisim.document.Reproduction;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.Assumptions;
import org.ipsisim.report.CallWords;
import org.ipsisim.report.HarmlessSilences;
import org.ipsisim.report.PhoneHeadline;
import org.ipsisim.report.PnGroup;
import org.ipsisim.report.RunDocument;
import org.ipsisim.report.RunTables;
import org.ipsisim.report.SharedAlarm;
import org.ipsisim.report.timeline.Timeline;

/**
 * What a report says, whatever the format.
 *
 * @param history the run
 * @param recommendation what would have helped; a document without sections for nothing
 * @param cover for whom and by whom it is
 * @param timeline its timeline
 * @param groups its port networks, the worst first
 * @param alarms what the servers reported, by time
 * @param expectations what the scenario expected, and what came
 * @param assumptions one sentence each
 */
public record Report(
        History history,
        Document recommendation,
        Cover cover,
        Timeline timeline,
        List<PnGroup> groups,
        List<SharedAlarm> alarms,
        List<ExpectationResult> expectations,
        List<String> assumptions) {
    /** Most trace entries on a page; the JSON beside it has all. */
    static final int MOST_ENTRIES = 3000;

    /** Most alarms that a page shows. */
    static final int MOST_ALARMS = 200;

    /** A report for nobody in particular. */
    static Report of(History history, Document recommendation) {
        return of(history, recommendation, Cover.NONE);
    }

    static Report of(History history, Document recommendation, Cover cover) {
        return new Report(
                history,
                recommendation,
                cover,
                Timeline.of(history),
                PnGroup.worstFirst(history),
                SharedAlarm.of(history),
                history.checkExpectations(),
                Assumptions.of(history));
    }

    Scenario scenario() {
        return history.scenario();
    }

    /** The alarms that a page shows, by time. */
    List<SharedAlarm> shownAlarms() {
        return Lists.first(alarms, MOST_ALARMS);
    }

    /** A few numbers that say how bad it was. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        if (!history.portNetworks().isEmpty()) {
            addPortNetworks(figures);
        }
        figures.addAll(PhoneHeadline.figures(history));
        if (!expectations.isEmpty()) {
            long met = expectations.stream().filter(ExpectationResult::met).count();
            figures.add(new Figure("Expectations met", met + " of " + expectations.size()));
        }
        return figures;
    }

    private void addPortNetworks(List<Figure> figures) {
        List<PnHistory> pns = history.portNetworks();
        long out = pns.stream().filter(pn -> pn.totals().outage() > 0).count();
        long longest = pns.stream().mapToLong(pn -> pn.totals().outage()).max().orElse(0);
        long sum = pns.stream().mapToLong(pn -> pn.totals().outage()).sum();
        long dropped = pns.stream().mapToLong(pn -> pn.totals().callsDropped()).sum();
        figures.addAll(List.of(
                new Figure("Port networks out of service", out + " of " + pns.size()),
                new Figure(pns.size() == 1 ? "Outage" : "Longest outage", Words.duration(longest)),
                new Figure(
                        "PN-minutes without service",
                        Words.decimalMinutes(sum, 1).toPlainString()),
                new Figure("Availability", Words.percent(1 - (double) sum / history.duration() / pns.size())),
                new Figure("Calls dropped", String.valueOf(dropped))));
        if (pns.stream().anyMatch(pn -> pn.portNetwork().traffic().isPresent())) {
            CallLosses losses =
                    pns.stream().map(pn -> pn.randomCalls().losses()).reduce(CallLosses.NONE, CallLosses::plus);
            figures.add(new Figure("Calls blocked", String.valueOf(losses.blocked())));
            figures.add(new Figure("Talk minutes lost", CallWords.minutes(losses)));
        }
    }

    /** What the timeline shows, in a sentence. */
    String captionOfTimeline() {
        if (history.sip().populations().isEmpty()) {
            return "What each port network did over time, and which server controlled it.";
        }
        String phones =
                "each population of phones over time: its band shows what most phones without service are in, the"
                        + " area below it how many are in service.";
        return history.portNetworks().isEmpty()
                ? Words.capital(phones)
                : "What each port network did, and which server controlled it; then " + phones;
    }

    /** What happened, incident by incident. */
    Document story() {
        return RunDocument.story(history);
    }

    /** The sections on the outcome: where the time went, phones and calls. */
    Document outcome() {
        return RunDocument.outcome(history, groups);
    }

    /** Where the time went. */
    Document phases() {
        return new Document("", "", "")
                .section("Where the time went", "phases")
                .note("All time not in normal service, per port network. An outage is time in cold reset, no service,"
                        + " restarting or down; in a warm reset no new call starts.")
                .table(PhaseBars.table(groups));
    }

    /**
     * The sections that most readers skip.
     *
     * @param most entries of the trace
     */
    Document appendix(int most) {
        return RunDocument.appendix(history, alarms, MOST_ALARMS, expectations, assumptions)
                .section("Trace", "trace")
                .folded(entries(), RunTables.trace(history, Lists.first(telling(), most)))
                .paragraph(notToldAfter(most))
                .section("Run it again", "again")
                .paragraph("Scenario " + scenario().provenance().file() + ", seed "
                        + scenario().seed() + ", "
                        + history.moments().length()
                        + " long. The same scenario, seed and version give the same report, byte for byte.")
                .code(Reproduction.command(scenario()));
    }

    /** The trace without the many entries on contact that was lost and came back without a reset. */
    List<TraceEntry> telling() {
        HarmlessSilences calm = new HarmlessSilences(history);
        return history.trace().stream().filter(entry -> !calm.has(entry)).toList();
    }

    /** How long the trace is, in words. */
    private String entries() {
        int all = history.trace().size();
        return all == 1 ? "1 entry" : all + " entries";
    }

    /** The entries that the trace of a page shows. */
    List<TraceEntry> shownEntries() {
        return Lists.first(telling(), MOST_ENTRIES);
    }

    /** What the first entries leave out; empty if nothing. */
    private String notToldAfter(int most) {
        int all = history.trace().size();
        int telling = telling().size();
        if (telling == all) {
            return all > most ? "The first " + most + " entries; run.json has all of them." : "";
        }
        String first = telling > most ? "The first " + most + " of " + telling + " entries" : telling + " entries";
        return first + "; run.json has " + (all - telling)
                + " more, on contact that was lost and came back without a reset.";
    }
}
