package org.ipsisim.estate;

import java.util.Optional;

/**
 * What people say of a scenario; nothing in it changes a run.
 *
 * @param title a few words
 * @param description why it is worth running; may be empty
 * @param clock what the customer's clock shows during the run; empty if the scenario has no {@code start}
 * @param labels what its things and events are called
 */
public record Story(String title, String description, Optional<WallClock> clock, Labels labels) {
    /** A story without a clock or labels. */
    public Story(String title, String description) {
        this(title, description, Optional.empty(), Labels.NONE);
    }

    /** The same story on another clock. */
    public Story on(WallClock other) {
        return new Story(title, description, Optional.of(other), labels);
    }
}
