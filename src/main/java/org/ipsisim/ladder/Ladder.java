package org.ipsisim.ladder;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.WallClock;
import org.ipsisim.history.Words;
import org.ipsisim.sip.transaction.Transfer;

/**
 * Messages between a few ends, and what happened inside these meanwhile.
 *
 * @param title what it shows
 * @param ends from left to right
 * @param rungs in the order of time
 * @param outcome what became of it, in a few words
 * @param clock the customer's, if the scenario has one
 */
public record Ladder(String title, List<End> ends, List<Rung> rungs, String outcome, Optional<WallClock> clock) {
    /** The same with the clock of its scenario. */
    public Ladder on(Optional<WallClock> other) {
        return new Ladder(title, ends, rungs, outcome, other);
    }

    /** A moment to the millisecond, in seconds from the start or on the clock. */
    String time(long at) {
        return clock.map(its -> its.precise(at))
                .orElseGet(() -> Words.decimalSeconds(at).setScale(3).toPlainString());
    }

    /**
     * One of the ends.
     *
     * @param name such as {@code sm-1}
     * @param address where it is reached
     */
    public record End(String name, String address) {}

    /** A message, or something that happened inside an end. */
    public sealed interface Rung permits Arrow, Note {
        /** When, in milliseconds from the start of the run. */
        long at();
    }

    /**
     * A message.
     *
     * @param from the place of its sender among the ends
     * @param to the place of its receiver
     */
    public record Arrow(Transfer transfer, int from, int to) implements Rung {
        @Override
        public long at() {
            return transfer.sentAt();
        }

        /** Its name in the ladder, such as {@code F1}. */
        public String name() {
            return "F" + transfer.number();
        }

        /** Its method, or its status with its phrase. */
        public String label() {
            return Highlights.label(transfer.message());
        }
    }

    /**
     * Something that happened inside an end.
     *
     * @param end its place among the ends
     * @param rule such as {@code P7}
     */
    public record Note(long at, int end, String rule, String text) implements Rung {}

    /** The messages alone. */
    public List<Arrow> arrows() {
        return rungs.stream()
                .filter(Arrow.class::isInstance)
                .map(Arrow.class::cast)
                .toList();
    }
}
