package org.ipsisim.sip.lint;

import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.message.SipMessage;

/** Rules about one matter, which see every message of a capture in order. */
interface LintRules {
    /**
     * Sees the next message.
     *
     * @param isCopy whether the same bytes went the same way before
     */
    void see(CapturedMessage at, SipMessage message, boolean isCopy);

    /** The capture is over. */
    default void end() {}
}
