package org.ipsisim.sip.registrar;

import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.transaction.Hop;

/**
 * Where a user can be reached, until when.
 *
 * @param contact as the phone registered it, without {@code expires}
 * @param uri the address in it
 * @param callId the Call-ID of the REGISTER that made or refreshed it
 * @param cseq its CSeq
 * @param since when it was first made, in milliseconds
 * @param endsAt when it ends: it is not used at this instant or later (S22)
 * @param source where the REGISTER came from
 */
public record Binding(NameAddress contact, SipUri uri, String callId, long cseq, long since, long endsAt, Hop source) {

    /** The whole seconds that are left, at least 1 while it lasts. */
    long secondsLeft(long now) {
        return Math.max(1, (endsAt - now + 999) / 1000);
    }

    /** Whether a contact means this binding: the same instance and flow (O1), or else an equal URI (S9). */
    boolean isOf(NameAddress other, SipUri otherUri) {
        String flow = flow(contact);
        return flow.isEmpty() || flow(other).isEmpty() ? uri.isEquivalent(otherUri) : flow.equals(flow(other));
    }

    private static String flow(NameAddress contact) {
        String instance = contact.parameters().find("+sip.instance").orElse("");
        String flow = contact.parameters().find("reg-id").orElse("");
        return instance.isEmpty() || flow.isEmpty() ? "" : instance + " " + flow;
    }
}
