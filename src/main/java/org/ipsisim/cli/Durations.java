package org.ipsisim.cli;

import java.time.Duration;
import org.ipsisim.scenario.DurationText;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Options that take a duration as scenario files or results write it, such as {@code 90s} or {@code 2m14.02s}. */
final class Durations {
    /** Longer than this is no outage that anybody would ask about. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private Durations() {}

    /** An option with a duration longer than 0. */
    static OptionSpec option(String name, String description) {
        return OptionSpec.builder(name)
                .paramLabel("DURATION")
                .arity("1")
                .type(Duration.class)
                .converters(Durations::parse)
                .description(description)
                .build();
    }

    /** An option with a time of the run, from its start on. */
    static OptionSpec time(String name, String description) {
        return OptionSpec.builder(name)
                .paramLabel("TIME")
                .arity("1")
                .type(Duration.class)
                .converters(Durations::parseAny)
                .description(description)
                .build();
    }

    /** @throws TypeConversionException if it is no duration longer than 0 */
    static Duration parse(String text) {
        Duration duration = parseAny(text);
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("'" + text + "' is not longer than 0s and at most 366d");
        }
        return duration;
    }

    private static Duration parseAny(String text) {
        return read(text, "a duration such as 90s or 2m30s");
    }

    /**
     * A duration as scenario files or results write it.
     *
     * @param wanted what it should be, for the message, with an example
     * @throws TypeConversionException if it is none
     */
    static Duration read(String text, String wanted) {
        return DurationText.parseShown(text).orElseThrow(() -> {
            String repaired = DurationText.repair(text);
            return new TypeConversionException(
                    "'" + text + "' is not " + wanted + (repaired.isEmpty() ? "" : "; did you mean " + repaired + "?"));
        });
    }
}
