package org.ipsisim.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsisim.estate.Fallback;
import org.ipsisim.scenario.DurationText;

/** Timers and the rule of return: how forms show them, and how they are found on any page by their unmistakable labels. */
final class Settings {
    static final Time SOCKET_SANITY =
            new Time("IPSI Socket Sanity Timeout", 51, Duration.ofSeconds(1), ScreenFact.SOCKET_SANITY_TIMEOUT);
    static final Time COLD_RESET_DELAY =
            new Time("PN Cold Reset Delay Timer (sec)", 35, Duration.ofSeconds(1), ScreenFact.PN_COLD_RESET_DELAY);
    static final Time NO_SERVICE =
            new Time("No Service Time Out Interval (min)", 34, Duration.ofMinutes(1), ScreenFact.NO_SERVICE_TIMEOUT);
    /** Those of {@code timers}. */
    static final List<Time> TIMERS = List.of(SOCKET_SANITY, COLD_RESET_DELAY, NO_SERVICE);

    private static final Time CONNECTION_UP =
            new Time("IPSI Connection up time (min)", 34, Duration.ofMinutes(1), ScreenFact.CONNECTION_UP_TIME);
    private static final int WIDTH = 34;
    private static final Field AUTO_RETURN = new Field("Auto Return");
    private static final Field DAY = new Field("Day");
    private static final Field TIME = new Field("Time");
    private static final Field DUPLICATED = new Field("Duplicated");
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int LINES_OF_A_SCHEDULE = 3;

    private Settings() {}

    /** A field that holds a whole number of units of time. */
    record Time(Field field, int width, Duration unit, ScreenFact fact) {
        private Time(String label, int width, Duration unit, ScreenFact fact) {
            this(new Field(label), width, unit, fact);
        }

        /** The line that shows it; a value that a form cannot hold is written as in a scenario file. */
        String line(Duration value) {
            long units = value.toMillis() / unit.toMillis();
            boolean fits = unit.multipliedBy(units).equals(value);
            return field.line(width, fits ? String.valueOf(units) : DurationText.of(value));
        }

        private void read(CaptureLine line, Claims claims) {
            String text = field.in(line);
            Optional<Duration> value = text.matches("[0-9]{1,4}")
                    ? Optional.of(unit.multipliedBy(Integer.parseInt(text)))
                    : Optional.of(text).filter(word -> !word.isEmpty()).flatMap(DurationText::parse);
            Optional<Duration> usable = value.filter(time -> !time.isZero() && time.compareTo(LONGEST) <= 0);
            if (usable.isPresent()) {
                claims.say(fact, DurationText.of(usable.get()), line);
            } else if (!text.isEmpty()) {
                claims.misunderstand(fact, 0, field.label(), text, line);
            }
        }
    }

    /** Whether port networks return by themselves, and when; a scheduled time is that of a day of the run. */
    static List<String> autoReturn(Fallback fallback) {
        if (fallback instanceof Fallback.Scheduled scheduled) {
            String date = Sheet.date(scheduled.at().toMillis());
            long millis = scheduled.at().toMillisPart();
            return List.of(
                    AUTO_RETURN.line(WIDTH, "scheduled"),
                    DAY.line(WIDTH, date.substring(0, date.indexOf('/'))),
                    TIME.line(
                            WIDTH,
                            date.substring(date.indexOf('/') + 1)
                                    + (millis == 0 ? "" : Sheet.format(".%03d", millis))));
        }
        return fallback instanceof Fallback.ConnectionUp up
                ? List.of(AUTO_RETURN.line(WIDTH, "IPSI-up-time"), CONNECTION_UP.line(up.upTime()))
                : List.of(AUTO_RETURN.line(WIDTH, "no"));
    }

    /** Reads them from a line and those after it. */
    static void read(List<CaptureLine> lines, int at, Claims claims) {
        CaptureLine line = lines.get(at);
        if (line.text().indexOf(':') < 0 && line.text().indexOf('?') < 0) {
            return;
        }
        Stream.of(SOCKET_SANITY, COLD_RESET_DELAY, NO_SERVICE, CONNECTION_UP).forEach(time -> time.read(line, claims));
        readAutoReturn(lines, at, claims);
        switch (DUPLICATED.in(line).toLowerCase(Locale.ROOT)) {
            case "yes" -> claims.say(ScreenFact.SOME_SERVER_DUPLICATED, "y", line);
            case "no" -> claims.say(ScreenFact.SOME_SERVER_SINGLE, "y", line);
            default -> {}
        }
    }

    private static void readAutoReturn(List<CaptureLine> lines, int at, Claims claims) {
        CaptureLine line = lines.get(at);
        String value = AUTO_RETURN.in(line).toLowerCase(Locale.ROOT);
        if (value.equals("no") || value.equals("n")) {
            claims.say(ScreenFact.AUTO_RETURN, "no", line);
        } else if (value.startsWith("ipsi")) {
            claims.say(ScreenFact.AUTO_RETURN, "connection-up", line);
        } else if (value.equals("scheduled")) {
            claims.say(ScreenFact.AUTO_RETURN, "scheduled", line);
            readSchedule(lines, at, claims);
        } else if (!value.isEmpty()) {
            claims.misunderstand(ScreenFact.AUTO_RETURN, 0, AUTO_RETURN.label(), AUTO_RETURN.in(line), line);
        }
    }

    private static void readSchedule(List<CaptureLine> lines, int at, Claims claims) {
        String day = "";
        String time = "";
        for (int i = at; i < Math.min(lines.size(), at + LINES_OF_A_SCHEDULE); i++) {
            day = day.isEmpty() ? DAY.in(lines.get(i)) : day;
            time = time.isEmpty() ? TIME.in(lines.get(i)) : time;
        }
        if (!day.isEmpty() && !time.isEmpty()) {
            claims.say(ScreenFact.RETURN_SCHEDULE, day + " " + time, lines.get(at));
        }
    }
}
