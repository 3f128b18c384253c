package org.ipsisim.study.sweep;

import java.util.Arrays;
import java.util.List;
import org.ipsisim.estate.Keyed;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;

/** What settings are judged by one after the other, if not by an objective; less is better. */
public enum Criterion implements Keyed {
    /** Calls that drop, or cannot be made. */
    CALLS(Measure.FAILED_CALLS, "failed"),
    /** Failovers that were not worth it. */
    FAILOVERS(Measure.NEEDLESS_FAILOVERS, "needless"),
    /** Time in which nobody can start a call. */
    SERVICE(Measure.CANNOT_DIAL, "cannot dial");

    private final Measure measure;
    private final String heading;

    Criterion(Measure measure, String heading) {
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
    public static List<Criterion> preferring(Criterion first) {
        return Arrays.stream(values())
                .sorted((a, b) -> Boolean.compare(b == first, a == first))
                .toList();
    }
}
