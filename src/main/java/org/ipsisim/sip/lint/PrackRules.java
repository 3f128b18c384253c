package org.ipsisim.sip.lint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.RAck;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;

/** Reliable provisional responses and their PRACKs, in all the calls of a capture (P2 to P17). */
final class PrackRules implements LintRules {
    /** How long after a reliable response without PRACK its INVITE is refused, and a second more. */
    private static final long PATIENCE_MICROS = 33_000_000;

    private final Findings findings;
    private final Map<String, InviteSeen> invites = new LinkedHashMap<>();
    private final Map<String, ReliableSeen> pracks = new LinkedHashMap<>();
    private long lastMicros;

    PrackRules(Findings findings) {
        this.findings = findings;
    }

    /** One INVITE as the capture shows it. */
    private static final class InviteSeen {
        private boolean offersReliable;
        private boolean requiresReliable;
        private boolean hasFinal;
        private long finalMicros = Long.MAX_VALUE;
        private boolean hasSuccess;
        private int copies;
        private final Map<String, BranchSeen> branches = new LinkedHashMap<>();
    }

    /** What one callee has sent, told apart by the tag in To. */
    private static final class BranchSeen {
        private long lastRseq = -1;
        private final Map<Long, ReliableSeen> byRseq = new LinkedHashMap<>();
    }

    /** One reliable response. */
    private static final class ReliableSeen {
        private final CapturedMessage at;
        private final SipResponse response;
        private String prack = "";
        private final Set<String> answeredBy = new LinkedHashSet<>();
        private final Map<String, RepeatTimes> times = new LinkedHashMap<>();
        private boolean isRepeatTold;
        private boolean areTimesTold;

        ReliableSeen(CapturedMessage at, SipResponse response) {
            this.at = at;
            this.response = response;
        }
    }

    private static String invite(SipMessage message, long cseq) {
        return message.header(HeaderName.CALL_ID) + " " + cseq;
    }

    @Override
    public void see(CapturedMessage at, SipMessage message, boolean isCopy) {
        lastMicros = Math.max(lastMicros, at.micros());
        if (message instanceof SipRequest request) {
            if (request.method().equals("INVITE")) {
                invite(request, isCopy);
            } else if (request.method().equals("PRACK") && !isCopy) {
                prack(at, request);
            }
        } else if (message instanceof SipResponse response) {
            InviteSeen seen = invites.get(invite(response, response.cseqNumber()));
            if (response.method().equals("PRACK") && !isCopy) {
                prackAnswer(at, response);
            } else if (response.method().equals("INVITE") && seen != null) {
                inviteAnswer(at, response, seen, isCopy);
            }
        }
    }

    private void invite(SipRequest request, boolean isCopy) {
        InviteSeen seen = invites.computeIfAbsent(invite(request, request.cseqNumber()), id -> new InviteSeen());
        seen.copies += isCopy ? 1 : 0;
        seen.requiresReliable = request.headers().hasTag(HeaderName.REQUIRE, "100rel");
        seen.offersReliable = seen.requiresReliable || request.headers().hasTag(HeaderName.SUPPORTED, "100rel");
    }

    private void inviteAnswer(CapturedMessage at, SipResponse response, InviteSeen seen, boolean isCopy) {
        if (response.isReliable()) {
            reliable(at, response, seen, isCopy);
        } else if (isCopy) {
            return;
        } else if (response.isProvisional()) {
            if (response.status() > 100 && seen.requiresReliable) {
                findings.error(
                        at,
                        "P3",
                        "the INVITE requires 100rel, and this " + response.status() + " is not reliable",
                        "every 101 to 199 is reliable, or 420 with Unsupported: 100rel");
            }
        } else {
            finalAnswer(at, response, seen);
        }
    }

    private void finalAnswer(CapturedMessage at, SipResponse response, InviteSeen seen) {
        seen.finalMicros = seen.hasFinal ? seen.finalMicros : at.micros();
        seen.hasFinal = true;
        if (response.isSuccess() && !seen.hasSuccess) {
            seen.hasSuccess = true;
            BranchSeen branch = seen.branches.get(response.headers().tag(HeaderName.TO));
            if (branch != null) {
                branch.byRseq.values().stream()
                        .filter(each ->
                                each.prack.isEmpty() && !each.response.body().isEmpty())
                        .findFirst()
                        .ifPresent(each -> findings.error(
                                at,
                                "P15",
                                "the 2xx does not wait for the PRACK of the " + each.response.status()
                                        + " with a session description in frame " + each.at.frame(),
                                "a 2xx waits while such a response is not acknowledged"));
            }
        }
    }

    private void reliable(CapturedMessage at, SipResponse response, InviteSeen seen, boolean isCopy) {
        String tag = response.headers().tag(HeaderName.TO);
        BranchSeen branch = seen.branches.computeIfAbsent(tag, any -> new BranchSeen());
        long rseq = response.headers().findNumber(HeaderName.RSEQ).orElseThrow();
        ReliableSeen known = branch.byRseq.get(rseq);
        if (known != null) {
            repeated(at, known, seen.copies);
            if (isCopy && known.answeredBy.contains(at.from() + " " + at.to()) && !known.isRepeatTold) {
                known.isRepeatTold = true;
                findings.error(
                        at,
                        "P12",
                        "the " + response.status() + " with RSeq " + rseq
                                + " is sent again although its PRACK was answered",
                        "the matching PRACK stops the repeats");
            }
            return;
        }
        if (!seen.offersReliable) {
            findings.error(
                    at,
                    "P2",
                    "reliable, but the INVITE does not offer 100rel",
                    "only if Supported or Require has 100rel");
        }
        if (tag.isEmpty()) {
            findings.error(at, "P5", "a reliable response without a tag in To", "it makes an early dialog: a tag");
        }
        if (response.headers().find(HeaderName.CONTACT).isEmpty()) {
            findings.warning(at, "P5", "a reliable response without Contact", "the PRACK goes to the Contact");
        }
        number(at, branch, rseq);
        if (seen.hasFinal) {
            findings.error(
                    at, "P14", "a new reliable response after the final one", "nothing new after the final response");
        }
        branch.byRseq.values().stream()
                .filter(each -> each.prack.isEmpty())
                .findFirst()
                .ifPresent(each -> findings.error(
                        at,
                        "P9",
                        "RSeq " + rseq + " is sent before RSeq "
                                + each.response
                                        .headers()
                                        .findNumber(HeaderName.RSEQ)
                                        .orElse(0L) + " was acknowledged",
                        "one reliable response at a time"));
        branch.lastRseq = rseq;
        ReliableSeen reliable = new ReliableSeen(at, response);
        branch.byRseq.put(rseq, reliable);
        repeated(at, reliable, seen.copies);
    }

    /** A reliable response on one of its hops, for the first time or again. */
    private void repeated(CapturedMessage at, ReliableSeen seen, int invites) {
        if (at.micros() < 0 || !seen.answeredBy.isEmpty()) {
            return;
        }
        String hop = at.from() + " " + at.to();
        RepeatTimes times = seen.times.putIfAbsent(hop, new RepeatTimes(at.micros()));
        if (times != null && !times.fits(at.micros(), invites) && !seen.areTimesTold) {
            seen.areTimesTold = true;
            findings.warning(
                    at,
                    "P7",
                    "the " + seen.response.status() + " is sent again " + times.millisSince(at.micros())
                            + " ms after the last time",
                    "0.5 s after the first time, then after twice as long each time, beyond 4 s too");
        }
    }

    private void number(CapturedMessage at, BranchSeen branch, long rseq) {
        if (branch.lastRseq < 0 && (rseq == 0 || rseq > 0x7FFF_FFFFL)) {
            findings.error(at, "P6", "the first RSeq is " + rseq, "1 to 2147483647");
        } else if (branch.lastRseq >= 0 && rseq != branch.lastRseq + 1) {
            findings.error(
                    at,
                    "P6",
                    "RSeq " + rseq + " after " + branch.lastRseq,
                    "one higher within an INVITE and To tag: " + (branch.lastRseq + 1));
        }
    }

    private void prack(CapturedMessage at, SipRequest request) {
        Optional<RAck> rack = RAck.find(request.header(HeaderName.RACK));
        if (rack.isEmpty()) {
            return;
        }
        String identity = request.header(HeaderName.CSEQ);
        InviteSeen seen = invites.get(invite(request, rack.get().cseq().number()));
        ReliableSeen meant = find(request, rack.get()).orElse(null);
        if (meant == null) {
            findings.error(
                    at,
                    "P11",
                    "RAck " + rack.get() + " acknowledges no response in this capture"
                            + (seen == null ? "" : nearest(seen)),
                    "RSeq, then CSeq and method of a response that waits for its PRACK");
            return;
        }
        if (request.cseqNumber() <= rack.get().cseq().number()) {
            findings.error(
                    at,
                    "P10",
                    "CSeq " + request.cseqNumber() + " is not above that of the INVITE, "
                            + rack.get().cseq().number(),
                    "a PRACK is a request of its own within the dialog");
        }
        if (!meant.prack.isEmpty() && !meant.prack.equals(identity)) {
            findings.error(
                    at,
                    "P13",
                    "a second PRACK for RSeq " + rack.get().rseq(),
                    "a copy of a response that was acknowledged is dropped");
        }
        meant.prack = identity;
        pracks.put(prackKey(request), meant);
    }

    private static String nearest(InviteSeen seen) {
        return seen.branches.values().stream()
                .filter(branch -> branch.lastRseq >= 0)
                .findFirst()
                .map(branch -> "; the last RSeq was " + branch.lastRseq)
                .orElse("");
    }

    private Optional<ReliableSeen> find(SipMessage message, RAck rack) {
        InviteSeen seen = invites.get(invite(message, rack.cseq().number()));
        if (seen == null || !rack.cseq().method().equals("INVITE")) {
            return Optional.empty();
        }
        BranchSeen branch = seen.branches.get(message.headers().tag(HeaderName.TO));
        return branch == null ? Optional.empty() : Optional.ofNullable(branch.byRseq.get(rack.rseq()));
    }

    private void prackAnswer(CapturedMessage at, SipResponse response) {
        if (response.isSuccess()) {
            ReliableSeen meant = pracks.get(prackKey(response));
            if (meant != null) {
                meant.answeredBy.add(at.from() + " " + at.to());
            } else {
                findings.error(
                        at,
                        "P11",
                        "a PRACK that acknowledges nothing is answered " + response.status(),
                        "481 Call/Transaction Does Not Exist");
            }
        }
    }

    private static String prackKey(SipMessage message) {
        return message.header(HeaderName.CALL_ID) + " " + message.header(HeaderName.CSEQ) + " "
                + message.headers().tag(HeaderName.FROM);
    }

    @Override
    public void end() {
        for (InviteSeen seen : invites.values()) {
            for (BranchSeen branch : seen.branches.values()) {
                branch.byRseq.forEach((rseq, each) -> {
                    if (each.prack.isEmpty()) {
                        findings.error(
                                each.at,
                                "P12",
                                "the " + each.response.status() + " with RSeq " + rseq + " is never acknowledged",
                                "PRACK with RAck: " + rseq + " " + each.response.header(HeaderName.CSEQ)
                                        + "; without it the INVITE is refused after 32 s (P8)");
                        long judged = Math.min(lastMicros, seen.finalMicros);
                        if (each.at.micros() >= 0 && judged > each.at.micros() + PATIENCE_MICROS) {
                            findings.error(
                                    each.at,
                                    "P8",
                                    "no PRACK came for 32 s, and the INVITE is not refused",
                                    "a 5xx, such as 504, and no more repeats");
                        }
                    }
                });
            }
        }
    }
}
