package org.ipsisim.ladder;

import java.util.List;
import org.ipsisim.sip.transaction.Transfer;

/**
 * Messages between a few ends, and what happened inside these meanwhile.
 *
 * @param title what it shows
 * @param ends from left to right
 * @param rungs in the order of time
 * @param outcome what became of it, in a few words
 */
public record Ladder(String title, List<End> ends, List<Rung> rungs, String outcome) {
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
