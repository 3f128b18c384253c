package org.ipsisim.cli;

import java.util.Locale;
import java.util.Optional;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.study.audit.FaultCost;
import picocli.CommandLine.TypeConversionException;

/** The most that faults of an audit may cost: {@code calls=N} or {@code outage=DURATION}. */
final class CostLimit {
    private static final String CALLS = "calls=";
    private static final String OUTAGE = "outage=";

    private final boolean ofCalls;
    private final long most;

    private CostLimit(boolean ofCalls, long most) {
        this.ofCalls = ofCalls;
        this.most = most;
    }

    /** @throws TypeConversionException if the text is not a limit */
    static CostLimit parse(String text) {
        if (text.startsWith(CALLS) && text.substring(CALLS.length()).matches("[0-9]{1,15}")) {
            return new CostLimit(true, Long.parseLong(text.substring(CALLS.length())));
        }
        if (text.startsWith(OUTAGE)) {
            String duration = text.substring(OUTAGE.length());
            return new CostLimit(
                    false,
                    DurationText.parse(duration)
                            .orElseThrow(() -> new TypeConversionException("'" + text + "': '" + duration
                                    + "' is not a duration such as 10m" + hint(duration)))
                            .toMillis());
        }
        throw new TypeConversionException("'" + text + "' is not a limit such as outage=10m or calls=100");
    }

    private static String hint(String duration) {
        return Optional.of(DurationText.repair(duration))
                .filter(repaired -> !repaired.isEmpty())
                .map(repaired -> "; did you mean " + repaired + "?")
                .orElse("");
    }

    /** Whether a cost is above the limit. */
    boolean isExceededBy(FaultCost cost) {
        return (ofCalls ? cost.cost().callsDropped() : cost.cost().outage()) > most;
    }

    /** In words: {@code 10m without service}. */
    String words() {
        return ofCalls
                ? String.format(Locale.ROOT, "%d call%s dropped", most, most == 1 ? "" : "s")
                : Words.duration(most) + " without service";
    }
}
