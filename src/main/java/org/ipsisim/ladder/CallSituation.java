package org.ipsisim.ladder;

import java.util.Optional;

/**
 * What a run holds for a call at the moment at which it begins (U17).
 *
 * @param sessionManager the caller's active controller; empty if it has none
 * @param caller how the caller stands with it
 * @param callee how the callee stands with it
 * @param callerDelay milliseconds from the caller to the session manager, 1 or more
 * @param calleeDelay milliseconds from the session manager to the callee, 1 or more
 */
public record CallSituation(
        Optional<String> sessionManager, Standing caller, Standing callee, long callerDelay, long calleeDelay) {
    /** How a phone stands with a session manager. */
    public enum Standing {
        /** Registered, and messages arrive. */
        REACHED,
        /** Registered, but nothing arrives: limbo. */
        CUT_OFF,
        /** Registered with a session manager that has no call processing (U13). */
        NO_CALL_PROCESSING,
        /** Not registered. */
        UNREGISTERED
    }
}
