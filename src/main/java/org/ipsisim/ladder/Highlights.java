package org.ipsisim.ladder;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.Credentials;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipResponse;

/** The header fields of a message that matter for registration and PRACK. */
final class Highlights {
    private static final int NONCE_SHOWN = 12;

    private Highlights() {}

    /** What an arrow is labelled with: the method, or the status with its phrase. */
    static String label(SipMessage message) {
        return message instanceof SipResponse response ? response.status() + " " + response.reason() : message.method();
    }

    /** The fields, such as {@code RSeq: 1}. */
    static List<String> of(SipMessage message) {
        List<String> shown = new ArrayList<>();
        SipHeaders headers = message.headers();
        boolean isRegister = message.method().equals("REGISTER");
        shown.add(HeaderName.CSEQ + ": " + headers.get(HeaderName.CSEQ));
        for (String name : List.of(
                HeaderName.REQUIRE,
                HeaderName.SUPPORTED,
                HeaderName.UNSUPPORTED,
                HeaderName.RSEQ,
                HeaderName.RACK,
                "Event",
                HeaderName.EXPIRES,
                HeaderName.MIN_EXPIRES,
                HeaderName.RETRY_AFTER)) {
            headers.find(name).filter(value -> !value.isEmpty()).ifPresent(value -> shown.add(name + ": " + value));
        }
        if (isRegister && message instanceof SipResponse) {
            headers.find(HeaderName.CONTACT).ifPresent(value -> shown.add(HeaderName.CONTACT + ": " + value));
        }
        Challenge.first(headers.list(HeaderName.WWW_AUTHENTICATE))
                .ifPresent(challenge -> shown.add("nonce: " + start(challenge.nonce())));
        headers.find(HeaderName.AUTHORIZATION)
                .flatMap(Credentials::find)
                .ifPresent(credentials -> shown.add(
                        "credentials for nonce " + start(credentials.nonce()) + ", nc " + credentials.count()));
        if (!message.body().isEmpty()) {
            shown.add("SDP");
        }
        return shown;
    }

    private static String start(String nonce) {
        return nonce.length() <= NONCE_SHOWN ? nonce : nonce.substring(0, NONCE_SHOWN) + "...";
    }
}
