package org.ipsisim.sip.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.message.Via;
import org.jspecify.annotations.Nullable;

/** How a phone registers and what the registrar answers (S1 to S17). */
final class RegistrationRules implements LintRules {
    /** What one Call-ID has registered so far. */
    private static final class Series {
        private long cseq = -1;
        private String tag = "";
        private String branch = "";
        private boolean isOpen;
    }

    private final Findings findings;
    private final Map<String, Series> byCallId = new LinkedHashMap<>();
    private final Map<String, String> callIdOfContact = new LinkedHashMap<>();
    private final Map<String, SipRequest> asked = new LinkedHashMap<>();

    RegistrationRules(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void see(CapturedMessage at, SipMessage message, boolean isCopy) {
        if (!message.method().equals("REGISTER") || isCopy) {
            return;
        }
        if (message instanceof SipRequest request) {
            request(at, request);
        } else if (message instanceof SipResponse response) {
            response(at, response);
        }
    }

    /** The branch of the phone itself, which is the same on every hop. */
    private static String origin(SipMessage message) {
        List<String> vias = message.headers().list(HeaderName.VIA);
        return Via.find(vias.get(vias.size() - 1)).map(Via::branch).orElse("");
    }

    private void request(CapturedMessage at, SipRequest request) {
        Series series = byCallId.computeIfAbsent(request.header(HeaderName.CALL_ID), id -> new Series());
        String branch = origin(request);
        if (branch.equals(series.branch) && request.cseqNumber() == series.cseq) {
            return;
        }
        asked.put(branch, request);
        if (SipUri.find(request.uri()).filter(uri -> !uri.user().isEmpty()).isPresent()) {
            findings.error(
                    at,
                    "S1",
                    "the Request-URI of a REGISTER names a user: " + Findings.quoted(request.uri()),
                    "the domain alone, such as sip:example.com");
        }
        order(at, request, series);
        star(at, request);
        contacts(at, request);
        series.cseq = Math.max(series.cseq, request.cseqNumber());
        series.tag = request.headers().tag(HeaderName.FROM);
        series.branch = branch;
        series.isOpen = true;
    }

    private void order(CapturedMessage at, SipRequest request, Series series) {
        if (series.cseq < 0) {
            return;
        }
        if (request.cseqNumber() <= series.cseq) {
            findings.error(
                    at,
                    "S3",
                    "CSeq " + request.cseqNumber() + " after " + series.cseq + " with the same Call-ID",
                    "each REGISTER has a CSeq one higher, also the one with credentials: " + (series.cseq + 1));
        } else if (request.cseqNumber() > series.cseq + 1) {
            findings.warning(
                    at,
                    "S3",
                    "CSeq rises from " + series.cseq + " to " + request.cseqNumber(),
                    "one higher: " + (series.cseq + 1) + ", if no request is missing in the capture");
        }
        if (series.isOpen) {
            findings.warning(
                    at, "S4", "a new REGISTER while one is unanswered", "wait for the answer or for its time-out");
        }
        if (!request.headers().tag(HeaderName.FROM).equals(series.tag)) {
            findings.note(at, "S3", "another tag in From with the same Call-ID", "phones keep it, by custom");
        }
    }

    private void star(CapturedMessage at, SipRequest request) {
        List<String> contacts = request.headers().list(HeaderName.CONTACT);
        boolean isZero = request.headers()
                .findNumber(HeaderName.EXPIRES)
                .filter(e -> e == 0)
                .isPresent();
        if (contacts.contains("*") && (contacts.size() > 1 || !isZero)) {
            findings.error(
                    at,
                    "S11",
                    contacts.size() > 1 ? "Contact: * beside other contacts" : "Contact: * without Expires: 0",
                    "Contact: * alone, with Expires: 0");
        }
    }

    private void contacts(CapturedMessage at, SipRequest request) {
        String aor = request.headers()
                .address(HeaderName.TO)
                .flatMap(NameAddress::sipUri)
                .map(SipUri::addressOfRecord)
                .orElse("");
        boolean goes = request.headers()
                .findNumber(HeaderName.EXPIRES)
                .filter(e -> e == 0)
                .isPresent();
        for (String value : request.headers().list(HeaderName.CONTACT)) {
            Optional<NameAddress> contact = NameAddress.find(value);
            if (contact.isEmpty()) {
                continue;
            }
            String key = aor + " " + contact.get().uri();
            boolean ends = goes
                    || contact.get()
                            .parameters()
                            .findNumber("expires")
                            .filter(e -> e == 0)
                            .isPresent();
            String callId = request.header(HeaderName.CALL_ID);
            String known = ends ? callIdOfContact.remove(key) : callIdOfContact.put(key, callId);
            if (known != null && !known.equals(callId)) {
                findings.warning(
                        at,
                        "S8",
                        "the refresh has another Call-ID: " + Findings.quoted(callId) + " instead of "
                                + Findings.quoted(known),
                        "a phone keeps its Call-ID until it restarts; a registrar cannot see late copies otherwise");
            }
        }
    }

    private void response(CapturedMessage at, SipResponse response) {
        if (response.isProvisional()) {
            return;
        }
        Series series = byCallId.get(response.header(HeaderName.CALL_ID));
        if (series != null && series.cseq == response.cseqNumber()) {
            series.isOpen = false;
        }
        if (response.status() >= 600) {
            findings.error(
                    at, "S17", "a registrar answers " + response.status(), "4xx or 5xx: a registrar never answers 6xx");
        }
        if (response.status() == 423
                && response.headers().findNumber(HeaderName.MIN_EXPIRES).isEmpty()) {
            findings.error(at, "S14", "423 without Min-Expires", "Min-Expires says what would be enough");
        }
        if (response.headers().find(HeaderName.RECORD_ROUTE).isPresent()) {
            findings.error(at, "S5", "the answer to a REGISTER has Record-Route", "a REGISTER makes no route");
        }
        SipRequest request = asked.get(origin(response));
        if (response.isSuccess()) {
            success(at, response, request);
        }
    }

    private void success(CapturedMessage at, SipResponse response, @Nullable SipRequest request) {
        List<String> listed = response.headers().list(HeaderName.CONTACT);
        boolean hasExpires = response.headers().find(HeaderName.EXPIRES).isPresent();
        for (String value : listed) {
            Optional<NameAddress> contact = NameAddress.find(value);
            if (contact.isPresent()
                    && !hasExpires
                    && !contact.get().parameters().has("expires")) {
                findings.error(
                        at,
                        "S13",
                        "a contact without expires: " + Findings.quoted(value),
                        "every contact has its expires");
            }
        }
        if (request == null) {
            return;
        }
        boolean goes = request.headers()
                .findNumber(HeaderName.EXPIRES)
                .filter(e -> e == 0)
                .isPresent();
        for (String value : request.headers().list(HeaderName.CONTACT)) {
            Optional<NameAddress> own = NameAddress.find(value);
            Optional<SipUri> uri = own.flatMap(NameAddress::sipUri);
            if (uri.isEmpty()) {
                continue;
            }
            Optional<NameAddress> granted = listed.stream()
                    .map(NameAddress::find)
                    .flatMap(Optional::stream)
                    .filter(each ->
                            each.sipUri().filter(uri.get()::isEquivalent).isPresent())
                    .findFirst();
            long wanted = own.get()
                    .parameters()
                    .findNumber("expires")
                    .or(() -> request.headers().findNumber(HeaderName.EXPIRES))
                    .orElse(Long.MAX_VALUE);
            if (granted.isEmpty() && wanted > 0 && !goes) {
                findings.error(
                        at,
                        "S13",
                        "the contact that was just registered is not listed: " + Findings.quoted(value),
                        "a 200 lists all bindings");
            } else if (granted.flatMap(each -> each.parameters().findNumber("expires"))
                    .filter(given -> given > wanted)
                    .isPresent()) {
                findings.warning(
                        at,
                        "S14",
                        "a longer lifetime than the " + wanted + " s that were asked for",
                        "a registrar may only shorten it, or answer 423 with Min-Expires");
            }
        }
    }
}
