package org.ipsisim.console.capture;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day and the time of a scheduled return. */
final class Schedule {
    private static final Pattern TIME_OF_RUN =
            Pattern.compile("([0-9]{2,4}) ([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{3}))?");

    private Schedule() {}

    /** From the start of the run, if the day is a day of the run, from 1, and not one of the week. */
    static Optional<Duration> timeOfRun(String dayAndTime) {
        Matcher matcher = TIME_OF_RUN.matcher(dayAndTime);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return Optional.empty();
        }
        long hours = Long.parseLong(matcher.group(2));
        long minutes = Long.parseLong(matcher.group(3));
        long seconds = Long.parseLong(matcher.group(4));
        if (hours > 23 || minutes > 59 || seconds > 59) {
            return Optional.empty();
        }
        long millis = matcher.group(5) == null ? 0 : Long.parseLong(matcher.group(5));
        return Optional.of(Duration.ofDays(Integer.parseInt(matcher.group(1)) - 1)
                        .plusHours(hours)
                        .plusMinutes(minutes)
                        .plusSeconds(seconds)
                        .plusMillis(millis))
                .filter(at -> at.compareTo(Duration.ofDays(3000)) < 0);
    }
}
