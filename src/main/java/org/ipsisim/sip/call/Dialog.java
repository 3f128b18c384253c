package org.ipsisim.sip.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    private final SipHeaders same;
    private final String target;
    private final Hop firstHop;
    private long cseq;

    /** @param same the fields that all its requests have: Route, From, To and Call-ID */
    private Dialog(PhoneIdentity phone, SipHeaders same, String target, Hop firstHop, long cseq) {
        this.phone = phone;
        this.same = same;
        this.target = target;
        this.firstHop = firstHop;
        this.cseq = cseq;
    }

    /** The dialog of who has called, made by a response to his INVITE. */
    static Dialog ofCaller(PhoneIdentity phone, SipRequest invite, SipResponse response, Hop firstHop) {
        List<String> routes = new ArrayList<>(response.headers().list(HeaderName.RECORD_ROUTE));
        Collections.reverse(routes);
        SipHeaders same = same(routes, invite.header(HeaderName.FROM), response.header(HeaderName.TO), invite);
        return new Dialog(phone, same, target(response.headers(), invite.uri()), firstHop, invite.cseqNumber());
    }

    /** The dialog of who is called, made by his response with a tag in To. */
    static Dialog ofCallee(PhoneIdentity phone, SipRequest invite, SipResponse response, Hop firstHop) {
        String caller = invite.header(HeaderName.FROM);
        List<String> routes = invite.headers().list(HeaderName.RECORD_ROUTE);
        SipHeaders same = same(routes, response.header(HeaderName.TO), caller, invite);
        return new Dialog(phone, same, target(invite.headers(), caller), firstHop, 0);
    }

    private static SipHeaders same(List<String> routes, String local, String remote, SipRequest invite) {
        SipHeaders headers = SipHeaders.NONE;
        for (String route : routes) {
            headers = headers.plus(HeaderName.ROUTE, route);
        }
        return headers.plus(HeaderName.FROM, local)
                .plus(HeaderName.TO, remote)
                .plus(HeaderName.CALL_ID, invite.header(HeaderName.CALL_ID));
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
        SipHeaders headers = same.withFirst(HeaderName.VIA, phone.via(branch))
                .plus(HeaderName.CSEQ, new CSeq(number, method))
                .plus(HeaderName.MAX_FORWARDS, 70)
                .plus(HeaderName.CONTENT_LENGTH, 0);
        return new SipRequest(method, target, headers, "");
    }

    /** Where its requests go: to the first route, else straight to the other end. */
    Hop nextHop() {
        Optional<SipUri> route = same.address(HeaderName.ROUTE).flatMap(NameAddress::sipUri);
        return route.or(() -> SipUri.find(target)).map(Hop::of).orElse(firstHop);
    }
}
