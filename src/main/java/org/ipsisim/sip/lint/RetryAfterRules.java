package org.ipsisim.sip.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipResponse;

/** Whether a server that has asked for a pause gets it (S25). A text without times cannot show it. */
final class RetryAfterRules implements LintRules {
    private static final long MICROS = 1_000_000;

    private final Findings findings;
    private final Map<String, Long> pauses = new LinkedHashMap<>();

    RetryAfterRules(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void see(CapturedMessage at, SipMessage message, boolean isCopy) {
        if (at.micros() < 0 || isCopy) {
            return;
        }
        if (message instanceof SipResponse response) {
            if (response.status() == 503) {
                response.headers()
                        .find(HeaderName.RETRY_AFTER)
                        .filter(value -> value.matches("[0-9]{1,9}\\b.*"))
                        .ifPresent(value -> pauses.put(
                                at.to() + " " + at.from(),
                                at.micros() + MICROS * Long.parseLong(value.replaceFirst("\\D.*", ""))));
            }
            return;
        }
        long end = pauses.getOrDefault(at.from() + " " + at.to(), 0L);
        if (at.micros() < end && !message.method().equals("ACK")) {
            findings.warning(
                    at,
                    "S25",
                    "a " + message.method() + " " + (end - at.micros() + MICROS - 1) / MICROS
                            + " s before the end of the pause that the server asked for by 503 with Retry-After",
                    "wait, or try the next server");
        }
    }
}
