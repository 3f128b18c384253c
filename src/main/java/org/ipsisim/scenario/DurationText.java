package org.ipsisim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as scenario files write them: {@code 250ms}, {@code 15s}, {@code 1m30s}, {@code 2h}, {@code 1d}. */
public final class DurationText {
    /** The grammar as a regular expression, for the schema and for messages. */
    static final String PATTERN = "^(?=[0-9])" + DurationText.UNITS_PATTERN;

    /** The grammar of a duration above 0s. */
    static final String POSITIVE_PATTERN = "^(?=[0-9])(?=.*[1-9])" + DurationText.UNITS_PATTERN;

    private static final String UNITS_PATTERN = "([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?$";

    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final Pattern NUMBER_AND_WORD = Pattern.compile("([0-9.]{1,9}(?![0-9.])) *([a-z]*) *");
    private static final Pattern ONE_DECIMAL = Pattern.compile("([0-9]+\\.[0-9]+)(ms|[dhms])");
    private static final int LONGEST_NUMBER = 15;
    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1000, 1};

    private DurationText() {}

    /**
     * Reads a duration: units from days down to milliseconds, each at most once, without blanks. One above
     * ten years is read as a little more than that, so that no number overflows.
     */
    public static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long tooLong = Limits.LONGEST.toMillis() + 1;
        long total = 0;
        for (int unit = 0; unit < UNITS.length; unit++) {
            String part = form.group(unit + 1);
            if (part != null) {
                String digits = part.replaceAll("^0+(?=[0-9])|[a-z]+$", "");
                long number = digits.length() > LONGEST_NUMBER ? tooLong : Long.parseLong(digits);
                total = Math.min(total + Math.min(number, tooLong / MILLIS[unit] + 1) * MILLIS[unit], tooLong);
            }
        }
        return Optional.of(Duration.ofMillis(total));
    }

    /**
     * Reads a duration as {@link #parse} does, or as results show it, with decimals of the seconds: {@code 2m14.02s}.
     * So a time can be copied from a result to the command line.
     */
    public static Optional<Duration> parseShown(String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || !text.matches("[0-9a-z]*[0-9]\\.[0-9]{1,3}s")) {
            return parse(text);
        }
        String millis = (text.substring(dot + 1, text.length() - 1) + "00").substring(0, 3);
        return parse(text.substring(0, dot) + "s" + millis + "ms");
    }

    /** The shortest text that {@link #parse} reads as this duration. */
    public static String of(Duration duration) {
        long rest = duration.toMillis();
        if (rest == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < UNITS.length; i++) {
            if (rest >= MILLIS[i]) {
                text.append(rest / MILLIS[i]).append(UNITS[i]);
                rest %= MILLIS[i];
            }
        }
        return text.toString();
    }

    /**
     * The duration that a malformed text probably means, or an empty text: {@code 15} as {@code 15s}, {@code
     * 2:14} as {@code 2m14s}.
     */
    public static String repair(String written) {
        StringBuilder repaired = new StringBuilder();
        Matcher part = NUMBER_AND_WORD.matcher(withoutColons(written.strip().toLowerCase(Locale.ROOT)));
        String unit = "";
        while (part.lookingAt()) {
            unit = unitOf(part.group(2), unit);
            if (unit.isEmpty()) {
                return "";
            }
            repaired.append(part.group(1)).append(unit);
            part.region(part.end(), part.regionEnd());
        }
        String text = part.regionStart() < part.regionEnd() ? "" : decimalsResolved(repaired.toString());
        return parse(text).isPresent() ? text : "";
    }

    /** A time as clocks show it, {@code 2:14} or {@code 1:02:14.5}, with units; other texts as they are. */
    private static String withoutColons(String text) {
        if (!text.matches("([0-9]+:)?[0-9]+:[0-9]{2}(\\.[0-9]+)?")) {
            return text;
        }
        int last = text.lastIndexOf(':');
        return text.substring(0, last).replace(":", "h") + "m" + text.substring(last + 1) + "s";
    }

    /** {@code 1.5h} as {@code 1h30m}, {@code 2m14.02s} as {@code 2m14s20ms}; other texts as they are. */
    private static String decimalsResolved(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return text;
        }
        Optional<Duration> shown = parseShown(text);
        if (shown.isPresent()) {
            return of(shown.get());
        }
        Matcher one = ONE_DECIMAL.matcher(text);
        if (!one.matches()) {
            return "";
        }
        long millis = Math.round(
                Double.parseDouble(one.group(1)) * MILLIS[List.of(UNITS).indexOf(one.group(2))]);
        return of(Duration.ofMillis(Math.min(millis, Limits.LONGEST.toMillis())));
    }

    /** A number without a unit has the one below the unit before it: {@code 1h30} is 1 h 30 min. */
    private static String unitOf(String word, String before) {
        return switch (word) {
            case "" -> before.equals("h") ? "m" : before.equals("d") ? "h" : "s";
            case "ms", "msec", "msecs", "millis", "millisecond", "milliseconds" -> "ms";
            case "s", "sec", "secs", "second", "seconds" -> "s";
            case "m", "min", "mins", "minute", "minutes" -> "m";
            case "h", "hr", "hrs", "hour", "hours" -> "h";
            case "d", "day", "days" -> "d";
            default -> "";
        };
    }
}
