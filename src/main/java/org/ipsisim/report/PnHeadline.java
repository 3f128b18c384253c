package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Trace;

/**
 * The few facts about one port network's run that a headline needs; times in milliseconds.
 *
 * @param moves when its controlling cluster changed
 * @param outages how many
 * @param outageTime time without service
 * @param longestSilence the longest time since a contact
 * @param blockedTime time in warm resets
 * @param backAt when the last outage ended; 0 if none did
 */
record PnHeadline(
        PnHistory pn,
        List<Move> moves,
        int outages,
        long outageTime,
        long longestSilence,
        long blockedTime,
        long backAt) {
    /** How bad it was, the mildest first. */
    enum Severity {
        UNTOUCHED,
        SILENT,
        WARM_ONLY,
        OUT
    }

    /** A change to another cluster. */
    record Move(long at, int to) {}

    static PnHeadline of(PnHistory pn, Trace trace) {
        List<Move> moves = new ArrayList<>();
        int outages = 0;
        long backAt = 0;
        PnSpan previous = pn.timeline().get(0);
        for (PnSpan span : pn.timeline()) {
            if (previous.controller() != span.controller()) {
                moves.add(new Move(span.from(), span.controller()));
            }
            boolean wasOut = previous != span && previous.state().isOutage();
            if (span.state().isOutage()) {
                outages += wasOut ? 0 : 1;
            } else if (wasOut) {
                backAt = span.from();
            }
            previous = span;
        }
        long blocked = pn.timeByState().getOrDefault(PnState.WARM_RESET, 0L);
        long out = pn.timeline().stream()
                .filter(span -> span.state().isOutage())
                .mapToLong(PnSpan::length)
                .sum();
        return new PnHeadline(pn, moves, outages, out, pn.longestSilence(trace), blocked, backAt);
    }

    int number() {
        return pn.portNetwork().number();
    }

    Severity severity() {
        if (outages > 0 || !moves.isEmpty()) {
            return Severity.OUT;
        }
        if (blockedTime > 0 || pn.totals().warmResets() > 0) {
            return Severity.WARM_ONLY;
        }
        return longestSilence > 0 ? Severity.SILENT : Severity.UNTOUCHED;
    }

    PnState lastState() {
        return pn.timeline().get(pn.timeline().size() - 1).state();
    }

    long callsDropped() {
        return pn.totals().callsDropped();
    }

    /** Random calls that were blocked while it was not in service. */
    long callsBlocked() {
        return pn.lossesByState().entrySet().stream()
                .filter(entry -> entry.getKey() != PnState.IN_SERVICE)
                .mapToLong(entry -> entry.getValue().blocked())
                .sum();
    }

    /** Whether it had, or could have had, calls to lose. */
    boolean hasCalls() {
        return pn.pnCalls().atStart() > 0
                || pn.ipCalls().atStart() > 0
                || pn.portNetwork().traffic().isPresent();
    }
}
