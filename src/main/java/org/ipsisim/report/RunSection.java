package org.ipsisim.report;

import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.estate.Keyed;
import org.ipsisim.history.History;
import org.ipsisim.report.page.EstateDiagram;
import org.ipsisim.report.page.SvgTimeline;
import org.ipsisim.report.timeline.Timeline;

/** A part of the report of a run, in the order of the report; left out where there is nothing to tell. */
public enum RunSection implements Keyed {
    /** What each port network did over time, drawn. */
    TIMELINE,
    /** What happened, incident by incident. */
    STORY,
    /** What each port network went through, state by state: in detail for a few groups, a line each for many. */
    STATES,
    /** Who can phone, what SIP phones went through, and the load of the session managers. */
    PHONES,
    /** The messages of the calls of {@code sip.calls}, and of the watched phone, one by one. */
    LADDERS,
    /** What became of the stable calls. */
    CALLS,
    /** What became of the random calls. */
    RANDOM_CALLS,
    /** The alarms of the servers. */
    ALARMS,
    /** The priority lists. */
    LISTS,
    /** What happened and why. */
    TRACE;

    /** More groups than this get a line each and no tables of their own. */
    private static final int MOST_DETAILED = 4;
    /** Stable calls of more groups than this are only added up. */
    private static final int MOST_CALL_GROUPS = 8;
    /** Random calls of more port networks than this are only added up. */
    private static final int MOST_RANDOM = 16;

    void addTo(Document document, History history) {
        switch (this) {
            case TIMELINE -> addTimeline(document, history);
            case STORY -> Incidents.addTo(document, history);
            case STATES -> addStates(document, history);
            case PHONES -> PhoneTables.addTo(document, history);
            case LADDERS -> SipCalls.addLadders(document, history);
            case CALLS -> RunDocument.addCalls(document, atMost(MOST_CALL_GROUPS, PnGroup.byTimeline(history)));
            case RANDOM_CALLS -> RunDocument.addRandomCalls(document, atMost(MOST_RANDOM, withTraffic(history)));
            case ALARMS ->
                RunDocument.addAlarms(document, SharedAlarm.of(history), Integer.MAX_VALUE, history.moments());
            case LISTS ->
                document.section("Priority lists, best first", "lists").table(RunTables.lists(history));
            case TRACE -> document.section("Trace, by cause").table(RunTables.events(history));
        }
    }

    private static List<PnGroup> atMost(int most, List<PnGroup> groups) {
        return groups.size() > most ? List.of(RunTables.all(groups)) : groups;
    }

    private static List<PnGroup> withTraffic(History history) {
        return history.portNetworks().stream()
                .filter(pn -> pn.portNetwork().traffic().isPresent())
                .map(pn -> new PnGroup(List.of(pn)))
                .toList();
    }

    private static void addTimeline(Document document, History history) {
        document.section("Timeline")
                .drawing(page -> {
                    TimelineDrawing.write(history, page);
                    PhoneLines.write(history, page);
                })
                .svg(
                        () -> SvgTimeline.inline(Timeline.of(history)),
                        "What each port network did over time. Vertical lines: events of the scenario.");
        if (!history.scenario().estate().links().isEmpty()) {
            document.svg(() -> atWorst(history), "The estate when most is out of service, and who controls whom.");
        }
    }

    private static String atWorst(History history) {
        EstateDiagram estate = EstateDiagram.of(history);
        return estate.worst() == 0 ? "" : estate.at(estate.worst(), "estate");
    }

    private static void addStates(Document document, History history) {
        List<PnGroup> groups = PnGroup.byTimeline(history);
        if (groups.size() > 1) {
            document.section("Port networks")
                    .table(RunTables.portNetworks(groups, history))
                    .note("Times and resets are per port network; calls lost is the total of the row. Under:"
                            + " controlling cluster at the end.");
        }
        for (PnGroup group : groups.size() > MOST_DETAILED ? List.<PnGroup>of() : groups) {
            if (group.timeline().size() > 1) {
                document.section("pn " + group.numbers() + (group.size() == 1 ? place(group, history) : ", each"))
                        .table(RunTables.states(history, group));
            }
        }
    }

    private static String place(PnGroup group, History history) {
        return " at " + history.names().of(group.first().portNetwork().site()) + ", community "
                + group.first().portNetwork().community();
    }
}
