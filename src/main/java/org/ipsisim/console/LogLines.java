package org.ipsisim.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What alarms and sanity lines of the log say, wherever they stand: which port networks there are, and when they were silent.
 */
final class LogLines {
    /** An alarm of a list about a port network, which the list calls {@code PN 01} or {@code 01A}. */
    private static final Pattern ALARM =
            Pattern.compile(" *[0-9]{1,6} +(?:PKT-INT|EXP-PN) +(?:PN 0?|0?)([1-9][0-9]?)(?:[A-E][0-9]{0,2})? +[yn] +"
                    + "(?:MAJ|MIN|WRN).*");
    /** A line of the log with the time of day and the slot: the port network and its IPSI, both counted from 0. */
    private static final Pattern SANITY = Pattern.compile(
            "([0-9]{8}:[0-9]{9}):[0-9]{1,9}:[^\\[]{0,80}\\[\\[([0-9]{1,2}):[0-9]\\] checkSlot: (.{1,200})");

    private static final Pattern DELAY = Pattern.compile("socket delay is ([0-9]{1,5}) sec");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd:HHmmssSSS", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private LogLines() {}

    /**
     * A time without heartbeats.
     *
     * @param start in local time
     * @param length whole seconds, more than none
     */
    record Silence(int pn, LocalDateTime start, Duration length, CaptureLine line) {}

    static void read(CaptureLine line, Claims claims) {
        Matcher alarm = ALARM.matcher(line.text());
        if (alarm.matches()) {
            there(LineWords.number(alarm.group(1), LineWords.MOST_PORT_NETWORK), line, claims);
            return;
        }
        Matcher sanity = SANITY.matcher(line.text());
        if (!sanity.matches()) {
            return;
        }
        int pn = LineWords.number(String.valueOf(Integer.parseInt(sanity.group(2)) + 1), LineWords.MOST_PORT_NETWORK);
        there(pn, line, claims);
        Matcher delay = DELAY.matcher(sanity.group(3));
        if (pn > 0 && delay.find()) {
            Duration length = Duration.ofSeconds(Long.parseLong(delay.group(1)));
            time(sanity.group(1))
                    .filter(end -> !length.isZero())
                    .ifPresent(end -> claims.silence(new Silence(pn, end.minus(length), length, line)));
        }
    }

    private static void there(int pn, CaptureLine line, Claims claims) {
        if (pn > 0) {
            claims.portNetwork(pn, line);
        }
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
