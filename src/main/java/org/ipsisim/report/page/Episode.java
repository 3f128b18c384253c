package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;

/**
 * A time in which a port network was not in normal service, with everything that led to it.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds; the end of the run if it was not over then
 * @param calm whether contact was lost and came back, and nothing else
 * @param steps from the scenario's event to service again, by time
 */
public record Episode(long from, long to, boolean calm, List<Step> steps) {
    /** Most episodes that a report tells for one port network; a flapping link can make thousands. */
    static final int MOST_TOLD = 12;

    /**
     * One entry of the trace as a step of the story.
     *
     * @param at milliseconds from the start
     * @param subject whom it happened to; empty if it is the port network itself
     * @param text what happened
     */
    public record Step(long at, String subject, String text) {}

    /** The episodes of a port network, by time; the causes come from the trace. */
    static List<Episode> of(History history, PnHistory pn) {
        return new Teller(history, pn).episodes();
    }

    private static final class Teller {
        private final History history;
        private final PnHistory pn;
        private final List<TraceEntry> own;
        private int next;

        Teller(History history, PnHistory pn) {
            this.history = history;
            this.pn = pn;
            own = history.trace().ofPn(pn.portNetwork().number());
        }

        List<Episode> episodes() {
            List<Episode> episodes = new ArrayList<>();
            long from = -1;
            boolean calm = true;
            for (PnSpan span : pn.timeline()) {
                if (span.state() == PnState.IN_SERVICE && from >= 0) {
                    episodes.add(episode(from, span.from(), calm));
                    from = -1;
                    calm = true;
                } else if (span.state() != PnState.IN_SERVICE) {
                    from = from < 0 ? span.from() : from;
                    calm &= span.state() == PnState.CONTACT_LOST;
                }
            }
            if (from >= 0) {
                episodes.add(episode(from, history.duration(), calm));
            }
            return List.copyOf(episodes);
        }

        private Episode episode(long from, long to, boolean calm) {
            SortedMap<Integer, TraceEntry> chain = new TreeMap<>();
            while (next < own.size() && own.get(next).at() < from) {
                next++;
            }
            while (next < own.size() && own.get(next).at() <= to) {
                history.trace().chainOf(own.get(next++)).forEach(entry -> chain.put(entry.id(), entry));
            }
            return new Episode(
                    from, to, calm, chain.values().stream().map(this::step).toList());
        }

        private Step step(TraceEntry entry) {
            return new Step(entry.at(), isOwn(entry) ? "" : history.names().of(entry.subject()), history.textOf(entry));
        }

        private boolean isOwn(TraceEntry entry) {
            return entry.subject().isOf(pn.portNetwork().number());
        }
    }
}
