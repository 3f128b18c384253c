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

/** Reads {@code timers} and the timers of a {@code set-timers} event, within the ranges of the release. */
final class TimersSection {
    private final FileReading reading;
    private final Scalars scalars;
    private final Release release;
    private final boolean enforceRanges;

    TimersSection(FileReading reading, Release release, boolean enforceRanges) {
        this.reading = reading;
        this.scalars = new Scalars(reading);
        this.release = release;
        this.enforceRanges = enforceRanges;
    }

    /** The timers in force at the start: the release's defaults, changed by what is given. */
    Timers read(Optional<Fields> given) {
        Timers defaults = Timers.defaultsOf(release);
        if (given.isEmpty()) {
            return defaults;
        }
        Fields fields = given.get();
        Map<TimerSetting, Duration> settings = new EnumMap<>(defaults.settings());
        settings.putAll(readSettings(fields));
        Timers timers = new Timers(
                settings,
                fields.word("reading", EscalationReading.class).orElse(EscalationReading.SERIAL),
                fields.word("calls-drop", CallsDropReading.class).orElse(CallsDropReading.AT_COLD_RESET));
        warnOfDeafIpsis(timers, fields);
        return timers;
    }

    /** The durations that are given and usable. */
    Map<TimerSetting, Duration> readSettings(Fields fields) {
        Map<TimerSetting, Duration> settings = new EnumMap<>(TimerSetting.class);
        for (TimerSetting setting : TimerSetting.values()) {
            Optional<EffectiveValue> value = fields.find(setting.key());
            if (value.isPresent()) {
                Optional<Duration> duration = scalars.duration(value.get());
                if (duration.isPresent() && isAllowed(setting, duration.get(), value.get())) {
                    settings.put(setting, duration.get());
                }
            }
        }
        return settings;
    }

    private boolean isAllowed(TimerSetting setting, Duration duration, EffectiveValue value) {
        Duration min = release.minOf(setting);
        Duration max = release.maxOf(setting);
        if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
            warnOfEngineers(setting, duration, value);
            return true;
        }
        String range = min.equals(max)
                ? DurationText.of(min) + " only in " + release.key()
                : DurationText.of(min) + " to " + DurationText.of(max) + " in " + release.key();
        if (duration.isZero() || duration.compareTo(Limits.LONGEST) > 0) {
            reading.error(value, "is out of range").allowed(range);
            return false;
        }
        if (enforceRanges) {
            reading.error(value, "is out of range")
                    .allowed(range)
                    .note("`enforce-ranges: n` allows any value, for lab what-ifs");
            return false;
        }
        reading.problems()
                .warning(value.span(), value.path(), Quote.of(value.shown()) + " is outside the range of the product")
                .found(value.shown())
                .allowed(range);
        return true;
    }

    private void warnOfEngineers(TimerSetting setting, Duration duration, EffectiveValue value) {
        Duration standard = release.defaultOf(setting);
        if (release.reservesForEngineers(setting) && !duration.equals(standard)) {
            reading.problems()
                    .warning(
                            value.span(),
                            value.path(),
                            "in " + release.key() + " only an Avaya engineer could change it from "
                                    + DurationText.of(standard))
                    .found(value.shown());
        }
    }

    private void warnOfDeafIpsis(Timers timers, Fields fields) {
        Duration interval = timers.get(TimerSetting.HEARTBEAT_INTERVAL);
        Duration sanity = timers.get(TimerSetting.SOCKET_SANITY_TIMEOUT);
        if (interval.compareTo(sanity) <= 0) {
            return;
        }
        String key = fields.has(TimerSetting.HEARTBEAT_INTERVAL.key())
                ? TimerSetting.HEARTBEAT_INTERVAL.key()
                : TimerSetting.SOCKET_SANITY_TIMEOUT.key();
        Optional<EffectiveValue> value = fields.find(key);
        if (value.isPresent()) {
            reading.problems()
                    .warning(
                            value.get().span(),
                            value.get().path(),
                            "heartbeats come every " + DurationText.of(interval)
                                    + ", but an IPSI takes itself for sick after " + DurationText.of(sanity))
                    .found(value.get().shown())
                    .allowed("a heartbeat-interval of at most the socket-sanity-timeout");
        }
    }
}
