package org.ipsisim.study;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.ipsisim.document.Json;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.history.Words;

/** One number by which runs are compared: a total of a port network, or of several added up. */
public enum Measure {
    CALLS_DROPPED(
            "calls dropped", "callsDropped", Unit.COUNT, cost -> cost.totals().callsDropped()),
    CALLS_BLOCKED(
            "calls blocked", "callsBlocked", Unit.COUNT, cost -> cost.totals().callsBlocked()),
    CALLS_DELAYED(
            "calls delayed", "callsDelayed", Unit.COUNT, cost -> cost.totals().callsDelayed()),
    SET_UPS_LOST("set-ups lost", "setUpsLost", Unit.COUNT, Cost::setUpsLost),
    /** What the random calls that were lost would have been talked. */
    TALK_TIME_LOST("talk time lost", "talkMinutesLost", Unit.MINUTES, Cost::talkTimeLost),
    /** Time in which no call can be started: the sum of the next two. */
    CANNOT_DIAL("cannot dial", "cannotDialSeconds", Unit.SECONDS, Cost::cannotDial),
    DEGRADED("degraded", "degradedSeconds", Unit.SECONDS, cost -> cost.totals().degraded()),
    OUTAGE("outage", "outageSeconds", Unit.SECONDS, cost -> cost.totals().outage()),
    WARM_RESETS("warm resets", "warmResets", Unit.COUNT, cost -> cost.totals().warmResets()),
    COLD_RESETS("cold resets", "coldResets", Unit.COUNT, cost -> cost.totals().coldResets()),
    FAILOVERS("failovers", "failovers", Unit.COUNT, cost -> cost.totals().failovers()),
    NEEDLESS_FAILOVERS("needless failovers", "needlessFailovers", Unit.COUNT, Cost::needlessFailovers),
    FALLBACKS("fallbacks", "fallbacks", Unit.COUNT, cost -> cost.totals().fallbacks()),
    IPSI_INTERCHANGES(
            "IPSI interchanges",
            "ipsiInterchanges",
            Unit.COUNT,
            cost -> cost.totals().ipsiInterchanges());

    /** What a value is, and how results for programs write it. */
    public enum Unit {
        /** A plain number. */
        COUNT,
        /** A time in milliseconds that is written in seconds. */
        SECONDS,
        /** A time in milliseconds that is written in minutes. */
        MINUTES
    }

    private static final int MINUTE_DECIMALS = 3;

    private final String words;
    private final String jsonName;
    private final Unit unit;
    private final ToLongFunction<Cost> value;

    Measure(String words, String jsonName, Unit unit, ToLongFunction<Cost> value) {
        this.words = words;
        this.jsonName = jsonName;
        this.unit = unit;
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
        return unit != Unit.COUNT;
    }

    /** What its values are. */
    public Unit unit() {
        return unit;
    }

    /** Its value. */
    public long of(Cost cost) {
        return value.applyAsLong(cost);
    }

    /** What it is, where its name does not say; empty otherwise. */
    public String meaning() {
        return switch (this) {
            case CANNOT_DIAL -> "Cannot dial: time in which no call can be started, degraded or without service.";
            case NEEDLESS_FAILOVERS ->
                "Needless failover: the server it left could reach the port network again before that was back in"
                        + " service.";
            default -> "";
        };
    }

    /** A value as tables show it: {@code 6m15s} for a time, {@code 40} for a count. */
    public String shown(long value) {
        return switch (unit) {
            case COUNT -> String.valueOf(value);
            case SECONDS -> Words.duration(value);
            case MINUTES -> RoundedNumbers.time(value);
        };
    }

    /** A difference as tables show it: {@code +6m}, {@code -40}, {@code 0}. */
    public String signed(long difference) {
        return difference == 0 ? "0" : (difference > 0 ? "+" : "-") + shown(Math.abs(difference));
    }

    /** A value as data has it: a count, seconds or minutes. */
    public BigDecimal plain(long value) {
        return switch (unit) {
            case COUNT -> BigDecimal.valueOf(value);
            case SECONDS -> Words.decimalSeconds(value);
            case MINUTES -> Words.decimalMinutes(value, MINUTE_DECIMALS);
        };
    }

    /** Writes all measures of a cost as members of an object. */
    public static void write(Json json, Cost cost) {
        for (Measure measure : values()) {
            json.number(measure.jsonName, measure.plain(measure.of(cost)));
        }
    }

    /** Adds a column of data for each measure. */
    public static <R> Table<R> columns(Table<R> table, Function<R, Cost> cost) {
        for (Measure measure : values()) {
            table.number(measure.jsonName, row -> measure.plain(measure.of(cost.apply(row))));
        }
        return table;
    }
}
