package org.ipsisim.estate;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How SIP phones register, notice that a controller is lost, and come back. {@link SipSetting} says what each means, its
 * range, and how sure its default is.
 *
 * @param registration with all controllers at once, or with one at a time
 * @param expires how long a session manager keeps a binding
 * @param refreshAt the share of {@code expires} after which a phone refreshes, 0 to 1
 * @param keepaliveInterval from one keep-alive to the next
 * @param keepaliveMisses unanswered keep-alives in a row after which a controller is lost
 * @param recoveryWait the wait after an attempt that failed
 * @param retryAfter the wait after a 503
 * @param answerTimeout how long a phone waits for an answer
 * @param activationDelay from the choice of a new active controller to the first request
 * @param activationRequests how many requests make a controller active
 * @param failback whether phones go back by themselves
 * @param nonce how often a nonce may be used
 * @param phase where in their cycles the phones stand at the start
 * @param transport of calls that are told message by message (U18)
 */
public record SipSettings(
        Registration registration,
        Duration expires,
        double refreshAt,
        Duration keepaliveInterval,
        int keepaliveMisses,
        Wait recoveryWait,
        Wait retryAfter,
        Duration answerTimeout,
        Duration activationDelay,
        int activationRequests,
        Failback failback,
        Nonce nonce,
        Phase phase,
        Transport transport) {
    /** The settings of a scenario that gives none. */
    public static final SipSettings DEFAULT = of(Map.of());

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
        return phase() == Phase.RANDOM
                || recoveryWait().isDrawn()
                || retryAfter().isDrawn();
    }

    /**
     * Settings with some values, each of the type of its setting's default, and the defaults of the others.
     *
     * @throws ClassCastException if a value has another type
     */
    public static SipSettings of(Map<SipSetting, Object> values) {
        Function<SipSetting, Object> all = setting -> values.getOrDefault(setting, setting.standard());
        return new SipSettings(
                (Registration) all.apply(SipSetting.REGISTRATION),
                (Duration) all.apply(SipSetting.EXPIRES),
                (Double) all.apply(SipSetting.REFRESH_AT),
                (Duration) all.apply(SipSetting.KEEPALIVE_INTERVAL),
                (Integer) all.apply(SipSetting.KEEPALIVE_MISSES),
                (Wait) all.apply(SipSetting.RECOVERY_WAIT),
                (Wait) all.apply(SipSetting.RETRY_AFTER),
                (Duration) all.apply(SipSetting.ANSWER_TIMEOUT),
                (Duration) all.apply(SipSetting.ACTIVATION_DELAY),
                (Integer) all.apply(SipSetting.ACTIVATION_REQUESTS),
                (Failback) all.apply(SipSetting.FAILBACK),
                (Nonce) all.apply(SipSetting.NONCE),
                (Phase) all.apply(SipSetting.PHASE),
                (Transport) all.apply(SipSetting.TRANSPORT));
    }

    /** The value of every setting. */
    public Map<SipSetting, Object> values() {
        Map<SipSetting, Object> values = new EnumMap<>(SipSetting.class);
        for (SipSetting setting : SipSetting.values()) {
            values.put(setting, setting.of(this));
        }
        return values;
    }

    /** The same settings but for one, of the type that the setting has. */
    public SipSettings with(SipSetting setting, Object value) {
        Map<SipSetting, Object> changed = values();
        changed.put(setting, value);
        return of(changed);
    }
}
