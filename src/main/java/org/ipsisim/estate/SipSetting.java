package org.ipsisim.estate;

import static org.ipsisim.estate.Confidence.ASSUMED;
import static org.ipsisim.estate.Confidence.DOCUMENTED;
import static org.ipsisim.estate.Confidence.INFERRED;

import java.time.Duration;

/** One key under {@code sip.settings}: what it means, what values it takes, and how sure its default is. */
public enum SipSetting implements Keyed {
    REGISTRATION(
            "With all controllers at once (simultaneous), or with one at a time (alternate).",
            DOCUMENTED,
            "A2",
            SipSettings.Registration.SIMULTANEOUS),
    EXPIRES(
            "How long a session manager keeps a registration.",
            DOCUMENTED,
            "A6",
            seconds(900),
            seconds(60),
            Duration.ofDays(1)),
    REFRESH_AT("Share of expires after which a phone registers anew.", ASSUMED, "U8", 0.5, 0.1, 0.95),
    KEEPALIVE_INTERVAL("From one keep-alive to the next.", INFERRED, "A3", seconds(15), seconds(1), seconds(600)),
    KEEPALIVE_MISSES("Unanswered keep-alives in a row after which a controller is lost.", INFERRED, "A3", 3, 1, 20),
    RECOVERY_WAIT("The wait after an attempt to register that failed.", DOCUMENTED, "A5", wait(30, 54)),
    RETRY_AFTER("The wait after a 503.", ASSUMED, "U11", wait(30, 60)),
    ANSWER_TIMEOUT("How long a phone waits for an answer.", DOCUMENTED, "X3", seconds(32), seconds(1), seconds(600)),
    ACTIVATION_DELAY(
            "From the choice of an active controller to the first request.",
            DOCUMENTED,
            "A4",
            seconds(5),
            seconds(0),
            seconds(600)),
    ACTIVATION_REQUESTS("How many requests make a controller active.", ASSUMED, "U12", 3, 0, 50),
    FAILBACK(
            "Whether phones go back to a better controller by themselves.",
            DOCUMENTED,
            "A7",
            SipSettings.Failback.AUTO),
    NONCE(
            "Whether a refresh takes two requests (one-time) or one (counted).",
            DOCUMENTED,
            "U8",
            SipSettings.Nonce.ONE_TIME),
    PHASE("Where in their cycles the phones stand at the start.", ASSUMED, "U5", SipSettings.Phase.RANDOM),
    TRANSPORT("How the messages of a call travel.", ASSUMED, "U18", SipSettings.Transport.UDP);

    private final String meaning;
    private final Confidence confidence;
    private final String rule;
    private final Object standard;
    private final Object least;
    private final Object most;

    /** One of a few words, or a wait. */
    SipSetting(String meaning, Confidence confidence, String rule, Object standard) {
        this(meaning, confidence, rule, standard, standard, standard);
    }

    SipSetting(String meaning, Confidence confidence, String rule, Object standard, Object least, Object most) {
        this.meaning = meaning;
        this.confidence = confidence;
        this.rule = rule;
        this.standard = standard;
        this.least = least;
        this.most = most;
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static SipSettings.Wait wait(int min, int max) {
        return new SipSettings.Wait(seconds(min), seconds(max));
    }

    /** Its value among some settings, of the type of its default. */
    public Object of(SipSettings settings) {
        return switch (this) {
            case REGISTRATION -> settings.registration();
            case EXPIRES -> settings.expires();
            case REFRESH_AT -> settings.refreshAt();
            case KEEPALIVE_INTERVAL -> settings.keepaliveInterval();
            case KEEPALIVE_MISSES -> settings.keepaliveMisses();
            case RECOVERY_WAIT -> settings.recoveryWait();
            case RETRY_AFTER -> settings.retryAfter();
            case ANSWER_TIMEOUT -> settings.answerTimeout();
            case ACTIVATION_DELAY -> settings.activationDelay();
            case ACTIVATION_REQUESTS -> settings.activationRequests();
            case FAILBACK -> settings.failback();
            case NONCE -> settings.nonce();
            case PHASE -> settings.phase();
            case TRANSPORT -> settings.transport();
        };
    }

    /** The default: a word of an enum, a duration, a whole number, a share, or a wait. */
    public Object standard() {
        return standard;
    }

    /** The least allowed value, if it is a duration or a number. */
    public Object least() {
        return least;
    }

    /** The greatest allowed value, if it is a duration or a number. */
    public Object most() {
        return most;
    }

    /** What it is, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** How sure the default is. */
    public Confidence confidence() {
        return confidence;
    }

    /** The rule or fact that speaks of it, such as {@code A5}. */
    public String rule() {
        return rule;
    }
}
