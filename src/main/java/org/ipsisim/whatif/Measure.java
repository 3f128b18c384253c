package org.ipsisim.whatif;

import java.util.function.ToLongFunction;

/** One number by which runs are compared: a total of a port network, or of several added up. */
public enum Measure {
    CALLS_DROPPED("calls dropped", "callsDropped", false, cost -> cost.totals().callsDropped()),
    CALLS_BLOCKED("calls blocked", "callsBlocked", false, cost -> cost.totals().callsBlocked()),
    CALLS_DELAYED("calls delayed", "callsDelayed", false, cost -> cost.totals().callsDelayed()),
    /** Time in which no call can be started: the sum of the next two. */
    CANNOT_DIAL("cannot dial", "cannotDialSeconds", true, Cost::cannotDial),
    DEGRADED("degraded", "degradedSeconds", true, cost -> cost.totals().degraded()),
    OUTAGE("outage", "outageSeconds", true, cost -> cost.totals().outage()),
    WARM_RESETS("warm resets", "warmResets", false, cost -> cost.totals().warmResets()),
    COLD_RESETS("cold resets", "coldResets", false, cost -> cost.totals().coldResets()),
    FAILOVERS("failovers", "failovers", false, cost -> cost.totals().failovers()),
    NEEDLESS_FAILOVERS("needless failovers", "needlessFailovers", false, Cost::needlessFailovers),
    FALLBACKS("fallbacks", "fallbacks", false, cost -> cost.totals().fallbacks()),
    IPSI_INTERCHANGES(
            "IPSI interchanges",
            "ipsiInterchanges",
            false,
            cost -> cost.totals().ipsiInterchanges());

    private final String words;
    private final String jsonName;
    private final boolean time;
    private final ToLongFunction<Cost> value;

    Measure(String words, String jsonName, boolean time, ToLongFunction<Cost> value) {
        this.words = words;
        this.jsonName = jsonName;
        this.time = time;
        this.value = value;
    }

    /** What tables call it. */
    public String words() {
        return words;
    }

    /** The key in JSON results and the column in CSV. */
    public String jsonName() {
        return jsonName;
    }

    /** Whether it is a time in milliseconds; a plain count otherwise. */
    public boolean isTime() {
        return time;
    }

    /** Its value. */
    public long of(Cost cost) {
        return value.applyAsLong(cost);
    }
}
