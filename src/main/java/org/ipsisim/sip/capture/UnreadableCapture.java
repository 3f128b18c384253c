package org.ipsisim.sip.capture;

/** A file that is neither a capture nor a text with SIP messages. The text says why. */
public final class UnreadableCapture extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableCapture(String reason) {
        super(reason);
    }

    /** What is wrong. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
