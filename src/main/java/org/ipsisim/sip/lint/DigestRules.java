package org.ipsisim.sip.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.Credentials;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;

/** Challenges and credentials (D3 to D9). */
final class DigestRules implements LintRules {
    private static final int REFUSALS_OF_A_LOOP = 2;

    /** The highest count with which a nonce was used, and in which request. */
    private record Use(long count, String request) {}

    private final Findings findings;
    private final Map<String, Use> uses = new LinkedHashMap<>();
    private final Map<String, Integer> refusals = new LinkedHashMap<>();
    private final Map<String, Boolean> hadCredentials = new LinkedHashMap<>();

    DigestRules(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void see(CapturedMessage at, SipMessage message, boolean isCopy) {
        if (isCopy) {
            return;
        }
        if (message instanceof SipRequest request) {
            List<Credentials> shown = Stream.of(HeaderName.AUTHORIZATION, HeaderName.PROXY_AUTHORIZATION)
                    .flatMap(name -> request.headers().list(name).stream())
                    .map(Credentials::find)
                    .flatMap(Optional::stream)
                    .toList();
            hadCredentials.put(key(request), !shown.isEmpty());
            boolean inDialog =
                    request.method().equals("ACK") || request.method().equals("CANCEL");
            if (!inDialog) {
                shown.forEach(each -> credentials(at, request, each));
            }
        } else if (message instanceof SipResponse response && !response.isProvisional()) {
            answer(at, response);
        }
    }

    private static String key(SipMessage message) {
        return message.header(HeaderName.CALL_ID) + " " + message.header(HeaderName.CSEQ);
    }

    private void credentials(CapturedMessage at, SipRequest request, Credentials shown) {
        boolean fits = shown.uri().equals(request.uri())
                || SipUri.find(shown.uri())
                        .flatMap(uri -> SipUri.find(request.uri()).filter(uri::isEquivalent))
                        .isPresent();
        if (!fits && request.method().equals("REGISTER")) {
            findings.error(
                    at,
                    "D8",
                    "the credentials are for " + Findings.quoted(shown.uri()) + ", the request is for "
                            + Findings.quoted(request.uri()),
                    "uri is the Request-URI");
        }
        int digits = shown.algorithm().token().equals("MD5") ? 32 : 64;
        if (shown.response().length() != digits) {
            findings.error(
                    at,
                    "D7",
                    "the response has " + shown.response().length() + " digits",
                    shown.algorithm().token() + " gives " + digits);
        }
        Use before = uses.get(shown.nonce());
        String identity = key(request);
        if (before != null && !before.request.equals(identity) && shown.count() <= before.count) {
            findings.error(
                    at,
                    "D3",
                    shown.count() == 0
                            ? "the nonce is used a second time without a count"
                            : "the nonce is used again with nc " + shown.count() + " after " + before.count,
                    "a nonce is used once, or with a count that rises by one");
        }
        if (before == null || shown.count() > before.count) {
            uses.put(shown.nonce(), new Use(shown.count(), identity));
        }
    }

    private void answer(CapturedMessage at, SipResponse response) {
        boolean asks = response.status() == 401 || response.status() == 407;
        String method = response.method();
        if (asks && (method.equals("ACK") || method.equals("CANCEL"))) {
            findings.error(at, "D9", method + " is challenged", "ACK and CANCEL are never challenged");
        }
        String callId = response.header(HeaderName.CALL_ID) + " " + method;
        if (!asks) {
            refusals.remove(callId);
            return;
        }
        String field = response.status() == 401 ? HeaderName.WWW_AUTHENTICATE : HeaderName.PROXY_AUTHENTICATE;
        List<String> challenges = response.headers().list(field);
        if (challenges.isEmpty()) {
            findings.error(at, "D6", response.status() + " without " + field, "a challenge with a nonce");
        }
        boolean stale = Challenge.first(challenges).filter(Challenge::stale).isPresent();
        if (hadCredentials.getOrDefault(key(response), false) && !stale) {
            int count = refusals.merge(callId, 1, Integer::sum);
            if (count == REFUSALS_OF_A_LOOP + 1) {
                findings.error(
                        at,
                        "D5",
                        "credentials are refused for the " + count + "rd time: a loop",
                        "a phone stops after the second refusal of the same credentials");
            }
        }
    }
}
