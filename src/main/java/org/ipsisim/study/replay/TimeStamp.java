package org.ipsisim.study.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as monitoring systems write them.
 *
 * @param zone of times without an offset; empty if there is none
 * @param dates the order in dates with slashes; empty if it is not known
 */
public record TimeStamp(Optional<ZoneId> zone, Optional<DateOrder> dates) {
    /** The forms that are understood, for messages. */
    static final String FORMS =
            "2025-03-07T14:05:00Z, 2025-03-07T15:05:00+01:00, 2025-03-07 15:05:00 with --zone, 3/7/2025 3:05 PM with"
                    + " --zone and --dates, or seconds or milliseconds since 1970";

    private static final String SECONDS = "[0-9]{9,10}";
    private static final String MILLIS = "[0-9]{12,13}";
    private static final String SLASHES = "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}.*";

    /** What comes first in a date with slashes. */
    public enum DateOrder {
        /** 3/7/2025 is March 7. */
        MDY("M/d/uuuu"),
        /** 3/7/2025 is 3 July. */
        DMY("d/M/uuuu");

        private final DateTimeFormatter format;

        DateOrder(String date) {
            format = format(date);
        }

        /** The word on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final DateTimeFormatter DOTS = format("d.M.uuuu");

    private static DateTimeFormatter format(String date) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(date + "[,] [h:mm[:ss] a][H:mm[:ss]]")
                .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A time cannot be used; the message says why. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1;

        private final String once;

        /** @param once what is wrong in every row for the same reason, to be told once; empty if it is this row's own */
        Unclear(String message, String once) {
            super(message);
            this.once = once;
        }

        String once() {
            return once;
        }
    }

    /**
     * The instant that a text means.
     *
     * @throws Unclear if it is no time, or has no zone, or could be of two days
     */
    Instant parse(String text) throws Unclear {
        if (text.matches(SECONDS)) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        if (text.matches(MILLIS)) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        String iso = text.replaceFirst("^([0-9-]{10}) +(?=[0-9])", "$1T").replaceFirst(" +(?=[+-][0-9:]+$|Z$)", "");
        if (iso.contains("[") || iso.matches(".*T.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$")) {
            return withOffset(iso, text);
        }
        LocalDateTime local = local(iso, text);
        ZoneId there = zone.orElseThrow(() ->
                new Unclear("`" + text + "` has no zone; --zone says which one, such as --zone Europe/Berlin", "zone"));
        if (there.getRules().getValidOffsets(local).isEmpty()) {
            throw new Unclear("`" + text + "` does not exist in " + there + ": clocks were set forward", "");
        }
        // one that comes twice, when clocks are set back, is the first
        return local.atZone(there).toInstant();
    }

    private LocalDateTime local(String iso, String text) throws Unclear {
        if (text.matches(SLASHES) && dates.isEmpty()) {
            throw new Unclear(
                    "`" + text
                            + "` is a day of the one month or the other; --dates mdy says that the month comes first,"
                            + " --dates dmy that the day does",
                    "dates");
        }
        try {
            return text.matches(SLASHES)
                    ? LocalDateTime.parse(text, dates.orElseThrow().format)
                    : text.contains(".") && !iso.contains("T")
                            ? LocalDateTime.parse(text, DOTS)
                            : LocalDateTime.parse(iso);
        } catch (DateTimeException e) {
            throw new Unclear("`" + text + "` is no time", "");
        }
    }

    private static Instant withOffset(String iso, String text) throws Unclear {
        try {
            return iso.contains("[")
                    ? ZonedDateTime.parse(iso).toInstant()
                    : OffsetDateTime.parse(
                                    iso.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2")
                                            .replaceFirst("([+-][0-9]{2})$", "$1:00"),
                                    DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new Unclear("`" + text + "` is no time", "");
        }
    }
}
