package org.ipsisim.study.sweep;

import java.util.Arrays;
import java.util.List;
import org.ipsisim.estate.Keyed;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;

/** What settings are judged by: less is better. The order is that of their weight, unless the user prefers another. */
public enum Objective implements Keyed {
    /** Calls that end. */
    CALLS(Measure.CALLS_DROPPED, "calls"),
    /** Failovers that were not worth it. */
    FAILOVERS(Measure.NEEDLESS_FAILOVERS, "needless"),
    /** Time in which nobody can start a call. */
    SERVICE(Measure.CANNOT_DIAL, "cannot dial");

    private final Measure measure;
    private final String heading;

    Objective(Measure measure, String heading) {
        this.measure = measure;
        this.heading = heading;
    }

    /** The head of its column. */
    String heading() {
        return heading;
    }

    /** The measure that it wants small. */
    public Measure measure() {
        return measure;
    }

    /** Its value. */
    public long of(Cost cost) {
        return measure.of(cost);
    }

    /** All of them, a preferred one first. */
    public static List<Objective> preferring(Objective first) {
        return Arrays.stream(values())
                .sorted((a, b) -> Boolean.compare(b == first, a == first))
                .toList();
    }
}
