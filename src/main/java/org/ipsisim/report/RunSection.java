package org.ipsisim.report;

import java.util.List;
import java.util.Locale;
import org.ipsisim.document.Document;
import org.ipsisim.history.History;
import org.ipsisim.report.page.EstateDiagram;
import org.ipsisim.report.page.SvgTimeline;
import org.ipsisim.report.timeline.Timeline;

/** A part of the report of a run, in the order of the report; left out where there is nothing to tell. */
public enum RunSection {
    /** What each port network did over time, drawn. */
    TIMELINE {
        @Override
        void addTo(Document document, History history) {
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

        private String atWorst(History history) {
            EstateDiagram estate = EstateDiagram.of(history);
            return estate.worst() == 0 ? "" : estate.at(estate.worst(), "estate");
        }
    },
    /** What happened, incident by incident. */
    STORY {
        @Override
        void addTo(Document document, History history) {
            Incidents.addTo(document, history);
        }
    },
    /** What each port network went through, state by state: in detail for a few groups, a line each for many. */
    STATES {
        @Override
        void addTo(Document document, History history) {
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

        private String place(PnGroup group, History history) {
            return " at " + history.names().of(group.first().portNetwork().site()) + ", community "
                    + group.first().portNetwork().community();
        }
    },
    /** Who can phone, what SIP phones went through, and the load of the session managers. */
    PHONES {
        @Override
        void addTo(Document document, History history) {
            PhoneTables.addTo(document, history);
        }
    },
    /** The messages of the calls of {@code sip.calls}, and of the watched phone, one by one. */
    LADDERS {
        @Override
        void addTo(Document document, History history) {
            SipCalls.addLadders(document, history);
        }
    },
    /** What became of the stable calls. */
    CALLS {
        @Override
        void addTo(Document document, History history) {
            List<PnGroup> groups = PnGroup.byTimeline(history);
            RunDocument.addCalls(document, groups.size() > MOST_CALL_GROUPS ? List.of(RunTables.all(groups)) : groups);
        }
    },
    /** What became of the random calls. */
    RANDOM_CALLS {
        @Override
        void addTo(Document document, History history) {
            List<PnGroup> groups = history.portNetworks().stream()
                    .filter(pn -> pn.portNetwork().traffic().isPresent())
                    .map(pn -> new PnGroup(List.of(pn)))
                    .toList();
            RunDocument.addRandomCalls(document, groups.size() > MOST_RANDOM ? List.of(RunTables.all(groups)) : groups);
        }
    },
    /** The alarms of the servers. */
    ALARMS {
        @Override
        void addTo(Document document, History history) {
            RunDocument.addAlarms(document, SharedAlarm.of(history), Integer.MAX_VALUE, history.moments());
        }
    },
    /** The priority lists. */
    LISTS {
        @Override
        void addTo(Document document, History history) {
            document.section("Priority lists, best first", "lists").table(RunTables.lists(history));
        }
    },
    /** What happened and why. */
    TRACE {
        @Override
        void addTo(Document document, History history) {
            document.section("Trace, by cause").table(RunTables.events(history));
        }
    };

    /** More groups than this get a line each and no tables of their own. */
    private static final int MOST_DETAILED = 4;
    /** Stable calls of more groups than this are only added up. */
    private static final int MOST_CALL_GROUPS = 8;
    /** Random calls of more port networks than this are only added up. */
    private static final int MOST_RANDOM = 16;

    abstract void addTo(Document document, History history);

    /** Its word in files, such as {@code random-calls}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
