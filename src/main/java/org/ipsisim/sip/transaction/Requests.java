package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.CSeq;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipRequest;

/** Requests that follow from another one. */
public final class Requests {
    private Requests() {}

    /** The CANCEL of a request that was sent (RFC 3261 section 9.1). */
    public static SipRequest cancel(SipRequest request) {
        SipHeaders headers = sameHop(request).with(HeaderName.CSEQ, new CSeq(request.cseqNumber(), "CANCEL"));
        return new SipRequest("CANCEL", request.uri(), headers, "");
    }

    /** The fields of a request that goes the same way and no further: its uppermost Via alone, Route, From, To, Call-ID. */
    static SipHeaders sameHop(SipRequest request) {
        SipHeaders headers = request.headers();
        SipHeaders same = SipHeaders.NONE;
        if (headers.topVia().isPresent()) {
            same = same.plus(HeaderName.VIA, headers.topVia().get());
        }
        return same.plusAll(HeaderName.ROUTE, headers)
                .plus(HeaderName.FROM, headers.get(HeaderName.FROM))
                .plus(HeaderName.TO, headers.get(HeaderName.TO))
                .plus(HeaderName.CALL_ID, headers.get(HeaderName.CALL_ID))
                .plus(HeaderName.CSEQ, headers.get(HeaderName.CSEQ))
                .plus(HeaderName.MAX_FORWARDS, 70)
                .plus(HeaderName.CONTENT_LENGTH, 0);
    }
}
