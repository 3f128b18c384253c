package org.ipsisim.estate;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * The clock on the customer's wall: what it shows at each moment of a run.
 *
 * @param start what it shows when the run begins; in UTC if the scenario names no zone
 * @param isZoned whether the scenario names a zone, so that the clock changes with it to and from daylight saving time
 */
public record WallClock(ZonedDateTime start, boolean isZoned) {
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
        ZonedDateTime last = at(end);
        StringBuilder text = new StringBuilder(32);
        if (!start.toLocalDate().equals(last.toLocalDate())) {
            text.append(now.toLocalDate()).append(' ');
        }
        text.append(two(now.getHour()))
                .append(':')
                .append(two(now.getMinute()))
                .append(':')
                .append(two(now.getSecond()));
        if (isZoned && changesUntil(last.toInstant())) {
            text.append(now.getOffset().equals(ZoneOffset.UTC) ? "+00:00" : now.getOffset());
        }
        return text.toString();
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

    private boolean changesUntil(Instant end) {
        ZoneOffsetTransition next = start.getZone().getRules().nextTransition(start.toInstant());
        return next != null && !next.getInstant().isAfter(end);
    }

    /** A number below 100 in two figures. */
    public static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
