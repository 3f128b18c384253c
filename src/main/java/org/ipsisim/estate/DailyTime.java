package org.ipsisim.estate;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A time of the day that comes once a day. One that the clocks skip comes as much later as they are put forward; of one that
 * they show twice, the first counts.
 *
 * @param time after midnight, 0 to less than a day
 * @param clock by which it is; without one the run begins at midnight
 */
public record DailyTime(Duration time, Optional<WallClock> clock) {
    private static final long DAY = Duration.ofDays(1).toMillis();

    /**
     * When it comes next after a moment.
     *
     * @param millis from the start of the run; before it if negative
     * @return milliseconds from the start of the run
     */
    public long nextAfter(long millis) {
        if (clock.isEmpty()) {
            return time.toMillis() + Math.floorDiv(millis - time.toMillis(), DAY) * DAY + DAY;
        }
        ZonedDateTime start = clock.get().start();
        LocalDate date = clock.get().at(millis).toLocalDate();
        LocalTime shown = LocalTime.ofNanoOfDay(time.toNanos());
        long next;
        do {
            next = Duration.between(start, date.atTime(shown).atZone(start.getZone()))
                    .toMillis();
            date = date.plusDays(1);
        } while (next <= millis);
        return next;
    }
}
