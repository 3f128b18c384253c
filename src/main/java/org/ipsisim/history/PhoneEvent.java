package org.ipsisim.history;

/**
 * Something that happens inside a watched phone or one of its controllers.
 *
 * @param until when what it begins is over, in milliseconds; 0 if it begins nothing
 */
public record PhoneEvent(long at, String controller, What what, long until) implements PhoneStep {
    /** What can happen. */
    public enum What {
        /** It is registered from before the start (U6). */
        REGISTERED_BEFORE,
        /** Messages arrive no more (U1). */
        WAY_BREAKS,
        /** Messages arrive again. */
        WAY_MENDS,
        /** The session manager fails, and forgets its registrations (U4). */
        FAILS,
        /** As many keep-alives in a row as that takes were not answered (U3). */
        LOST,
        /** A keep-alive was answered with a reset (U4). */
        RESET,
        /** The phone waits for its next attempt (U9). */
        WAITS,
        /** Attempts have failed at once, since the session manager was not reached (U9). */
        ATTEMPTS_FAIL,
        /** No answer has come in time (U10). */
        TIMED_OUT,
        /** The activation of a controller begins (U12). */
        ACTIVATION,
        /** A controller is active (U12). */
        ACTIVE,
        /** The phone keeps its registration no more, without a word to the session manager (U9). */
        GIVEN_UP,
        /** The session manager's binding ends (U8). */
        BINDING_ENDS,
        /** The site of the phone fails (U16). */
        POWER_OFF,
        /** The site of the phone works again (U16). */
        POWER_ON
    }
}
