package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;

/**
 * One stretch of time in which a port network was not simply in service, with everything that led to it.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds; the end of the run if it was not over then
 * @param steps from the scenario's event to service again, by time
 */
record Episode(long from, long to, List<Step> steps) {
    /**
     * One entry of the trace as a step of the story.
     *
     * @param at milliseconds from the start
     * @param subject whom it happened to; empty if it is the port network itself
     * @param text what happened
     */
    record Step(long at, String subject, String text) {}

    /** The episodes of a port network, by time; the causes come from the trace. */
    static List<Episode> of(History history, PnHistory pn) {
        List<Episode> episodes = new ArrayList<>();
        long from = -1;
        for (PnSpan span : pn.timeline()) {
            if (span.state() == PnState.IN_SERVICE && from >= 0) {
                episodes.add(of(history, pn, from, span.from()));
                from = -1;
            } else if (span.state() != PnState.IN_SERVICE && from < 0) {
                from = span.from();
            }
        }
        if (from >= 0) {
            episodes.add(of(history, pn, from, history.duration()));
        }
        return List.copyOf(episodes);
    }

    private static Episode of(History history, PnHistory pn, long from, long to) {
        TreeMap<Integer, TraceEntry> chain = new TreeMap<>();
        for (TraceEntry entry : history.trace()) {
            if (entry.at() >= from && entry.at() <= to && isOwn(pn, entry)) {
                addWithCauses(history, entry, chain);
            }
        }
        return new Episode(
                from,
                to,
                chain.values().stream()
                        .map(e -> new Step(
                                e.at(),
                                isOwn(pn, e) ? "" : e.subject(),
                                e.what().text()))
                        .toList());
    }

    private static void addWithCauses(History history, TraceEntry entry, TreeMap<Integer, TraceEntry> chain) {
        Optional<TraceEntry> next = Optional.of(entry);
        while (next.isPresent() && chain.put(next.get().id(), next.get()) == null) {
            next = history.findEntry(next.get().cause());
        }
    }

    private static boolean isOwn(PnHistory pn, TraceEntry entry) {
        return entry.subject().equals(pn.portNetwork().id())
                || pn.portNetwork().ipsis().stream()
                        .anyMatch(ipsi -> entry.subject().equals("ipsi-" + ipsi));
    }
}
