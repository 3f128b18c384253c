package org.ipsisim.estate;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How SIP phones register, notice that a controller is lost, and come back: a value for every {@link SipSetting}, which says
 * what it means, its range, and how sure its default is.
 *
 * @param values each of the type of its setting's default
 */
public record SipSettings(Map<SipSetting, Object> values) {
    /** The settings of a scenario that gives none. */
    public static final SipSettings DEFAULT = new SipSettings(Map.of());

    /** Keeps a copy of the values; a setting without one has its default. */
    public SipSettings {
        EnumMap<SipSetting, Object> copy = new EnumMap<>(SipSetting.class);
        for (SipSetting setting : SipSetting.values()) {
            copy.put(setting, setting.standard().getClass().cast(values.getOrDefault(setting, setting.standard())));
        }
        values = Collections.unmodifiableMap(copy);
    }

    /** With how many of its controllers a phone is registered (U6). */
    public enum Registration implements Keyed {
        SIMULTANEOUS,
        ALTERNATE
    }

    /** Whether phones leave a controller that works for a better one (U12). */
    public enum Failback implements Keyed {
        AUTO,
        MANUAL
    }

    /** How often a nonce may be used: a refresh takes two requests or one (U8). */
    public enum Nonce implements Keyed {
        ONE_TIME,
        COUNTED
    }

    /** Where in their cycles the phones of a population stand at the start (U5). */
    public enum Phase implements Keyed {
        RANDOM,
        EVEN,
        TOGETHER
    }

    /** How the messages of a call travel (U18). */
    public enum Transport implements Keyed {
        UDP,
        TCP
    }

    /**
     * A wait that is drawn anew each time, evenly from {@code min} to {@code max}.
     *
     * @param min the shortest
     * @param max the longest; at least {@code min}
     */
    public record Wait(Duration min, Duration max) {
        /** @throws IllegalArgumentException if the longest is shorter than the shortest */
        public Wait {
            if (max.compareTo(min) < 0) {
                throw new IllegalArgumentException("a wait of " + min + " to " + max);
            }
        }

        /** Whether it may differ from one time to the next. */
        boolean isDrawn() {
            return !min.equals(max);
        }
    }

    /** How many requests a second a phone sends on average to refresh one registration (U8). */
    public double refreshesPerSecond() {
        int requests = nonce() == Nonce.ONE_TIME ? 2 : 1;
        return requests / (refreshAt() * expires().toMillis() / 1000);
    }

    /** How long a phone takes in milliseconds, at most, to lose a controller, to wait, to have no answer, and to move. */
    long sumMillis() {
        return keepaliveMisses() * keepaliveInterval().toMillis()
                + recoveryWait().max().toMillis()
                + answerTimeout().toMillis()
                + activationDelay().toMillis();
    }

    /** Whether what phones do depends on draws: where they stand in their cycles, or how long they wait. */
    public boolean isByChance() {
        return phase() == Phase.RANDOM || recoveryWait().isDrawn() || retryAfter().isDrawn();
    }

    /** The value of one setting. */
    public Object get(SipSetting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    /**
     * The same settings but for one.
     *
     * @param value of the type that the setting has
     * @throws ClassCastException if it has another
     */
    public SipSettings with(SipSetting setting, Object value) {
        EnumMap<SipSetting, Object> changed = new EnumMap<>(values);
        changed.put(setting, value);
        return new SipSettings(changed);
    }

    /** With all controllers at once, or with one at a time. */
    public Registration registration() {
        return (Registration) get(SipSetting.REGISTRATION);
    }

    /** How long a session manager keeps a binding. */
    public Duration expires() {
        return (Duration) get(SipSetting.EXPIRES);
    }

    /** The share of {@code expires} after which a phone refreshes, 0 to 1. */
    public double refreshAt() {
        return (Double) get(SipSetting.REFRESH_AT);
    }

    /** From one keep-alive to the next. */
    public Duration keepaliveInterval() {
        return (Duration) get(SipSetting.KEEPALIVE_INTERVAL);
    }

    /** Unanswered keep-alives in a row after which a controller is lost. */
    public int keepaliveMisses() {
        return (Integer) get(SipSetting.KEEPALIVE_MISSES);
    }

    /** The wait after an attempt that failed. */
    public Wait recoveryWait() {
        return (Wait) get(SipSetting.RECOVERY_WAIT);
    }

    /** The wait after a 503. */
    public Wait retryAfter() {
        return (Wait) get(SipSetting.RETRY_AFTER);
    }

    /** How long a phone waits for an answer. */
    public Duration answerTimeout() {
        return (Duration) get(SipSetting.ANSWER_TIMEOUT);
    }

    /** From the choice of a new active controller to the first request. */
    public Duration activationDelay() {
        return (Duration) get(SipSetting.ACTIVATION_DELAY);
    }

    /** How many requests make a controller active. */
    public int activationRequests() {
        return (Integer) get(SipSetting.ACTIVATION_REQUESTS);
    }

    /** Whether phones go back by themselves. */
    public Failback failback() {
        return (Failback) get(SipSetting.FAILBACK);
    }

    /** How often a nonce may be used. */
    public Nonce nonce() {
        return (Nonce) get(SipSetting.NONCE);
    }

    /** Where in their cycles the phones stand at the start. */
    public Phase phase() {
        return (Phase) get(SipSetting.PHASE);
    }

    /** Of calls that are told message by message (U18). */
    public Transport transport() {
        return (Transport) get(SipSetting.TRANSPORT);
    }
}
