package org.ipsisim.incident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as monitoring systems write them. */
final class TimeStamp {
    /** The forms that are understood, for messages. */
    static final String FORMS =
            "2025-03-07T14:05:00Z, 2025-03-07T15:05:00+01:00, 2025-03-07 15:05:00 with --zone, or seconds since 1970";

    /** What is wrong with a time that could be anywhere. */
    static final String NO_ZONE = "has no zone";

    private static final String SECONDS = "[0-9]{9,10}";

    private TimeStamp() {}

    /** A time cannot be used; the message says why. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1;

        Unclear(String message) {
            super(message);
        }
    }

    /**
     * The instant that a text means.
     *
     * @param zone of times without an offset; one that comes twice, when clocks are set back, is the first
     * @throws Unclear if it is no time, or has no zone
     */
    static Instant parse(String text, Optional<ZoneId> zone) throws Unclear {
        if (text.matches(SECONDS)) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        String iso = text.replaceFirst("^([0-9-]{10}) +(?=[0-9])", "$1T").replaceFirst(" +(?=[+-][0-9:]+$|Z$)", "");
        if (iso.contains("[") || iso.matches(".*T.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$")) {
            return withOffset(iso, text);
        }
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(iso);
        } catch (DateTimeException e) {
            throw new Unclear("`" + text + "` is no time");
        }
        ZoneId there = zone.orElseThrow(() ->
                new Unclear("`" + text + "` " + NO_ZONE + "; --zone says which one, such as --zone Europe/Berlin"));
        if (there.getRules().getValidOffsets(local).isEmpty()) {
            throw new Unclear("`" + text + "` does not exist in " + there + ": clocks were set forward");
        }
        return local.atZone(there).toInstant();
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
            throw new Unclear("`" + text + "` is no time");
        }
    }
}
