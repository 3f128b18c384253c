package org.ipsisim.lab;

import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.transaction.Hop;

/** Hears what happens in a lab. Messages hold bytes of strangers. */
public interface LabListener {
    /** An end can be reached. */
    void listening(String name, Hop at);

    /**
     * A message has arrived at an end or left it.
     *
     * @param millis since the start
     * @param own the end's own address
     * @param isIncoming whether it has arrived
     */
    void message(long millis, String name, Hop own, Hop other, boolean isIncoming, SipMessage message);

    /** Something has happened inside an end, or to it. */
    void note(long millis, String name, String rule, String text);
}
