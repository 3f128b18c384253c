package org.ipsisim.cli;

import java.time.Duration;
import org.ipsisim.scenario.DurationText;
import picocli.CommandLine.TypeConversionException;

/** Durations as scenario files or results write them, such as {@code 90s} or {@code 2m14.02s}. */
final class Durations {
    /** The longest duration that an option takes. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private Durations() {}

    /** @throws TypeConversionException if the text is not a duration longer than 0 */
    static Duration parse(String text) {
        Duration duration = read(text, "a duration such as 90s or 2m30s");
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("'" + text + "' is not longer than 0s and at most 366d");
        }
        return duration;
    }

    /** @throws TypeConversionException if the text is not a time of a run, from 0 on */
    static Duration time(String text) {
        return read(text, "a time such as 90s or 8m12s");
    }

    /**
     * A duration as scenario files or results write it.
     *
     * @param wanted what it should be, for the message, with an example
     * @throws TypeConversionException if the text is something else
     */
    private static Duration read(String text, String wanted) {
        return DurationText.parseShown(text).orElseThrow(() -> {
            String repaired = DurationText.repair(text);
            return new TypeConversionException(
                    "'" + text + "' is not " + wanted + (repaired.isEmpty() ? "" : "; did you mean " + repaired + "?"));
        });
    }
}
