package org.ipsisim.estate;

import java.time.Duration;

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
        int requests = nonce == Nonce.ONE_TIME ? 2 : 1;
        return requests / (refreshAt * expires.toMillis() / 1000);
    }

    /** How long a phone takes in milliseconds, at most, to lose a controller, to wait, to have no answer, and to move. */
    long sumMillis() {
        return keepaliveMisses * keepaliveInterval.toMillis()
                + recoveryWait.max().toMillis()
                + answerTimeout.toMillis()
                + activationDelay.toMillis();
    }

    /** Whether what phones do depends on draws: where they stand in their cycles, or how long they wait. */
    public boolean isByChance() {
        return phase == Phase.RANDOM || recoveryWait.isDrawn() || retryAfter.isDrawn();
    }

    /** The settings of a scenario that gives none. */
    public static final SipSettings DEFAULT = new SipSettings(
            Registration.SIMULTANEOUS,
            Duration.ofMinutes(15),
            0.5,
            Duration.ofSeconds(15),
            3,
            new Wait(Duration.ofSeconds(30), Duration.ofSeconds(54)),
            new Wait(Duration.ofSeconds(30), Duration.ofSeconds(60)),
            Duration.ofSeconds(32),
            Duration.ofSeconds(5),
            3,
            Failback.AUTO,
            Nonce.ONE_TIME,
            Phase.RANDOM,
            Transport.UDP);

    /**
     * The same settings but for one.
     *
     * @param value of the type that the setting has
     * @throws ClassCastException if it has another
     */
    public SipSettings with(SipSetting setting, Object value) {
        return new SipSettings(
                setting == SipSetting.REGISTRATION ? (Registration) value : registration,
                setting == SipSetting.EXPIRES ? (Duration) value : expires,
                setting == SipSetting.REFRESH_AT ? (Double) value : refreshAt,
                setting == SipSetting.KEEPALIVE_INTERVAL ? (Duration) value : keepaliveInterval,
                setting == SipSetting.KEEPALIVE_MISSES ? (Integer) value : keepaliveMisses,
                setting == SipSetting.RECOVERY_WAIT ? (Wait) value : recoveryWait,
                setting == SipSetting.RETRY_AFTER ? (Wait) value : retryAfter,
                setting == SipSetting.ANSWER_TIMEOUT ? (Duration) value : answerTimeout,
                setting == SipSetting.ACTIVATION_DELAY ? (Duration) value : activationDelay,
                setting == SipSetting.ACTIVATION_REQUESTS ? (Integer) value : activationRequests,
                setting == SipSetting.FAILBACK ? (Failback) value : failback,
                setting == SipSetting.NONCE ? (Nonce) value : nonce,
                setting == SipSetting.PHASE ? (Phase) value : phase,
                setting == SipSetting.TRANSPORT ? (Transport) value : transport);
    }
}
