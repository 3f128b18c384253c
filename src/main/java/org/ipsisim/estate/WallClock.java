package org.ipsisim.estate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clock on the customer's wall: what it shows at each moment of a run.
 *
 * @param start what it shows when the run begins; in UTC if the scenario names no zone
 * @param isZoned whether the scenario names a zone, so that the clock changes with it to and from daylight saving time
 */
public record WallClock(ZonedDateTime start, boolean isZoned) {
    /** Milliseconds from midnight to the start of the run. */
    public long sinceMidnight() {
        return start.toLocalTime().toNanoOfDay() / 1_000_000;
    }

    /** What the clock shows at a moment, as milliseconds since 1970 began on it. */
    public long sinceEpoch(long millis) {
        Instant now = start.toInstant().plusMillis(millis);
        return now.toEpochMilli() + start.getZone().getRules().getOffset(now).getTotalSeconds() * 1000L;
    }

    /** When the clock is put forward or back for the first time after a moment; in milliseconds from the start. */
    public Optional<Long> nextChangeAfter(long millis) {
        Instant now = start.toInstant().plusMillis(millis);
        return Optional.ofNullable(start.getZone().getRules().nextTransition(now))
                .map(next ->
                        Duration.between(start.toInstant(), next.getInstant()).toMillis());
    }

    /** The date and time at a moment, in milliseconds from the start of the run. */
    public ZonedDateTime at(long millis) {
        return start.plus(millis, ChronoUnit.MILLIS);
    }

    /**
     * A moment in ISO 8601, such as {@code 2026-11-13T14:31:22-06:00}; without a zone there is no offset.
     *
     * @param millis from the start of the run
     */
    public String iso(long millis) {
        return (isZoned ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .format(at(millis));
    }

    /**
     * A moment as the clock shows it, in whole seconds: {@code 14:31:22}. The date stands before it if the run goes past midnight, the offset from UTC after it if the
     * clock is put forward or back during the run.
     *
     * @param millis from the start of the run
     * @param end how long the run is, in milliseconds
     */
    public String text(long millis, long end) {
        ZonedDateTime now = at(millis);
        StringBuilder text = new StringBuilder(32);
        if (isDated(end)) {
            text.append(now.toLocalDate()).append(' ');
        }
        text.append(time(millis));
        if (changes(end).size() > 1) {
            text.append(offset(millis));
        }
        return text.toString();
    }

    private String time(long millis) {
        ZonedDateTime now = at(millis);
        return two(now.getHour()) + ":" + two(now.getMinute()) + ":" + two(now.getSecond());
    }

    /** A moment to the millisecond, without its date: {@code 14:31:22.004}. */
    public String precise(long millis) {
        int fraction = 1000 + at(millis).getNano() / 1_000_000;
        return time(millis) + "." + Integer.toString(fraction).substring(1);
    }

    /** A moment without what is plain: {@code 14:31}, {@code 14:31:22}, or the date at midnight. */
    public String mark(long millis) {
        ZonedDateTime now = at(millis);
        return now.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? now.toLocalDate().toString()
                : now.toLocalTime().toString();
    }

    /** The zone that the scenario names, such as {@code America/Chicago}. */
    public Optional<String> zoneName() {
        return isZoned ? Optional.of(start.getZone().getId()) : Optional.empty();
    }

    /** The date of a run of so many milliseconds: {@code 2026-11-13}, or the first and the last. */
    public String dates(long end) {
        String first = start.toLocalDate().toString();
        String last = at(end).toLocalDate().toString();
        return first.equals(last) ? first : first + " to " + last;
    }

    /** Whether a run of so many milliseconds goes past midnight. */
    public boolean isDated(long end) {
        return !start.toLocalDate().equals(at(end).toLocalDate());
    }

    /** The moments from which on the clock goes steadily: 0, and each at which it is put forward or back. */
    public List<Long> changes(long end) {
        List<Long> changes = new ArrayList<>(List.of(0L));
        Instant last = at(end).toInstant();
        ZoneRules rules = start.getZone().getRules();
        for (ZoneOffsetTransition next = rules.nextTransition(start.toInstant());
                next != null && !next.getInstant().isAfter(last);
                next = rules.nextTransition(next.getInstant())) {
            changes.add(Duration.between(start.toInstant(), next.getInstant()).toMillis());
        }
        return changes;
    }

    /** The offset from UTC at a moment, such as {@code -06:00}. */
    public String offset(long millis) {
        ZoneOffset offset = at(millis).getOffset();
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    /** The time of the clock at a moment in milliseconds since 1970-01-01, as if it showed UTC. */
    public long localMillis(long millis) {
        return at(millis).toLocalDateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** A number below 100 in two figures. */
    public static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
