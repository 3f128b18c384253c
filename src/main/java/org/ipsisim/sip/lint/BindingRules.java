package org.ipsisim.sip.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;

/** Whether bindings are used after their end (S22). A text without times cannot show it. */
final class BindingRules implements LintRules {
    private static final long MICROS = 1_000_000;

    private final Findings findings;
    private final Map<String, Long> ends = new LinkedHashMap<>();

    BindingRules(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void see(CapturedMessage at, SipMessage message, boolean isCopy) {
        if (at.micros() < 0 || isCopy) {
            return;
        }
        if (message instanceof SipResponse response) {
            if (response.isSuccess() && response.method().equals("REGISTER")) {
                granted(at, response);
            }
        } else if (message instanceof SipRequest request && request.method().equals("INVITE")) {
            Long end = ends.get(request.uri());
            if (end != null
                    && at.micros() >= end
                    && request.headers().tag(HeaderName.TO).isEmpty()) {
                findings.error(
                        at,
                        "S22",
                        "the call goes to " + Findings.quoted(request.uri()) + ", whose binding ended "
                                + (at.micros() - end) / MICROS + " s before",
                        "a binding is not used at its end or later");
            }
        }
    }

    private void granted(CapturedMessage at, SipResponse response) {
        Optional<Long> all = response.headers().findNumber(HeaderName.EXPIRES);
        for (String value : response.headers().list(HeaderName.CONTACT)) {
            NameAddress.find(value)
                    .ifPresent(contact -> contact.parameters()
                            .findNumber("expires")
                            .or(() -> all)
                            .ifPresent(seconds -> ends.put(contact.uri(), at.micros() + seconds * MICROS)));
        }
    }
}
