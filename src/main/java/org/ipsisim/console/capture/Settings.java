package org.ipsisim.console.capture;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ipsisim.scenario.DurationText;

/** Timers and settings whose names are unmistakable, wherever they stand. */
final class Settings {
    private static final Field SANITY = new Field("ipsi socket sanity timeout");
    private static final Field COLD_RESET = new Field("pn cold reset delay timer");
    private static final Field NO_SERVICE = new Field("no service time out interval");
    private static final Field CONNECTION_UP = new Field("ipsi connection up time");
    private static final Field AUTO_RETURN = new Field("auto return");
    private static final Field DAY = new Field("day");
    private static final Field TIME = new Field("time");
    private static final Field DUPLICATED = new Field("duplicated");
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int LINES_OF_A_SCHEDULE = 3;

    private final Claims claims;

    Settings(Claims claims) {
        this.claims = claims;
    }

    void read(List<Line> lines, int at) {
        Line line = lines.get(at);
        if (line.text().indexOf(':') < 0 && line.text().indexOf('?') < 0) {
            return;
        }
        say("timers socket-sanity-timeout", SANITY.in(line), "s", line);
        say("timers pn-cold-reset-delay", COLD_RESET.in(line), "s", line);
        say("timers no-service-timeout", NO_SERVICE.in(line), "m", line);
        say("fallback connection-up-time", CONNECTION_UP.in(line), "m", line);
        readAutoReturn(lines, at);
        String duplicated = DUPLICATED.in(line).toLowerCase(Locale.ROOT);
        if (duplicated.equals("yes") || duplicated.equals("no")) {
            claims.say("server duplicated " + duplicated, "y", line);
        }
    }

    private void say(String key, String value, String unit, Line line) {
        String text = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) + unit : value;
        Optional<Duration> duration = text.isEmpty() ? Optional.empty() : DurationText.parse(text);
        if (duration.isPresent() && !duration.get().isZero() && duration.get().compareTo(LONGEST) <= 0) {
            claims.say(key, DurationText.of(duration.get()), line);
        }
    }

    private void readAutoReturn(List<Line> lines, int at) {
        Line line = lines.get(at);
        String value = AUTO_RETURN.in(line).toLowerCase(Locale.ROOT);
        if (value.equals("no") || value.equals("n")) {
            claims.say("fallback auto-return", "no", line);
        } else if (value.startsWith("ipsi")) {
            claims.say("fallback auto-return", "connection-up", line);
        } else if (value.equals("scheduled")) {
            claims.say("fallback auto-return", "scheduled", line);
            schedule(lines, at);
        }
    }

    private void schedule(List<Line> lines, int at) {
        String day = "";
        String time = "";
        for (int i = at; i < Math.min(lines.size(), at + LINES_OF_A_SCHEDULE); i++) {
            day = day.isEmpty() ? DAY.in(lines.get(i)) : day;
            time = time.isEmpty() ? TIME.in(lines.get(i)) : time;
        }
        if (!day.isEmpty() && !time.isEmpty()) {
            claims.say("fallback schedule", day + " " + time, lines.get(at));
        }
    }
}
