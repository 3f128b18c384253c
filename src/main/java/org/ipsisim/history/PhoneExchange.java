package org.ipsisim.history;

/**
 * A request of a watched phone, and its answer.
 *
 * @param at when it is sent
 * @param arrivesAt when the session manager gets it; {@link #NEVER} if it is lost
 * @param answeredAt when the answer leaves; {@link #NEVER} if none does
 * @param answerArrivesAt when the phone gets the answer, in time or not; {@link #NEVER} if the answer is lost
 */
public record PhoneExchange(
        long at,
        String controller,
        Purpose purpose,
        long arrivesAt,
        Answer answer,
        long answeredAt,
        long answerArrivesAt,
        boolean isLate)
        implements PhoneStep {
    /** A time that does not come. */
    public static final long NEVER = Long.MAX_VALUE;

    /** What a request is for. */
    public enum Purpose {
        /** To register or to refresh, without credentials. */
        REGISTER,
        /** To refresh, with a nonce that was used before (U8). */
        REFRESH,
        /** The same again, after a challenge (U7). */
        CREDENTIALS,
        /** To make a controller active (U12). */
        ACTIVATION
    }

    /** What a session manager answers. */
    public enum Answer {
        NONE,
        /** 401 (U7). */
        CHALLENGE,
        /** 200. */
        SUCCESS,
        /** 503: its queue is full (U11). */
        REFUSAL
    }

    /** Whether the request is lost. */
    public boolean isLost() {
        return arrivesAt == NEVER;
    }

    /** Whether the phone gets an answer for which it waits. */
    public boolean isAnswered() {
        return answerArrivesAt != NEVER && !isLate;
    }
}
