package org.ipsisim.history;

/**
 * What became of the stable calls of one kind.
 *
 * @param atStart calls up at the start
 * @param dropped calls that a reset, a restart or a loss of power ended; those that were dialled again can drop again
 * @param frozen calls that were up but without features for some time (R12, R18); some may have dropped later
 * @param redialled calls that people made in place of dropped ones (T9)
 */
public record CallOutcome(long atStart, long dropped, long frozen, long redialled) {
    /** Calls up at the end. */
    public long kept() {
        return atStart - dropped + redialled;
    }
}
