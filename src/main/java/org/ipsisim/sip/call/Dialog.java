package org.ipsisim.sip.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipsisim.sip.message.CSeq;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.transaction.Hop;

/** Two ends that know each other: what the requests between them have in common (RFC 3261 section 12). */
final class Dialog {
    private final PhoneIdentity phone;
    private final String callId;
    private final String local;
    private final String remote;
    private final String target;
    private final List<String> routes;
    private final Hop firstHop;
    private long cseq;

    private Dialog(
            PhoneIdentity phone,
            String callId,
            String local,
            String remote,
            String target,
            List<String> routes,
            Hop firstHop,
            long cseq) {
        this.phone = phone;
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.target = target;
        this.routes = routes;
        this.firstHop = firstHop;
        this.cseq = cseq;
    }

    /** The dialog of who has called, made by a response to his INVITE. */
    static Dialog ofCaller(PhoneIdentity phone, SipRequest invite, SipResponse response, Hop firstHop) {
        List<String> routes = new ArrayList<>(response.headers().list(HeaderName.RECORD_ROUTE));
        Collections.reverse(routes);
        return new Dialog(
                phone,
                invite.header(HeaderName.CALL_ID),
                invite.header(HeaderName.FROM),
                response.header(HeaderName.TO),
                target(response.headers(), invite.uri()),
                routes,
                firstHop,
                invite.cseqNumber());
    }

    /** The dialog of who is called, made by his response with a tag in To. */
    static Dialog ofCallee(PhoneIdentity phone, SipRequest invite, SipResponse response, Hop firstHop) {
        return new Dialog(
                phone,
                invite.header(HeaderName.CALL_ID),
                response.header(HeaderName.TO),
                invite.header(HeaderName.FROM),
                target(invite.headers(), invite.header(HeaderName.FROM)),
                invite.headers().list(HeaderName.RECORD_ROUTE),
                firstHop,
                0);
    }

    private static String target(SipHeaders headers, String otherwise) {
        return headers.address(HeaderName.CONTACT).map(NameAddress::uri).orElse(otherwise);
    }

    /** A new request; its CSeq is one higher than that of the request before (P10). */
    SipRequest request(String method, String branch) {
        cseq++;
        return request(method, branch, cseq);
    }

    /** A request with a CSeq of its own: an ACK has that of its INVITE. */
    SipRequest request(String method, String branch, long number) {
        SipHeaders headers = SipHeaders.NONE.plus(HeaderName.VIA, phone.via(branch));
        for (String route : routes) {
            headers = headers.plus(HeaderName.ROUTE, route);
        }
        headers = headers.plus(HeaderName.FROM, local)
                .plus(HeaderName.TO, remote)
                .plus(HeaderName.CALL_ID, callId)
                .plus(HeaderName.CSEQ, new CSeq(number, method))
                .plus(HeaderName.MAX_FORWARDS, 70)
                .plus(HeaderName.CONTENT_LENGTH, 0);
        return new SipRequest(method, target, headers, "");
    }

    /** Where its requests go: to the first route, else straight to the other end. */
    Hop nextHop() {
        if (!routes.isEmpty()) {
            return NameAddress.find(routes.get(0))
                    .flatMap(NameAddress::sipUri)
                    .map(Hop::of)
                    .orElse(firstHop);
        }
        return SipUri.find(target).map(Hop::of).orElse(firstHop);
    }
}
