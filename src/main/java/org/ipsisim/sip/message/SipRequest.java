package org.ipsisim.sip.message;

import java.util.Set;

/** A request. */
public record SipRequest(String method, String uri, SipHeaders headers, String body) implements SipMessage {
    /** Fields that a response copies from its request (RFC 3261 section 8.2.6). */
    private static final Set<String> COPIED =
            Set.of(HeaderName.VIA, HeaderName.FROM, HeaderName.TO, HeaderName.CALL_ID, HeaderName.CSEQ);

    @Override
    public String startLine() {
        return method + " " + uri + " " + VERSION;
    }

    @Override
    public SipRequest withHeaders(SipHeaders changed) {
        return new SipRequest(method, uri, changed, body);
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
