package org.ipsisim.estate;

/** What a phone is in at a moment (U15, U16). */
public enum PhoneState implements Keyed {
    /** It can call: its active controller is reached and has call processing. */
    IN_SERVICE,
    /** Its active controller is reached and has no call processing. */
    NO_CALL_PROCESSING,
    /** Its active controller is not reached, or has restarted since: what the phone has not noticed yet. */
    LIMBO,
    /** A controller is being made active; no call can start. */
    MOVING,
    /** No controller is active, and a request to register is under way. */
    REGISTERING,
    /** No controller is active, and nothing is under way. */
    SEARCHING,
    /** Its site has failed. */
    DOWN;

    /** Whether a phone in it has a controller: an active one, or the one that it moves to. */
    public boolean hasController() {
        return this != REGISTERING && this != SEARCHING && this != DOWN;
    }

    /** The state in words that go after "is", such as {@code in service}. */
    public String words() {
        return switch (this) {
            case LIMBO -> "in limbo";
            case NO_CALL_PROCESSING -> "without call processing";
            default -> key().replace('-', ' ');
        };
    }
}
