package org.ipsisim.study;

import java.util.Optional;

/** The results of single runs, by their names: where a study looks before it makes a run. Any thread may call. */
public interface RunRecord {
    /** Knows nothing and keeps nothing. */
    RunRecord NONE = new RunRecord() {
        @Override
        public Optional<long[]> find(String run) {
            return Optional.empty();
        }

        @Override
        public void keep(String run, long[] numbers) {
            // nobody asks for it
        }
    };

    /** The result of a run, if it is known. */
    Optional<long[]> find(String run);

    /**
     * Keeps the result of a run that has just been made.
     *
     * @throws java.io.UncheckedIOException if it cannot be kept
     */
    void keep(String run, long[] numbers);

    /** Whether all runs are on record, so that none may be made. */
    default boolean isClosed() {
        return false;
    }
}
