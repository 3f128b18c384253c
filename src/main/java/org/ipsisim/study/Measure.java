package org.ipsisim.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import java.util.stream.LongStream;
import org.ipsisim.document.Json;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PhoneTotal;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.SessionManagerTotal;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.SipHistory;
import org.ipsisim.history.Words;

/** One number by which runs are compared, in the order of results; less of it is better. */
public enum Measure implements Keyed {
    CALLS_DROPPED("calls dropped", "callsDropped", Unit.COUNT, PnTotal.CALLS_DROPPED),
    CALLS_BLOCKED("calls blocked", "callsBlocked", Unit.COUNT, PnTotal.CALLS_BLOCKED),
    CALLS_DELAYED("calls delayed", "callsDelayed", Unit.COUNT, PnTotal.CALLS_DELAYED),
    SET_UPS_LOST("set-ups lost", "setUpsLost", Unit.COUNT, PnTotal.SET_UPS_LOST),
    /** How long people would have talked in the random calls that were lost. */
    TALK_TIME_LOST("talk time lost", "talkMinutesLost", Unit.MINUTES, PnTotal.TALK_TIME_LOST),
    /** Time in which no call can be started: the sum of the next two. */
    CANNOT_DIAL("cannot dial", "cannotDialSeconds", Unit.SECONDS, (pn, history) -> 0) {
        @Override
        List<Measure> parts() {
            return List.of(DEGRADED, OUTAGE);
        }
    },
    DEGRADED("degraded", "degradedSeconds", Unit.SECONDS, PnTotal.DEGRADED),
    OUTAGE("outage", "outageSeconds", Unit.SECONDS, PnTotal.OUTAGE),
    WARM_RESETS("warm resets", "warmResets", Unit.COUNT, PnTotal.WARM_RESETS),
    COLD_RESETS("cold resets", "coldResets", Unit.COUNT, PnTotal.COLD_RESETS),
    FAILOVERS("failovers", "failovers", Unit.COUNT, PnTotal.FAILOVERS),
    NEEDLESS_FAILOVERS("needless failovers", "needlessFailovers", Unit.COUNT, NeedlessFailovers::of),
    FALLBACKS("fallbacks", "fallbacks", Unit.COUNT, PnTotal.FALLBACKS),
    IPSI_INTERCHANGES("IPSI interchanges", "ipsiInterchanges", Unit.COUNT, PnTotal.IPSI_INTERCHANGES),
    /** Calls that users lose or do not get: the sum of those that drop, are blocked, or are lost in set-up. */
    FAILED_CALLS("failed calls", "failedCalls", Unit.COUNT, (pn, history) -> 0) {
        @Override
        List<Measure> parts() {
            return List.of(CALLS_DROPPED, CALLS_BLOCKED, SET_UPS_LOST);
        }
    },
    /** Time without dial tone, times the calls that the port network usually carries. */
    DEAD_TIME("dead time", "deadMinutes", Unit.MINUTES, ServedTime::dead),
    /** Time in service under a survivable core. */
    TIME_ON_CORE("time on a core", "minutesOnCore", Unit.MINUTES, ServedTime::onCore),
    /** Time on a core while another cluster serves another port network. */
    TIME_APART("time as separate systems", "separateMinutes", Unit.MINUTES, ServedTime::apart),
    /** Time in which SIP phones are not in service, summed over them. */
    PHONE_TIME_LOST("phone time lost", "phoneMinutesLost", Unit.MINUTES, PhoneTotal.PHONE_TIME_LOST),
    LONGEST_PHONE_OUTAGE(
            "longest outage of a phone", "longestPhoneOutageSeconds", Unit.SECONDS, PhoneTotal.LONGEST_OUTAGE),
    PHONES_AFFECTED("phones affected", "phonesAffected", Unit.COUNT, PhoneTotal.PHONES_AFFECTED),
    PEAK_REQUESTS("peak requests per second", "peakRequestsPerSecond", SessionManagerTotal.PEAK_REQUESTS_PER_SECOND),
    REQUESTS_REFUSED("requests refused", "requestsRefused", SessionManagerTotal.REFUSED);

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
    private static final double MILLIS_PER_MINUTE = 60_000;

    private final String words;
    private final String jsonName;
    private final Unit unit;
    private final ToLongBiFunction<PnHistory, History> value;
    private final Function<SipHistory, LongStream> ofPhones;

    Measure(String words, String jsonName, Unit unit, PnTotal total) {
        this(words, jsonName, unit, (pn, history) -> pn.total(total));
    }

    Measure(String words, String jsonName, Unit unit, ToLongBiFunction<PnHistory, History> value) {
        this(words, jsonName, unit, value, sip -> LongStream.empty());
    }

    Measure(String words, String jsonName, Unit unit, PhoneTotal total) {
        this(
                words,
                jsonName,
                unit,
                (pn, history) -> 0,
                sip -> sip.populations().stream().mapToLong(phones -> phones.total(total)));
    }

    Measure(String words, String jsonName, SessionManagerTotal total) {
        this(
                words,
                jsonName,
                Unit.COUNT,
                (pn, history) -> 0,
                sip -> sip.sessionManagers().stream().mapToLong(sm -> sm.total(total)));
    }

    Measure(
            String words,
            String jsonName,
            Unit unit,
            ToLongBiFunction<PnHistory, History> value,
            Function<SipHistory, LongStream> ofPhones) {
        this.words = words;
        this.jsonName = jsonName;
        this.unit = unit;
        this.value = value;
        this.ofPhones = ofPhones;
    }

    /** Whether it is about SIP phones and session managers; otherwise it is about port networks. */
    public boolean isOfPhones() {
        return compareTo(PHONE_TIME_LOST) >= 0;
    }

    /** Whether several together have the largest of their values; otherwise they have the sum. */
    boolean isPeak() {
        return this == LONGEST_PHONE_OUTAGE || this == PEAK_REQUESTS;
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

    /** The measures whose sum it is; empty if it is counted by itself. */
    List<Measure> parts() {
        return List.of();
    }

    /** What one port network went through; 0 for a sum of other measures. */
    long of(PnHistory pn, History history) {
        return value.applyAsLong(pn, history);
    }

    /** What phones and session managers went through; 0 for a measure of port networks. */
    long of(SipHistory sip) {
        LongStream values = ofPhones.apply(sip);
        return isPeak() ? values.max().orElse(0) : values.sum();
    }

    /** Its value. */
    public long of(Cost cost) {
        return cost.of(this);
    }

    /** What it is, where its name does not say; empty otherwise. */
    public String meaning() {
        return switch (this) {
            case CANNOT_DIAL -> "Cannot dial: time in which no call can be started, degraded or without service.";
            case NEEDLESS_FAILOVERS ->
                "Needless failover: the server it left could reach the port network again before that was back in"
                        + " service.";
            case DEAD_TIME ->
                "Dead time: time in which no call can be started, times the calls that the port network usually carries.";
            case PHONE_TIME_LOST ->
                "Phone time lost: time in which a SIP phone is not in service, summed over the phones.";
            default -> "";
        };
    }

    /** The name in an objective: the word of a count, or the minutes of a time, such as {@code dead-minutes}. */
    String term() {
        return jsonName.replace("Seconds", "Minutes")
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    /** A value in the unit of an objective: a count, or minutes. */
    double inTerms(long value) {
        return isTime() ? value / MILLIS_PER_MINUTE : value;
    }

    /** A value as tables show it: {@code 6m15s} for a time, {@code 40} for a count. */
    public String shown(long value) {
        return switch (unit) {
            case COUNT -> String.valueOf(value);
            case SECONDS -> Words.duration(value);
            case MINUTES -> RoundedNumbers.time(value);
        };
    }

    /** The value of a cost as tables show it. */
    public String shown(Cost cost) {
        return shown(cost.of(this));
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
        write(json, cost, cost.measures().shown());
    }

    /** Writes some measures of a cost as members of an object. */
    public static Json write(Json json, Cost cost, List<Measure> some) {
        some.forEach(measure -> json.number(measure.jsonName, measure.plain(cost.of(measure))));
        return json;
    }

    /** Adds a column of data for some measures. */
    public static <R> Table<R> columns(Table<R> table, Function<R, Cost> cost, List<Measure> some) {
        some.forEach(measure -> table.number(
                measure.jsonName, row -> measure.plain(cost.apply(row).of(measure))));
        return table;
    }
}
