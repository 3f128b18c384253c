package org.ipsisim.sip.message;

import java.util.Set;

/** A request. */
public record SipRequest(String method, String uri, SipHeaders headers, String body) implements SipMessage {
    /** Fields that a response copies from its request (RFC 3261 section 8.2.6). */
    private static final Set<String> COPIED =
            Set.of(HeaderName.VIA, HeaderName.FROM, HeaderName.TO, HeaderName.CALL_ID, HeaderName.CSEQ);

    private static final int MOST_HOPS = 70;

    /** A request with the fields that every request has, and without a body (RFC 3261 section 8.1.1). */
    public static SipRequest of(
            String method, String uri, Via via, Object from, Object to, String callId, long cseqNumber) {
        SipHeaders headers = SipHeaders.NONE
                .plus(HeaderName.VIA, via)
                .plus(HeaderName.FROM, from)
                .plus(HeaderName.TO, to)
                .plus(HeaderName.CALL_ID, callId)
                .plus(HeaderName.CSEQ, new CSeq(cseqNumber, method))
                .plus(HeaderName.MAX_FORWARDS, MOST_HOPS)
                .plus(HeaderName.CONTENT_LENGTH, 0);
        return new SipRequest(method, uri, headers, "");
    }

    @Override
    public String startLine() {
        return method + " " + uri + " " + VERSION;
    }

    @Override
    public SipRequest withHeaders(SipHeaders changed) {
        return new SipRequest(method, uri, changed, body);
    }

    /** The same request with one more field, in its place. */
    public SipRequest plus(String name, Object value) {
        return withHeaders(headers.plus(name, value).inOrder());
    }

    /** The same request for another URI. */
    public SipRequest withUri(String changed) {
        return new SipRequest(method, changed, headers, body);
    }

    /** A response to it without a body, with its Via, From, To, Call-ID and CSeq. */
    public SipResponse response(int status) {
        SipHeaders copied = new SipHeaders(headers.fields().stream()
                .filter(field -> COPIED.contains(HeaderName.canonical(field.name())))
                .map(field -> new HeaderField(HeaderName.canonical(field.name()), field.value()))
                .toList());
        return new SipResponse(
                status,
                Reason.of(status),
                copied.plus(HeaderName.CONTENT_LENGTH, 0).inOrder(),
                "");
    }

    /** The same with a tag in To, if the request has none there. */
    public SipResponse response(int status, String toTag) {
        SipResponse response = response(status);
        return toTag.isEmpty() || !headers.tag(HeaderName.TO).isEmpty()
                ? response
                : response.withHeaders(
                        response.headers().with(HeaderName.TO, response.header(HeaderName.TO) + ";tag=" + toTag));
    }
}
