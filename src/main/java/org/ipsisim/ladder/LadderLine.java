package org.ipsisim.ladder;

import org.ipsisim.sip.message.SipMessage;

/** One message on one line: its first line in short, and the fields that matter. */
public final class LadderLine {
    private LadderLine() {}

    /** The line, with bytes of the message in it. */
    public static String of(SipMessage message) {
        return Highlights.label(message) + "  (" + String.join(", ", Highlights.of(message)) + ")";
    }
}
