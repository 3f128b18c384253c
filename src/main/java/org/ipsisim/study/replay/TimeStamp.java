package org.ipsisim.study.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.Keyed;

/**
 * Times as monitoring systems write them.
 *
 * @param zone of times without an offset; empty if there is none
 * @param dates the order of day and month in dates such as 3/7/2025; empty if it is not known
 */
public record TimeStamp(Optional<ZoneId> zone, Optional<DateOrder> dates) {
    /** The forms that are understood, for messages. */
    static final String FORMS =
            "2025-03-07T14:05:00Z, 2025-03-07T15:05:00+01:00, 2025-03-07 15:05:00 with --zone, 3/7/2025 3:05 PM with"
                    + " --zone and --dates, or seconds or milliseconds since 1970";

    /** What comes first in a date with slashes. */
    public enum DateOrder implements Keyed {
        /** 3/7/2025 is March 7. */
        MDY,
        /** 3/7/2025 is 3 July. */
        DMY
    }

    /** No time is longer; longer texts are not tried. */
    private static final int LONGEST = 64;

    private static final int FIRST_YEAR = 1971;
    private static final int LAST_YEAR = 2200;
    private static final Pattern EPOCH = Pattern.compile("([0-9]{9,10})([.,][0-9]{1,9})?");
    private static final Pattern EPOCH_MILLIS = Pattern.compile("[0-9]{12,13}");
    private static final String TIME =
            "(?:T|,? )([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)? ?([ap]\\.?m\\.?)?";
    private static final String ZONE = " ?(z|[+-][0-9]{2}(?::?[0-9]{2})?|[a-z]{2,5})?(?:\\[([a-z0-9_/+-]+)\\])?";
    private static final String WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?";
    private static final Pattern YEAR_FIRST = form("(-?[0-9]{4,9})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final Pattern DOTS = form("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4}|[0-9]{2})");
    private static final Pattern SLASHES = form("([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4}|[0-9]{2})");
    private static final Pattern DAY_MONTH = form(WEEKDAY + "([0-9]{1,2})[ -]([a-z]{3,9})\\.?,?[ -]([0-9]{4})");
    private static final Pattern MONTH_DAY = form(WEEKDAY + "([a-z]{3,9})\\.? ([0-9]{1,2}),? ([0-9]{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Hours from UTC of the words that are in use; those of America mean the zones of the United States. */
    private static final Map<String, Integer> ZONE_WORDS = Stream.of(
                    "z 0, utc 0, gmt 0, wet 0, west 1, bst 1, cet 1, mez 1, cest 2, mesz 2, eet 2, eest 3",
                    "est -5, edt -4, cst -6, cdt -5, mst -7, mdt -6, pst -8, pdt -7")
            .flatMap(line -> Stream.of(line.split(", ")))
            .map(word -> word.split(" "))
            .collect(Collectors.toMap(word -> word[0], word -> Integer.valueOf(word[1])));

    private static Pattern form(String date) {
        return Pattern.compile(date + TIME + ZONE, Pattern.CASE_INSENSITIVE);
    }

    /** A time cannot be used; the message says why. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1;

        private final String once;

        /** @param once names an error that repeats in every row, to be reported once; empty if it concerns this row alone */
        Unclear(String message, String once) {
            super(message);
            this.once = once;
        }

        String once() {
            return once;
        }
    }

    /**
     * The instant that a text stands for, or two in ascending order in the hour that repeats when clocks are set back.
     *
     * @throws Unclear if it is not a time, or has no zone, or could be of two days
     */
    List<Instant> parse(String cell) throws Unclear {
        String text = plain(cell);
        if (text.length() > LONGEST) {
            throw noTime(cell);
        }
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            long nanos = epoch.group(2) == null ? 0 : nanos(epoch.group(2).substring(1));
            return List.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1)), nanos));
        }
        if (EPOCH_MILLIS.matcher(text).matches()) {
            return List.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        try {
            Matcher form = YEAR_FIRST.matcher(text);
            if (form.matches()) {
                return instants(cell, form, number(form, 1), number(form, 2), number(form, 3));
            }
            form = DOTS.matcher(text);
            if (form.matches()) {
                return instants(cell, form, year(form), number(form, 2), number(form, 1));
            }
            form = SLASHES.matcher(text);
            if (form.matches()) {
                boolean monthFirst = monthFirst(cell, number(form, 1), number(form, 2));
                return instants(
                        cell, form, year(form), number(form, monthFirst ? 1 : 2), number(form, monthFirst ? 2 : 1));
            }
            form = DAY_MONTH.matcher(text);
            if (form.matches()) {
                return instants(cell, form, year(form), month(cell, form.group(2)), number(form, 1));
            }
            form = MONTH_DAY.matcher(text);
            if (form.matches()) {
                return instants(cell, form, year(form), month(cell, form.group(1)), number(form, 2));
            }
        } catch (DateTimeException e) {
            throw noTime(cell);
        }
        throw noTime(cell);
    }

    /** With single plain blanks. */
    private static String plain(String cell) {
        String start = cell.substring(0, Math.min(cell.length(), 4 * LONGEST));
        return start.replaceAll("[\\u00A0\\u2007\\u202F\\u2009\\u3000\\t ]+", " ")
                .strip();
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    /** Years of two digits are of this century. */
    private static int year(Matcher form) {
        return form.group(3).length() == 2 ? 2000 + number(form, 3) : number(form, 3);
    }

    private static int month(String cell, String word) throws Unclear {
        int month = MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
        if (month < 0) {
            throw noTime(cell);
        }
        return month + 1;
    }

    private boolean monthFirst(String cell, int first, int second) throws Unclear {
        if (dates.isPresent()) {
            return dates.get() == DateOrder.MDY;
        }
        if (first > 12 || second > 12) {
            return second > 12;
        }
        throw new Unclear(
                "`" + shortened(cell)
                        + "` could be either of two dates; --dates mdy says that the month comes first,"
                        + " --dates dmy that the day does",
                "dates");
    }

    private List<Instant> instants(String cell, Matcher form, int year, int month, int day) throws Unclear {
        if (year < 1 || year > LAST_YEAR) {
            throw new Unclear("`" + shortened(cell) + "` is not between " + FIRST_YEAR + " and " + LAST_YEAR, "");
        }
        LocalDateTime local = LocalDateTime.of(LocalDate.of(year, month, day), time(form));
        String offset = form.group(9);
        if (offset != null) {
            return List.of(local.toInstant(offset(cell, offset.toLowerCase(Locale.ROOT))));
        }
        Optional<ZoneId> said = form.group(10) == null ? zone : Optional.of(ZoneId.of(form.group(10)));
        ZoneId there = said.orElseThrow(() -> new Unclear(
                "`" + shortened(cell) + "` has no zone; --zone says which one, such as --zone Europe/Berlin", "zone"));
        List<ZoneOffset> offsets = there.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new Unclear("`" + shortened(cell) + "` does not exist in " + there + ": clocks were set forward", "");
        }
        return offsets.stream().map(local::toInstant).sorted().toList();
    }

    private static LocalTime time(Matcher form) {
        int hour = number(form, 4);
        if (form.group(8) != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("not an hour before 12");
            }
            hour = hour % 12 + (form.group(8).toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int second = form.group(6) == null ? 0 : number(form, 6);
        return LocalTime.of(hour, number(form, 5), second, (int) (form.group(7) == null ? 0 : nanos(form.group(7))));
    }

    private static long nanos(String fraction) {
        return Long.parseLong((fraction + "000000000").substring(0, 9));
    }

    private static ZoneOffset offset(String cell, String offset) throws Unclear {
        if (ZONE_WORDS.containsKey(offset)) {
            return ZoneOffset.ofHours(ZONE_WORDS.get(offset));
        }
        if (!offset.startsWith("+") && !offset.startsWith("-")) {
            throw new Unclear(
                    "`" + shortened(cell) + "`: `" + offset + "` is not a known zone; give an offset such as +01:00",
                    "");
        }
        return ZoneOffset.of(offset);
    }

    private static Unclear noTime(String cell) {
        return new Unclear("`" + shortened(cell) + "` is not a time", "");
    }

    /** A text as messages show it. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** Whether an instant stands for a time that never was, such as the first of January of the year 1. */
    static boolean isNever(Instant time) {
        return time.isBefore(Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z"));
    }

    private static final Pattern CLOCK =
            Pattern.compile("(?:([0-9]{1,5}) ?d(?:ays?)?,? )?([0-9]{1,5}):([0-9]{2}):([0-9]{2})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(?:[.,][0-9]{1,9})?");
    private static final Pattern PIECE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?) ?(ms|[a-z]+)");

    /**
     * How long a text says: {@code 00:02:30}, {@code 1d 2h}, {@code 2 hrs, 3 mins}, or a number in the unit that the head of
     * its column names, seconds if it names none.
     *
     * @param column the head of the column, small letters alone
     */
    static Optional<Duration> duration(String cell, String column) {
        String text = plain(cell).toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long days = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            return Optional.of(Duration.ofDays(days)
                    .plusHours(number(clock, 2))
                    .plusMinutes(number(clock, 3))
                    .plusSeconds(number(clock, 4)));
        }
        if (NUMBER.matcher(text).matches()) {
            double unit = column.endsWith("ms")
                    ? 1
                    : column.contains("min") ? 60_000 : column.contains("hour") ? 3_600_000 : 1000;
            return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(text.replace(',', '.')) * unit)));
        }
        Duration sum = Duration.ZERO;
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        while (piece.find() && text.substring(end, piece.start()).matches("[ ,]*")) {
            Optional<Long> unit = unit(piece.group(2));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plusMillis(Math.round(Double.parseDouble(piece.group(1)) * unit.get()));
            end = piece.end();
        }
        return end > 0 && end == text.length() ? Optional.of(sum) : Optional.empty();
    }

    private static Optional<Long> unit(String word) {
        return switch (word) {
            case "ms" -> Optional.of(1L);
            case "s", "sec", "secs", "second", "seconds" -> Optional.of(1000L);
            case "m", "min", "mins", "minute", "minutes" -> Optional.of(60_000L);
            case "h", "hr", "hrs", "hour", "hours", "std" -> Optional.of(3_600_000L);
            case "d", "day", "days" -> Optional.of(86_400_000L);
            default -> Optional.empty();
        };
    }
}
