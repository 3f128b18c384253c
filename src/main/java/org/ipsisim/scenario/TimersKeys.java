package org.ipsisim.scenario;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;

/** The keys of {@code timers}, within the ranges of the release. */
final class TimersKeys extends Mapping<Timers> {
    private final Settings settings = new Settings();
    private final FormatKey<EscalationReading> reading;
    private final FormatKey<CallsDropReading> callsDrop;

    TimersKeys() {
        super("`timers`", "Timers; the release gives the defaults.");
        for (TimerSetting setting : TimerSetting.values()) {
            declare(settings.add(setting, Optional.of(setting.standard())));
        }
        reading = key(
                "reading",
                Forms.word(EscalationReading.class),
                EscalationReading.SERIAL,
                "When the timers start to count.");
        callsDrop = key(
                "calls-drop",
                Forms.word(CallsDropReading.class),
                CallsDropReading.AT_COLD_RESET,
                "When the calls of a port network drop.");
    }

    @Override
    Optional<Timers> make(Fields fields) {
        Map<TimerSetting, Duration> all =
                new EnumMap<>(Timers.defaultsOf(fields.reading().release()).settings());
        all.putAll(settings.read(fields));
        Timers timers = new Timers(all, fields.get(reading), fields.get(callsDrop));
        warnOfDeafIpsis(timers, fields);
        return Optional.of(timers);
    }

    @Override
    void write(Timers timers, Written out) {
        settings.write(timers.settings(), out);
        out.put(reading, timers.reading()).put(callsDrop, timers.callsDrop());
    }

    private void warnOfDeafIpsis(Timers timers, Fields fields) {
        Duration interval = timers.get(TimerSetting.HEARTBEAT_INTERVAL);
        Duration sanity = timers.get(TimerSetting.SOCKET_SANITY_TIMEOUT);
        if (interval.compareTo(sanity) <= 0) {
            return;
        }
        FormatKey<Duration> given = settings.keys.get(TimerSetting.HEARTBEAT_INTERVAL);
        FormatKey<Duration> key = fields.has(given) ? given : settings.keys.get(TimerSetting.SOCKET_SANITY_TIMEOUT);
        if (fields.has(key)) {
            String message = "heartbeats are sent every " + DurationText.of(interval)
                    + ", but an IPSI considers itself failed after " + DurationText.of(sanity);
            fields.warnAt(key, message).allowed("a heartbeat-interval of at most the socket-sanity-timeout");
        }
    }

    /** The keys of {@code set-timers}: those timers that an administrator can change. The heartbeat interval is fixed. */
    static final class Changes extends Mapping<Map<TimerSetting, Duration>> {
        private final Settings settings = new Settings();

        Changes() {
            super("`set-timers` of an event", "Timers that change.");
            for (TimerSetting setting : TimerSetting.values()) {
                if (setting.isAdministered()) {
                    declare(settings.add(setting, Optional.empty()));
                }
            }
        }

        @Override
        Optional<Map<TimerSetting, Duration>> make(Fields fields) {
            Map<TimerSetting, Duration> changes = settings.read(fields);
            if (fields.isSound() && fields.listKeys().isEmpty()) {
                fields.error("`set-timers` sets nothing").allowed("a timer, such as `{no-service-timeout: 2m}`");
            }
            return changes.isEmpty() ? Optional.empty() : Optional.of(changes);
        }

        @Override
        void write(Map<TimerSetting, Duration> changes, Written out) {
            settings.write(changes, out);
        }

        @Override
        void constrain(Map<String, Object> schema) {
            schema.put("minProperties", 1);
        }
    }

    /** A key for each timer. */
    private static final class Settings {
        private final Map<TimerSetting, FormatKey<Duration>> keys = new EnumMap<>(TimerSetting.class);

        FormatKey<Duration> add(TimerSetting setting, Optional<Duration> standard) {
            FormatKey<Duration> key =
                    new FormatKey<>(setting.key(), within(setting), false, standard, setting.meaning());
            keys.put(setting, key);
            return key;
        }

        /** The durations that are given and usable. */
        Map<TimerSetting, Duration> read(Fields fields) {
            Map<TimerSetting, Duration> settings = new EnumMap<>(TimerSetting.class);
            for (Map.Entry<TimerSetting, FormatKey<Duration>> entry : keys.entrySet()) {
                Optional<Duration> duration = fields.find(entry.getValue());
                if (duration.isPresent()) {
                    settings.put(entry.getKey(), duration.get());
                }
            }
            return settings;
        }

        void write(Map<TimerSetting, Duration> settings, Written out) {
            for (Map.Entry<TimerSetting, Duration> entry : settings.entrySet()) {
                out.put(keys.get(entry.getKey()), entry.getValue());
            }
        }
    }

    private static ValueForm<Duration> within(TimerSetting setting) {
        return new Forms.Length(false) {
            @Override
            boolean allows(Duration duration, EffectiveValue value, FileReading reading) {
                return isAllowed(setting, duration, value, reading);
            }

            @Override
            String range() {
                return ranges(setting);
            }
        };
    }

    private static boolean isAllowed(
            TimerSetting setting, Duration duration, EffectiveValue value, FileReading reading) {
        Release release = reading.release();
        Duration min = release.minOf(setting);
        Duration max = release.maxOf(setting);
        if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
            Duration standard = release.defaultOf(setting);
            if (release.reservesForEngineers(setting) && !duration.equals(standard)) {
                reading.warnAt(
                                value,
                                "in " + release.key() + " only an Avaya engineer could change it from "
                                        + DurationText.of(standard))
                        .found(value.shown());
            }
            return true;
        }
        String range = min.equals(max)
                ? DurationText.of(min) + " only in " + release.key()
                : DurationText.of(min) + " to " + DurationText.of(max) + " in " + release.key();
        boolean isImpossible = duration.isZero() || duration.compareTo(Limits.LONGEST) > 0;
        if (isImpossible || reading.enforcesRanges()) {
            reading.error(value, "is out of range")
                    .allowed(range)
                    .note(isImpossible ? "" : "`enforce-ranges: n` allows any value, for lab what-ifs");
            return false;
        }
        reading.warnAt(value, Quote.of(value.shown()) + " is outside the range of the product")
                .found(value.shown())
                .allowed(range);
        return true;
    }

    /** The range of the newest release, and what older ones have instead. */
    private static String ranges(TimerSetting setting) {
        StringBuilder text = new StringBuilder();
        String range = "";
        String standard = "";
        for (Release release : Release.values()) {
            Duration min = release.minOf(setting);
            Duration max = release.maxOf(setting);
            String itsRange = min.equals(max)
                    ? "Fixed at " + DurationText.of(min)
                    : DurationText.of(min) + " to " + DurationText.of(max);
            String itsStandard = DurationText.of(release.defaultOf(setting));
            String before = " before " + release.key() + ". ";
            if (!standard.isEmpty() && !standard.equals(itsStandard)) {
                text.append("Default ").append(standard).append(before);
            }
            if (!range.isEmpty() && !range.equals(itsRange)) {
                text.append(range).append(before);
            }
            range = itsRange;
            standard = itsStandard;
        }
        return text.append(range).toString();
    }
}
