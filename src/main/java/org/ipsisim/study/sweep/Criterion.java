package org.ipsisim.study.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
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
    SERVICE(Measure.CANNOT_DIAL, "cannot dial"),
    /** Time in which SIP phones are not in service. */
    PHONES(Measure.PHONE_TIME_LOST, "phones");

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

    /** Those by which the settings of an estate are judged; with SIP phones, these stand in place of needless failovers. */
    public static List<Criterion> of(Estate estate) {
        return estate.sip().isEmpty() ? List.of(CALLS, FAILOVERS, SERVICE) : List.of(CALLS, PHONES, SERVICE);
    }

    /** The criteria of an estate, a preferred one first. */
    public static List<Criterion> preferring(Criterion first, Estate estate) {
        return Stream.concat(Stream.of(first), of(estate).stream().filter(other -> other != first))
                .toList();
    }
}
