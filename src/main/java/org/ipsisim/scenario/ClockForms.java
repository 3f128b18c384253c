package org.ipsisim.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.estate.WallClock;

/** The forms of times on the customer's clock, and of its zone. */
public final class ClockForms {
    private static final String TIME = "[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,3})?)?";
    private static final String OFFSET = "Z|[+-][0-9]{2}:[0-9]{2}";
    private static final Pattern DATE_AND_TIME =
            Pattern.compile("([12][0-9]{3}-[0-9]{2}-[0-9]{2})[T ](" + TIME + ")(" + OFFSET + ")?");
    private static final String EXAMPLE = "2026-11-13T14:00";

    /** What people say in North America, where the names of zones are those of cities. */
    private static final Map<String, String> CITIES =
            Map.of("E", "America/New_York", "C", "America/Chicago", "M", "America/Denver", "P", "America/Los_Angeles");

    /** A date with a time. */
    static final ValueForm<Stamp> STAMP = new ValueForm.OfText<>("a date and time such as `" + EXAMPLE + "`") {
        @Override
        Optional<Stamp> read(String text, EffectiveValue value, FileReading reading) {
            Matcher form = DATE_AND_TIME.matcher(text);
            boolean hasForm = form.matches();
            try {
                if (hasForm) {
                    return Optional.of(Stamp.of(form));
                }
            } catch (DateTimeException e) {
                return reading.error(value, "is not in the calendar")
                        .allowed(allowed())
                        .none();
            }
            return reading.error(value, "is not a date and time")
                    .allowed(allowed())
                    .suggest(text.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}") ? text + "T00:00" : "")
                    .none();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return JsonSchema.text("^" + DATE_AND_TIME.pattern() + "$");
        }
    };

    /** A moment of the run: a time from its start, or if it has a clock, a clock time or a date with one. */
    static final ValueForm<Duration> MOMENT = new ValueForm<>(Forms.TIME.allowed()) {
        @Override
        Optional<Duration> read(EffectiveValue value, FileReading reading) {
            Optional<WallClock> clock = reading.clock();
            if (!value.isText() || !isClockTime(value.shown())) {
                return Forms.TIME.read(value, reading);
            }
            boolean isTime = value.shown().matches(TIME);
            if (clock.isEmpty()) {
                return reading.error(value, "is what a clock shows, and the scenario has no `start`")
                        .allowed(Forms.UNITS)
                        .suggest(isTime ? DurationText.repair(value.shown()) : "")
                        .note("`start: " + EXAMPLE + "` at the top level says what the clock shows when the run begins")
                        .none();
            }
            WallClock its = clock.get();
            Optional<Stamp> stamp = isTime ? next(value, its, reading) : STAMP.read(value, reading);
            return stamp.flatMap(time -> clock(time, zoneOf(its), value, reading))
                    .flatMap(time -> since(its, time.start(), value, reading));
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return all.define(
                    "moment",
                    JsonSchema.either(
                            "A time from the start, or with `start` a clock time: 14:55, 2026-11-13T14:55",
                            Forms.TIME.schema(all),
                            JsonSchema.text("^" + TIME + "$"),
                            STAMP.schema(all)));
        }

        @Override
        Object written(Duration moment, Written in) {
            return words(moment, in.clock());
        }
    };

    /** A zone of the tz database. */
    static final ValueForm<ZoneId> ZONE =
            new ValueForm.OfText<>("a zone of the tz database, such as `America/Chicago`") {
                @Override
                Optional<ZoneId> read(String text, EffectiveValue value, FileReading reading) {
                    return isZone(text)
                            ? Optional.of(ZoneId.of(text))
                            : reading.error(value, "is not a time zone")
                                    .allowed(allowed() + ", or `UTC`")
                                    .suggest(nearestZone(text))
                                    .none();
                }

                @Override
                Map<String, Object> schema(ScenarioSchema all) {
                    return JsonSchema.text("^(UTC|[A-Z][A-Za-z]+/.+)$");
                }
            };

    private ClockForms() {}

    /**
     * A date and time as a file writes it.
     *
     * @param time what the clock shows
     * @param offset from UTC, if the file gives it
     */
    record Stamp(LocalDateTime time, Optional<ZoneOffset> offset) {
        private static Stamp of(Matcher form) {
            return new Stamp(
                    LocalDate.parse(form.group(1)).atTime(timeOf(form.group(2))),
                    Optional.ofNullable(form.group(3)).map(ZoneOffset::of));
        }

        /** What a clock shows at the start of the run; with its offset where the zone alone leaves two. */
        static Stamp of(WallClock clock) {
            Stamp stamp = of(clock, 0);
            return clock.isZoned() && zoneOf(clock).isEmpty()
                    ? new Stamp(stamp.time, Optional.of(clock.start().getOffset()))
                    : stamp;
        }

        /** What a clock shows at a moment of the run; with its offset where the zone alone leaves two. */
        static Stamp of(WallClock clock, long millis) {
            ZonedDateTime now = clock.at(millis);
            int offsets = now.getZone()
                    .getRules()
                    .getValidOffsets(now.toLocalDateTime())
                    .size();
            return new Stamp(now.toLocalDateTime(), offsets == 1 ? Optional.empty() : Optional.of(now.getOffset()));
        }

        @Override
        public String toString() {
            return time + offset.map(ZoneOffset::getId).orElse("");
        }
    }

    /** The zone of a clock that files name; none if they give the offset of its start, or nothing. */
    static Optional<ZoneId> zoneOf(WallClock clock) {
        return Optional.of(clock.start().getZone()).filter(zone -> clock.isZoned() && !(zone instanceof ZoneOffset));
    }

    /** The clock that shows a time at the start of the run; empty, with an error, if the zone has no such time, or two. */
    static Optional<WallClock> clock(Stamp start, Optional<ZoneId> zone, EffectiveValue value, FileReading reading) {
        if (zone.isEmpty()) {
            ZoneOffset offset = start.offset().orElse(ZoneOffset.UTC);
            return Optional.of(
                    new WallClock(start.time().atZone(offset), start.offset().isPresent()));
        }
        return inZone(start, zone.get(), value, reading).map(time -> new WallClock(time, true));
    }

    /** A moment as a file writes it. */
    static String words(Duration moment, Optional<WallClock> clock) {
        return clock.map(its -> Stamp.of(its, moment.toMillis()).toString()).orElseGet(() -> DurationText.of(moment));
    }

    /** Whether a text has the form of a time of day, or of a date with one. */
    public static boolean isClockTime(String text) {
        return text.matches(TIME) || DATE_AND_TIME.matcher(text).matches();
    }

    /** How long after the start of a run its clock shows a time, the first time if twice; empty if it never does. */
    public static Optional<Duration> find(String text, WallClock clock) {
        Matcher form = DATE_AND_TIME.matcher(text);
        try {
            Stamp stamp = form.matches() ? Stamp.of(form) : next(timeOf(text), clock);
            ZonedDateTime start = clock.start();
            Duration since = Duration.between(
                    start, ZonedDateTime.ofLocal(stamp.time, start.getZone(), stamp.offset.orElse(null)));
            return Optional.of(since).filter(any -> !any.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** When a clock shows a time next, from the start of the run on. */
    private static Stamp next(LocalTime time, WallClock clock) {
        LocalDateTime start = clock.start().toLocalDateTime();
        LocalDateTime then = start.toLocalDate().atTime(time);
        return new Stamp(then.isBefore(start) ? then.plusDays(1) : then, Optional.empty());
    }

    private static Optional<Stamp> next(EffectiveValue value, WallClock clock, FileReading reading) {
        try {
            return Optional.of(next(timeOf(value.shown()), clock));
        } catch (DateTimeException e) {
            return reading.error(value, "is not a time of day")
                    .allowed("00:00 to 23:59:59.999")
                    .none();
        }
    }

    private static LocalTime timeOf(String text) {
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }

    /** How long after the start of the run a time is; empty, with an error, if it is before. */
    private static Optional<Duration> since(
            WallClock clock, ZonedDateTime time, EffectiveValue value, FileReading reading) {
        Duration since = Duration.between(clock.start(), time);
        return since.isNegative()
                ? reading.error(value, "is before the start of the run")
                        .allowed("from `" + Stamp.of(clock) + "` on")
                        .none()
                : Optional.of(since);
    }

    /** A time in a zone; empty, with an error, if the clocks there never show it, or show it twice. */
    private static Optional<ZonedDateTime> inZone(Stamp stamp, ZoneId zone, EffectiveValue value, FileReading reading) {
        ZoneRules rules = zone.getRules();
        LocalDateTime time = stamp.time();
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        ZoneOffset offset = stamp.offset().orElse(offsets.isEmpty() ? ZoneOffset.UTC : offsets.get(0));
        if (offsets.contains(offset) && (offsets.size() == 1 || stamp.offset().isPresent())) {
            return Optional.of(ZonedDateTime.ofLocal(time, zone, offset));
        }
        ZoneOffsetTransition change = rules.getTransition(time);
        if (offsets.isEmpty()) {
            return reading.error(
                            value,
                            "does not exist in " + zone + ": the clocks go forward from "
                                    + change.getDateTimeBefore().toLocalTime() + " to "
                                    + change.getDateTimeAfter().toLocalTime())
                    .allowed("another time")
                    .suggest(time.plus(change.getDuration()).toString())
                    .none();
        }
        if (stamp.offset().isEmpty()) {
            return reading.error(
                            value,
                            "comes twice in " + zone + ": the clocks go back from "
                                    + change.getDateTimeBefore().toLocalTime() + " to "
                                    + change.getDateTimeAfter().toLocalTime())
                    .allowed("`" + time + offsets.get(0) + "` or `" + time + offsets.get(1) + "`")
                    .suggest(time.toString() + offsets.get(0))
                    .none();
        }
        return reading.error(value, "has an offset that " + zone + " has not at that time")
                .allowed("no offset, or "
                        + Quote.list(offsets.stream().map(ZoneOffset::getId).toList()))
                .suggest(time.toString())
                .none();
    }

    private static boolean isZone(String text) {
        return text.equals("UTC")
                || text.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(text);
    }

    private static String nearestZone(String text) {
        if (text.matches("[ECMP][SD]?T")) {
            return CITIES.get(text.substring(0, 1));
        }
        List<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream().filter(ClockForms::isZone).toList();
        String city = "/" + text.replace(' ', '_');
        return zones.stream()
                .filter(zone -> zone.regionMatches(true, zone.length() - city.length(), city, 0, city.length()))
                .findFirst()
                .orElseGet(() -> Nearest.to(text, zones));
    }
}
