package org.ipsisim.report.timeline;

import java.util.Locale;

/** Points in time as charts and tables show them: {@code 1:15}, {@code 2:01:15}, with milliseconds where there are. */
public final class Clock {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Clock() {}

    /** Milliseconds from the start as {@code m:ss}, from an hour on {@code h:mm:ss}, such as {@code 1:15.02}. */
    public static String at(long millis) {
        long hours = millis / HOUR;
        long minutes = millis % HOUR / MINUTE;
        String seconds = String.format(Locale.ROOT, "%02d", millis % MINUTE / SECOND);
        String whole =
                hours == 0 ? minutes + ":" + seconds : hours + String.format(Locale.ROOT, ":%02d:", minutes) + seconds;
        return whole + fraction(millis % SECOND);
    }

    /** Whole minutes as {@code h:mm}; for axes of long runs. */
    static String hoursAndMinutes(long millis) {
        return String.format(Locale.ROOT, "%d:%02d", millis / HOUR, millis % HOUR / MINUTE);
    }

    private static String fraction(long millis) {
        if (millis == 0) {
            return "";
        }
        return String.format(Locale.ROOT, ".%03d", millis).replaceFirst("0+$", "");
    }
}
