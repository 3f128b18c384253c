package org.ipsisim.sip.message;

/**
 * A response.
 *
 * @param status 100 to 699
 */
public record SipResponse(int status, String reason, SipHeaders headers, String body) implements SipMessage {
    @Override
    public String startLine() {
        return VERSION + " " + status + " " + reason;
    }

    @Override
    public String method() {
        return headers.cseq().map(CSeq::method).orElse("");
    }

    @Override
    public SipResponse withHeaders(SipHeaders changed) {
        return new SipResponse(status, reason, changed, body);
    }

    /** The same response with one more field, in its place. */
    public SipResponse plus(String name, Object value) {
        return withHeaders(headers.plus(name, value).inOrder());
    }

    /** Whether it is below 200. */
    public boolean isProvisional() {
        return status < 200;
    }

    /** Whether it is 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether it asks for a PRACK: a 101 to 199 to an INVITE with 100rel in Require and RSeq (P1, P5). */
    public boolean isReliable() {
        return status > 100
                && isProvisional()
                && method().equals("INVITE")
                && headers.hasTag(HeaderName.REQUIRE, "100rel")
                && headers.findNumber(HeaderName.RSEQ).isPresent();
    }
}
