package org.ipsisim.ladder;

import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.SipTransport;

/** The addresses that the ends of a ladder have: 10.0 for session managers, 10.1 for voicemail, 10.64 to 10.127 for phones. */
public final class LadderAddresses {
    private static final int PORT = 5060;
    private static final int MOST_PHONES = 1 << 22;

    private LadderAddresses() {}

    /** The address of the n-th session manager, from 0 on. */
    public static Hop sessionManager(int number, SipTransport transport) {
        return hop(transport, 0, number + 1);
    }

    /** The address of the n-th voicemail server, from 0 on. */
    public static Hop voicemail(int number, SipTransport transport) {
        return hop(transport, 1, number + 1);
    }

    /** The address of the phone of an extension. */
    public static Hop phone(long extension, SipTransport transport) {
        int number = (int) (extension % MOST_PHONES);
        return hop(transport, 64 + (number >> 16), number & 0xFFFF);
    }

    private static Hop hop(SipTransport transport, int second, int rest) {
        return new Hop(transport, "10." + second + "." + (rest >> 8) + "." + (rest & 0xFF), PORT);
    }
}
