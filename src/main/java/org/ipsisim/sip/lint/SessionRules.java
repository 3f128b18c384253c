package org.ipsisim.sip.lint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;

/** Where offers and answers ride, and whether they fit together (P16, X7). */
final class SessionRules implements LintRules {
    private static final String TYPE = "application/sdp";

    private final Findings findings;
    private final Map<String, String> offers = new LinkedHashMap<>();
    private final Set<String> answered = new LinkedHashSet<>();
    private final Map<String, SipResponse> offersOfCallee = new LinkedHashMap<>();

    SessionRules(Findings findings) {
        this.findings = findings;
    }

    private static String key(SipMessage message) {
        return message.header(HeaderName.CALL_ID) + " " + message.cseqNumber();
    }

    private static boolean hasSession(SipMessage message) {
        return !message.body().isEmpty()
                && message.header(HeaderName.CONTENT_TYPE).startsWith(TYPE);
    }

    @Override
    public void see(CapturedMessage at, SipMessage message, boolean isCopy) {
        if (isCopy) {
            return;
        }
        String key = key(message);
        if (message instanceof SipRequest request) {
            if (request.method().equals("INVITE")) {
                offers.putIfAbsent(key, hasSession(request) ? request.body() : "");
            } else if (request.method().equals("ACK") && hasSession(request) && answered.contains(key)) {
                findings.error(
                        at,
                        "P16",
                        "a session description in the ACK of an INVITE that had an offer and got its answer",
                        "the answer is in the 2xx or in a reliable response; a new offer needs a request of its own");
            } else if (request.method().equals("PRACK")) {
                prack(at, request);
            }
        } else if (message instanceof SipResponse response
                && response.method().equals("INVITE")
                && offers.containsKey(key)) {
            response(at, response, key);
        }
    }

    private void response(CapturedMessage at, SipResponse response, String key) {
        String offer = offers.getOrDefault(key, "");
        String branch = key + " " + response.headers().tag(HeaderName.TO);
        boolean first = !answered.contains(branch) && !offersOfCallee.containsKey(branch);
        if (offer.isEmpty()) {
            if (response.isReliable() && first) {
                if (hasSession(response)) {
                    offersOfCallee.put(branch, response);
                } else {
                    findings.error(
                            at,
                            "P16",
                            "the first reliable response to an INVITE without an offer has none either",
                            "it carries the offer, and the PRACK the answer");
                }
            }
            return;
        }
        if (hasSession(response)) {
            if (response.isReliable() || response.isSuccess()) {
                answered.add(key);
                answered.add(branch);
            }
            long offered = streams(offer);
            long given = streams(response.body());
            if (offered != given && first) {
                findings.error(
                        at,
                        "X7",
                        "the answer has " + given + " media lines, the offer " + offered,
                        "as many, in the same order; port 0 refuses one");
            }
        } else if (response.isSuccess() && first) {
            findings.error(
                    at,
                    "P16",
                    "the INVITE has an offer, and no answer comes in a reliable response or in the 2xx",
                    "the answer rides in a reliable response or in the 2xx; one in an unreliable response does not count");
        }
    }

    /** The answer to an offer that came in a reliable response rides in its PRACK. */
    private void prack(CapturedMessage at, SipRequest request) {
        String[] rack = request.header(HeaderName.RACK).split(" ", 3);
        if (rack.length < 3) {
            return;
        }
        String branch = request.header(HeaderName.CALL_ID) + " " + rack[1] + " "
                + request.headers().tag(HeaderName.TO);
        SipResponse offer = offersOfCallee.get(branch);
        if (offer == null || !offer.header(HeaderName.RSEQ).equals(rack[0])) {
            return;
        }
        if (!hasSession(request)) {
            findings.error(
                    at,
                    "P16",
                    "the " + offer.status() + " had an offer, and its PRACK has no answer",
                    "the answer rides in the PRACK");
        } else if (streams(request.body()) != streams(offer.body())) {
            findings.error(
                    at,
                    "X7",
                    "the answer has " + streams(request.body()) + " media lines, the offer " + streams(offer.body()),
                    "as many, in the same order; port 0 refuses one");
        }
    }

    private static long streams(String session) {
        return session.lines().filter(line -> line.startsWith("m=")).count();
    }
}
