package org.ipsisim.estate;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The timers in force: a duration for every {@link TimerSetting}, and the two readings the sources leave open. */
public record Timers(Map<TimerSetting, Duration> settings, EscalationReading reading, CallsDropReading callsDrop) {

    /**
     * Keeps a copy of the settings.
     *
     * @throws IllegalArgumentException if a setting is missing or negative, or the heartbeat interval is not positive
     */
    public Timers {
        EnumMap<TimerSetting, Duration> copy = new EnumMap<>(TimerSetting.class);
        for (TimerSetting setting : TimerSetting.values()) {
            Duration value = settings.get(setting);
            if (value == null || value.isNegative()) {
                throw new IllegalArgumentException(setting.key() + " is missing or negative");
            }
            copy.put(setting, value);
        }
        if (Objects.requireNonNull(copy.get(TimerSetting.HEARTBEAT_INTERVAL)).isZero()) {
            throw new IllegalArgumentException("heartbeat-interval must be longer than 0s");
        }
        settings = java.util.Collections.unmodifiableMap(copy);
    }

    /** The defaults of a release, with the article's readings. */
    public static Timers defaultsOf(Release release) {
        EnumMap<TimerSetting, Duration> defaults = new EnumMap<>(TimerSetting.class);
        for (TimerSetting setting : TimerSetting.values()) {
            defaults.put(setting, release.defaultOf(setting));
        }
        return new Timers(defaults, EscalationReading.SERIAL, CallsDropReading.AT_COLD_RESET);
    }

    /** The value of one setting. */
    public Duration get(TimerSetting setting) {
        return Objects.requireNonNull(settings.get(setting));
    }

    /** The value of one setting in milliseconds. */
    public long millis(TimerSetting setting) {
        return get(setting).toMillis();
    }

    /** The same timers with one value changed. */
    public Timers with(TimerSetting setting, Duration value) {
        EnumMap<TimerSetting, Duration> changed = new EnumMap<>(settings);
        changed.put(setting, value);
        return new Timers(changed, reading, callsDrop);
    }

    /** The same timers with another reading of when they start. */
    public Timers with(EscalationReading other) {
        return new Timers(settings, other, callsDrop);
    }

    /** The same timers with another reading of when calls drop. */
    public Timers with(CallsDropReading other) {
        return new Timers(settings, reading, other);
    }

    /** How long it takes in milliseconds until every timer of the escalation and of the restart has expired. */
    long sumMillis() {
        return millis(TimerSetting.SOCKET_SANITY_TIMEOUT)
                + millis(TimerSetting.PN_COLD_RESET_DELAY)
                + millis(TimerSetting.COLD_RESET_DURATION)
                + millis(TimerSetting.NO_SERVICE_TIMEOUT)
                + millis(TimerSetting.PN_RESTART_DURATION);
    }
}
