package org.ipsisim.study;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** Times of a port network that depend on who serves it, and on how many people it serves. */
final class ServedTime {
    private ServedTime() {}

    /** Milliseconds without dial tone, times the calls that are usually up: stable ones, or the load of random ones. */
    static long dead(PnHistory pn, History history) {
        long dead = pn.totals().outage() + pn.totals().degraded();
        PortNetwork there = pn.portNetwork();
        double calls = there.traffic()
                .map(traffic -> traffic.callsUp(traffic.callsPerHour()))
                .orElse((double) there.calls().pn());
        return Math.round(dead * Math.max(1, calls));
    }

    /** Milliseconds in service under another cluster than the main. */
    static long onCore(PnHistory pn, History history) {
        return pn.timeline().stream()
                .filter(span -> isOnCore(span, history))
                .mapToLong(span -> span.to() - span.from())
                .sum();
    }

    /** Milliseconds in service under a core while another port network is in service under another cluster. */
    static long apart(PnHistory pn, History history) {
        long sum = 0;
        for (PnSpan span : pn.timeline()) {
            if (isOnCore(span, history)) {
                sum += apart(span, history);
            }
        }
        return sum;
    }

    private static boolean isOnCore(PnSpan span, History history) {
        return span.state() == PnState.IN_SERVICE && span.controller() != history.mainCluster();
    }

    /** The spans of a timeline that overlap a span. */
    private static List<PnSpan> during(PnSpan own, List<PnSpan> timeline) {
        int from = Collections.binarySearch(timeline, own, Comparator.comparingLong(PnSpan::from));
        int to = from < 0 ? -from - 1 : from;
        while (to < timeline.size() && timeline.get(to).from() < own.to()) {
            to++;
        }
        return timeline.subList(from < 0 ? Math.max(0, -from - 2) : from, to);
    }

    private static long apart(PnSpan own, History history) {
        List<PnSpan> others = history.portNetworks().stream()
                .flatMap(pn -> during(own, pn.timeline()).stream())
                .filter(span -> span.state() == PnState.IN_SERVICE && span.controller() != own.controller())
                .sorted(Comparator.comparingLong(PnSpan::from))
                .toList();
        long sum = 0;
        long reached = own.from();
        for (PnSpan other : others) {
            long from = Math.max(reached, other.from());
            long to = Math.min(own.to(), other.to());
            if (to > from) {
                sum += to - from;
                reached = to;
            }
        }
        return sum;
    }
}
