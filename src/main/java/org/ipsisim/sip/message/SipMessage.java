package org.ipsisim.sip.message;

import java.nio.charset.StandardCharsets;

/**
 * A request or a response. Its texts hold the bytes of the message, one character each (ISO 8859-1), so that writing gives
 * back what was read.
 */
public sealed interface SipMessage permits SipRequest, SipResponse {
    /** The version of the protocol. */
    String VERSION = "SIP/2.0";

    /** The header. */
    SipHeaders headers();

    /** The body; empty if there is none. */
    String body();

    /** The first line. */
    String startLine();

    /** The method of the request, or of the request that is answered; empty if CSeq cannot be read. */
    String method();

    /** The same message with another header. */
    SipMessage withHeaders(SipHeaders headers);

    /** The value of a field; empty if there is none. */
    default String header(String name) {
        return headers().get(name);
    }

    /** The number in CSeq; -1 if it cannot be read. */
    default long cseqNumber() {
        return headers().cseq().map(CSeq::number).orElse(-1L);
    }

    /** The branch of the uppermost Via; empty if there is none. */
    default String branch() {
        return headers().topVia().map(Via::branch).orElse("");
    }

    /** The whole message as it is sent. */
    default String text() {
        StringBuilder text = new StringBuilder(startLine()).append("\r\n");
        headers()
                .fields()
                .forEach(field -> text.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append("\r\n"));
        return text.append("\r\n").append(body()).toString();
    }

    /** The bytes of the message as it is sent. */
    default byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }
}
