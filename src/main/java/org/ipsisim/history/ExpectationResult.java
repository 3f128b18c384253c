package org.ipsisim.history;

import org.ipsisim.estate.Expectation;

/**
 * Whether a run met one expectation.
 *
 * @param expectation what the scenario expects
 * @param expect the same in words
 * @param verdict whether the run met it
 * @param actual what the run gave
 */
public record ExpectationResult(Expectation expectation, String expect, Verdict verdict, String actual) {
    /** What a run says of an expectation. */
    public enum Verdict {
        MET,
        NOT_MET,
        /** The run ends before it can tell. */
        INCONCLUSIVE;

        static Verdict of(boolean isMet) {
            return isMet ? MET : NOT_MET;
        }
    }

    /** Whether the run met it. */
    public boolean met() {
        return verdict == Verdict.MET;
    }

    /** Whether the run ended before it could tell. */
    public boolean isInconclusive() {
        return verdict == Verdict.INCONCLUSIVE;
    }
}
