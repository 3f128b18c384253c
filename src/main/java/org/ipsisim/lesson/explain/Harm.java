package org.ipsisim.lesson.explain;

import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** What is wrong with a port network at a moment, and in which states it is that bad or worse. */
public enum Harm {
    /** Nothing: the main has it in service. */
    NONE("none"),
    /** A survivable core has it in service; worse is to be without service. */
    AWAY("away"),
    /** Heartbeats are missing; worse is every state but in service. */
    SILENT("silent"),
    /** A warm reset: no call can start; worse is to be without service. */
    NO_CALLS("no-calls"),
    /** Without service: in a cold reset, waiting, restarting or down. */
    OUT("out");

    private final String key;

    Harm(String key) {
        this.key = key;
    }

    /** The word in results. */
    public String key() {
        return key;
    }

    static Harm of(PnSpan span, int main) {
        if (span.state().isOutage()) {
            return OUT;
        }
        if (span.state().isDegraded()) {
            return NO_CALLS;
        }
        if (span.state() == PnState.CONTACT_LOST) {
            return SILENT;
        }
        return span.controller() == main ? NONE : AWAY;
    }

    /** Whether it is that bad or worse in a span. */
    boolean isIn(PnSpan span, int main) {
        return switch (this) {
            case NONE -> false;
            case AWAY -> span.controller() != main || span.state().isOutage();
            case SILENT -> span.state() != PnState.IN_SERVICE;
            case NO_CALLS -> span.state().isDegraded() || span.state().isOutage();
            case OUT -> span.state().isOutage();
        };
    }

    /** How long it is that bad or worse between two times, in milliseconds. */
    long timeIn(PnHistory pn, int main, long from, long to) {
        long time = 0;
        for (PnSpan span : pn.timeline()) {
            if (isIn(span, main)) {
                time += Math.max(0, Math.min(to, span.to()) - Math.max(from, span.from()));
            }
        }
        return time;
    }

    /**
     * The longest time around a moment in which it is that bad or worse without a break.
     *
     * @param from milliseconds
     * @param to milliseconds, not part of it
     */
    record Stretch(long from, long to) {
        long length() {
            return to - from;
        }
    }

    /** The stretch around a moment that is in it. */
    Stretch stretchAround(PnHistory pn, int main, long at) {
        return around(pn, main, at, true);
    }

    /** The time around a stretch in which it is not that bad, the stretch itself included. */
    Stretch roomAround(Stretch stretch, PnHistory pn, int main) {
        long duration = pn.timeline().get(pn.timeline().size() - 1).to();
        long from = stretch.from == 0 ? 0 : around(pn, main, stretch.from - 1, false).from;
        long to = stretch.to == duration ? duration : around(pn, main, stretch.to, false).to;
        return new Stretch(from, to);
    }

    private Stretch around(PnHistory pn, int main, long at, boolean harmed) {
        List<PnSpan> timeline = pn.timeline();
        int first = timeline.indexOf(pn.spanAt(at));
        int last = first;
        while (first > 0 && isIn(timeline.get(first - 1), main) == harmed) {
            first--;
        }
        while (last + 1 < timeline.size() && isIn(timeline.get(last + 1), main) == harmed) {
            last++;
        }
        return new Stretch(timeline.get(first).from(), timeline.get(last).to());
    }
}
