package org.ipsisim.sip.lint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.message.HeaderField;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;

/** Fields of 100rel: how they are spelled, and where they may stand (P1, P5, P17). */
record SpellingRules(Findings findings) implements LintRules {
    private static final Map<String, String> MISTAKEN =
            Map.of("requires", "Require", "supports", "Supported", "r-seq", "RSeq", "r-ack", "RAck");
    private static final List<String> CAPITALS = List.of(HeaderName.RSEQ, HeaderName.RACK);

    @Override
    public void see(CapturedMessage at, SipMessage message, boolean isCopy) {
        if (isCopy) {
            return;
        }
        for (HeaderField field : message.headers().fields()) {
            String mistaken = MISTAKEN.get(field.name().toLowerCase(Locale.ROOT));
            if (mistaken != null) {
                findings.error(
                        at,
                        "P17",
                        "there is no field " + field.name() + ", and whoever reads it ignores it",
                        mistaken + ": " + Findings.quoted(field.value()));
            }
            CAPITALS.stream()
                    .filter(name -> field.isNamed(name) && !field.name().equals(name))
                    .forEach(name -> findings.note(
                            at, "P17", "the field " + field.name() + " is written in other capitals", name));
        }
        for (String name : List.of(HeaderName.REQUIRE, HeaderName.SUPPORTED)) {
            message.headers().list(name).stream()
                    .filter(tag -> tag.equalsIgnoreCase("100rel") && !tag.equals("100rel"))
                    .forEach(tag ->
                            findings.note(at, "P17", "the option " + tag + " is written in other capitals", "100rel"));
        }
        places(at, message);
    }

    private void places(CapturedMessage at, SipMessage message) {
        boolean hasRseq = message.headers().find(HeaderName.RSEQ).isPresent();
        boolean requires = message.headers().hasTag(HeaderName.REQUIRE, "100rel");
        if (message instanceof SipResponse response) {
            if (response.status() == 100 && (hasRseq || requires)) {
                findings.error(at, "P1", "a 100 asks for a PRACK", "a 100 is never reliable; 101 to 199 can be");
            } else if (response.isProvisional() && hasRseq != requires) {
                findings.error(
                        at,
                        "P5",
                        hasRseq ? "RSeq without Require: 100rel" : "Require: 100rel without RSeq",
                        "a reliable response has both");
            } else if (!response.isProvisional() && (hasRseq || requires && response.status() != 421)) {
                findings.error(
                        at,
                        "P17",
                        "a final response has " + (hasRseq ? "RSeq" : "Require: 100rel"),
                        "only provisional responses are acknowledged by PRACK");
            }
        } else if (message instanceof SipRequest request) {
            if (hasRseq) {
                findings.error(at, "P17", "a request has RSeq", "RSeq stands in 101 to 199 only");
            }
            if (requires && !request.method().equals("INVITE")) {
                findings.error(at, "P17", request.method() + " requires 100rel", "only an INVITE may require it");
            }
            boolean isPrack = request.method().equals("PRACK");
            if (message.headers().find(HeaderName.RACK).isPresent() != isPrack) {
                findings.error(
                        at, "P17", isPrack ? "a PRACK without RAck" : "RAck outside a PRACK", "RAck in PRACK only");
            }
        }
    }
}
