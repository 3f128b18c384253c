package org.ipsisim.study;

import java.util.List;
import org.ipsisim.scenario.ReadResult;

/** A scenario is wrong with some of the values that a study wants to try. */
public final class RefusedSettings extends Exception {
    private final transient List<String> settings;
    private final transient ReadResult result;

    public RefusedSettings(List<String> settings, ReadResult result) {
        super("with " + String.join(", ", settings));
        this.settings = List.copyOf(settings);
        this.result = result;
    }

    /** The assignments with which it is wrong. */
    public List<String> settings() {
        return settings;
    }

    /** What is wrong. */
    public ReadResult result() {
        return result;
    }

    /** The same where no checked exception gets through: out of runs on several threads. */
    public static final class InRun extends RuntimeException {
        private final RefusedSettings settings;

        public InRun(RefusedSettings settings) {
            super(settings);
            this.settings = settings;
        }

        /** What is wrong. */
        public RefusedSettings settings() {
            return settings;
        }
    }
}
