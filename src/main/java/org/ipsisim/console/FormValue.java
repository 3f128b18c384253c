package org.ipsisim.console;

import java.time.Duration;
import org.ipsisim.scenario.DurationText;

/** How forms write values. */
final class FormValue {
    private FormValue() {}

    static String yesNo(boolean value) {
        return value ? "y" : "n";
    }

    /** A whole number of units, or what no form can hold as a scenario file writes it. */
    static String inUnits(Duration value, Duration unit) {
        long units = value.toMillis() / unit.toMillis();
        return unit.multipliedBy(units).equals(value) ? String.valueOf(units) : DurationText.of(value);
    }

    /** A time of the run as its day, from 1, and its time of day: {@code 01/00:02:14}. */
    static String date(long millis) {
        long seconds = millis / 1000;
        return Sheet.format(
                "%02d/%02d:%02d:%02d", 1 + seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    }
}
