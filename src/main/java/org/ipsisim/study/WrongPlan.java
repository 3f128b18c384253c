package org.ipsisim.study;

/** A study cannot be made as it was asked for; the message tells the user why, and what would work. */
public final class WrongPlan extends Exception {
    /** @param message for the user */
    public WrongPlan(String message) {
        super(message);
    }
}
