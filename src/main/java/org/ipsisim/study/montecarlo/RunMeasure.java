package org.ipsisim.study.montecarlo;

import java.util.function.ToLongFunction;
import org.ipsisim.history.PnTotals;

/** A number that each run gives for each port network. */
public enum RunMeasure {
    /** In milliseconds. */
    OUTAGE("outage", "outageSeconds", PnTotals::outage),
    CALLS_DROPPED("calls dropped", "callsDropped", PnTotals::callsDropped),
    WARM_RESETS("warm reset", "warmReset", PnTotals::warmResets),
    COLD_RESETS("cold reset", "coldReset", PnTotals::coldResets),
    FAILOVERS("failover", "failover", PnTotals::failovers);

    private final String words;
    private final String jsonName;
    private final ToLongFunction<PnTotals> value;

    RunMeasure(String words, String jsonName, ToLongFunction<PnTotals> value) {
        this.words = words;
        this.jsonName = jsonName;
        this.value = value;
    }

    /** What tables call it. */
    public String words() {
        return words;
    }

    /** What results for programs call it. */
    public String jsonName() {
        return jsonName;
    }

    /** Whether it is a time in milliseconds. */
    public boolean isTime() {
        return this == OUTAGE;
    }

    /** Whether what counts is how often it is not zero, rather than its mean. */
    public boolean isMishap() {
        return this != OUTAGE && this != CALLS_DROPPED;
    }

    long of(PnTotals totals) {
        return value.applyAsLong(totals);
    }
}
