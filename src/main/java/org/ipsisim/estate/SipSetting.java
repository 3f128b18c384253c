package org.ipsisim.estate;

import static org.ipsisim.estate.Confidence.ASSUMED;
import static org.ipsisim.estate.Confidence.DOCUMENTED;
import static org.ipsisim.estate.Confidence.INFERRED;

/** One key under {@code sip.settings}: what it means, what values it takes, and how sure its default is. */
public enum SipSetting implements Keyed {
    REGISTRATION("With all controllers at once (simultaneous), or with one at a time (alternate).", DOCUMENTED, "A2"),
    EXPIRES("How long a session manager keeps a registration.", DOCUMENTED, "A6"),
    REFRESH_AT("Share of expires after which a phone registers anew.", ASSUMED, "U8"),
    KEEPALIVE_INTERVAL("From one keep-alive to the next.", INFERRED, "A3"),
    KEEPALIVE_MISSES("Unanswered keep-alives in a row after which a controller is lost.", INFERRED, "A3"),
    RECOVERY_WAIT("The wait after an attempt to register that failed.", DOCUMENTED, "A5"),
    RETRY_AFTER("The wait after a 503.", ASSUMED, "U11"),
    ANSWER_TIMEOUT("How long a phone waits for an answer.", DOCUMENTED, "X3"),
    ACTIVATION_DELAY("From the choice of an active controller to the first request.", DOCUMENTED, "A4"),
    ACTIVATION_REQUESTS("How many requests make a controller active.", ASSUMED, "U12"),
    FAILBACK("Whether phones go back to a better controller by themselves.", DOCUMENTED, "A7"),
    NONCE("Whether a refresh takes two requests (one-time) or one (counted).", DOCUMENTED, "U8"),
    PHASE("Where in their cycles the phones stand at the start.", ASSUMED, "U5"),
    TRANSPORT("How the messages of a call travel.", ASSUMED, "U18");

    private final String meaning;
    private final Confidence confidence;
    private final String rule;

    SipSetting(String meaning, Confidence confidence, String rule) {
        this.meaning = meaning;
        this.confidence = confidence;
        this.rule = rule;
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
