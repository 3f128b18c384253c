package org.ipsisim.study;

import java.util.List;
import org.ipsisim.survivability.RunTooLarge;

/** One of the runs of a study asks for more than one run does; the message says which one, and what to change. */
public final class StudyTooLarge extends RuntimeException {
    StudyTooLarge(List<String> settings, RunTooLarge cause) {
        super(
                settings.isEmpty()
                        ? cause.getMessage()
                        : "with " + String.join(", ", settings) + ": " + cause.getMessage(),
                cause);
    }
}
