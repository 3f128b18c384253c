package org.ipsisim.estate;

import static org.ipsisim.estate.Confidence.ASSUMED;
import static org.ipsisim.estate.Confidence.DOCUMENTED;
import static org.ipsisim.estate.Confidence.INFERRED;

import java.time.Duration;
import java.util.function.Function;

/** One key under {@code sip.settings}: what it means, what values it takes, and how sure its default is. */
public enum SipSetting implements Keyed {
    REGISTRATION(
            "With all controllers at once (simultaneous), or with one at a time (alternate).",
            DOCUMENTED,
            "A2",
            SipSettings::registration,
            SipSettings.Registration.SIMULTANEOUS),
    EXPIRES(
            "How long a session manager keeps a registration.",
            DOCUMENTED,
            "A6",
            SipSettings::expires,
            seconds(900),
            seconds(60),
            Duration.ofDays(1)),
    REFRESH_AT(
            "Share of expires after which a phone registers anew.",
            ASSUMED,
            "U8",
            SipSettings::refreshAt,
            0.5,
            0.1,
            0.95),
    KEEPALIVE_INTERVAL(
            "From one keep-alive to the next.",
            INFERRED,
            "A3",
            SipSettings::keepaliveInterval,
            seconds(15),
            seconds(1),
            seconds(600)),
    KEEPALIVE_MISSES(
            "Unanswered keep-alives in a row after which a controller is lost.",
            INFERRED,
            "A3",
            SipSettings::keepaliveMisses,
            3,
            1,
            20),
    RECOVERY_WAIT(
            "The wait after an attempt to register that failed.",
            DOCUMENTED,
            "A5",
            SipSettings::recoveryWait,
            wait(30, 54)),
    RETRY_AFTER("The wait after a 503.", ASSUMED, "U11", SipSettings::retryAfter, wait(30, 60)),
    ANSWER_TIMEOUT(
            "How long a phone waits for an answer.",
            DOCUMENTED,
            "X3",
            SipSettings::answerTimeout,
            seconds(32),
            seconds(1),
            seconds(600)),
    ACTIVATION_DELAY(
            "From the choice of an active controller to the first request.",
            DOCUMENTED,
            "A4",
            SipSettings::activationDelay,
            seconds(5),
            seconds(0),
            seconds(600)),
    ACTIVATION_REQUESTS(
            "How many requests make a controller active.", ASSUMED, "U12", SipSettings::activationRequests, 3, 0, 50),
    FAILBACK(
            "Whether phones go back to a better controller by themselves.",
            DOCUMENTED,
            "A7",
            SipSettings::failback,
            SipSettings.Failback.AUTO),
    NONCE(
            "Whether a refresh takes two requests (one-time) or one (counted).",
            DOCUMENTED,
            "U8",
            SipSettings::nonce,
            SipSettings.Nonce.ONE_TIME),
    PHASE(
            "Where in their cycles the phones stand at the start.",
            ASSUMED,
            "U5",
            SipSettings::phase,
            SipSettings.Phase.RANDOM),
    TRANSPORT("How the messages of a call travel.", ASSUMED, "U18", SipSettings::transport, SipSettings.Transport.UDP);

    private final String meaning;
    private final Confidence confidence;
    private final String rule;
    private final Function<SipSettings, Object> of;
    private final Object standard;
    private final Object least;
    private final Object most;

    /** One of a few words, or a wait. */
    SipSetting(String meaning, Confidence confidence, String rule, Function<SipSettings, Object> of, Object standard) {
        this(meaning, confidence, rule, of, standard, standard, standard);
    }

    SipSetting(
            String meaning,
            Confidence confidence,
            String rule,
            Function<SipSettings, Object> of,
            Object standard,
            Object least,
            Object most) {
        this.meaning = meaning;
        this.confidence = confidence;
        this.rule = rule;
        this.of = of;
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
        return of.apply(settings);
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
