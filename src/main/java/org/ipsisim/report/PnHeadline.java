package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** The few facts about one port network's run that a headline needs. */
final class PnHeadline {
    /** How bad it was, the mildest first. */
    enum Severity {
        UNTOUCHED,
        SILENT,
        WARM_ONLY,
        OUT
    }

    /** A change of the controlling cluster, at a time in milliseconds. */
    record Move(long at, int from, int to) {}

    private final PnHistory pn;
    private final List<Move> moves = new ArrayList<>();
    private int outages;
    private long outageTime;
    private long longestSilence;
    private long blockedTime;
    private long backAt;

    PnHeadline(PnHistory pn) {
        this.pn = pn;
        PnSpan previous = null;
        for (PnSpan span : pn.timeline()) {
            if (previous != null && previous.controller() != span.controller()) {
                moves.add(new Move(span.from(), previous.controller(), span.controller()));
            }
            boolean wasOut = previous != null && previous.state().isOutage();
            if (span.state().isOutage()) {
                outages += wasOut ? 0 : 1;
                outageTime += span.length();
            } else if (wasOut) {
                backAt = span.from();
            }
            if (span.state() == PnState.CONTACT_LOST) {
                longestSilence = Math.max(longestSilence, span.length());
            } else if (span.state() == PnState.WARM_RESET) {
                blockedTime += span.length();
            }
            previous = span;
        }
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

    List<Move> moves() {
        return moves;
    }

    /** Number of outages. */
    int outages() {
        return outages;
    }

    /** Time without service in milliseconds. */
    long outageTime() {
        return outageTime;
    }

    /** The longest span in which heartbeats were missing and nothing was reset yet, in milliseconds. */
    long longestSilence() {
        return longestSilence;
    }

    /** Time in warm resets in milliseconds. */
    long blockedTime() {
        return blockedTime;
    }

    long warmResets() {
        return pn.totals().warmResets();
    }

    /** When the last outage ended, in milliseconds; 0 if none did. */
    long backAt() {
        return backAt;
    }

    PnState lastState() {
        return pn.timeline().get(pn.timeline().size() - 1).state();
    }

    boolean isOutAtEnd() {
        return lastState().isOutage();
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

    /** Random calls that were lost in set-up. */
    long setUpsLost() {
        return pn.randomCalls().losses().setUpsLost();
    }

    /** Whether it had, or could have had, calls to lose. */
    boolean hasCalls() {
        return pn.pnCalls().atStart() > 0
                || pn.ipCalls().atStart() > 0
                || pn.portNetwork().traffic().isPresent();
    }
}
