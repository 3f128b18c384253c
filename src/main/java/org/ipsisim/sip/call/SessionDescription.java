package org.ipsisim.sip.call;

import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.registrar.PhoneIdentity;

/** Session descriptions of one audio stream, and how they ride in a message. */
final class SessionDescription {
    private static final String TYPE = "application/sdp";
    private static final int MEDIA_PORT = 40_000;

    private SessionDescription() {}

    /** What a phone offers or answers. */
    private static String of(PhoneIdentity phone) {
        String host = phone.own().host();
        return String.join(
                        "\r\n",
                        "v=0",
                        "o=- 1 1 IN IP4 " + host,
                        "s=-",
                        "c=IN IP4 " + host,
                        "t=0 0",
                        "m=audio " + MEDIA_PORT + " RTP/AVP 0",
                        "a=rtpmap:0 PCMU/8000")
                + "\r\n";
    }

    static SipRequest into(SipRequest request, PhoneIdentity phone) {
        String body = of(phone);
        return new SipRequest(request.method(), request.uri(), headers(request.headers(), body), body);
    }

    static SipResponse into(SipResponse response, PhoneIdentity phone) {
        String body = of(phone);
        return new SipResponse(response.status(), response.reason(), headers(response.headers(), body), body);
    }

    private static SipHeaders headers(SipHeaders headers, String body) {
        return headers.with(HeaderName.CONTENT_TYPE, TYPE)
                .with(HeaderName.CONTENT_LENGTH, body.length())
                .inOrder();
    }
}
