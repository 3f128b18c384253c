package org.ipsisim.sip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.capture.PcapFile;
import org.ipsisim.sip.lint.SipLint;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.transaction.Transfer;

/** A capture that can be spoiled. */
final class Trace {
    private final List<CapturedMessage> messages = new ArrayList<>();

    Trace(Bench bench) {
        for (Transfer transfer : bench.transfers()) {
            add(transfer.sentAt(), transfer.from().toString(), transfer.to().toString(), transfer.message());
        }
    }

    void add(long millis, String from, String to, SipMessage message) {
        messages.add(new CapturedMessage(messages.size() + 1, 0, 1000 * millis, from, to, message, ""));
    }

    static boolean is(SipMessage message, String kind) {
        return kind.equals(
                message instanceof SipResponse response
                        ? response.status() + " " + response.method()
                        : message.method());
    }

    /** Every message of a kind, changed. */
    Trace changed(String kind, UnaryOperator<SipMessage> change) {
        messages.replaceAll(at -> is(at.message(), kind)
                ? new CapturedMessage(at.frame(), 0, at.micros(), at.from(), at.to(), change.apply(at.message()), "")
                : at);
        return this;
    }

    Trace set(String kind, String name, Object value) {
        return changed(kind, message -> message.withHeaders(message.headers().with(name, value)));
    }

    Trace without(String kind) {
        messages.removeIf(at -> is(at.message(), kind));
        return this;
    }

    /** Without every n-th message of a kind, beginning with the first. */
    Trace withoutEvery(String kind, int n) {
        int[] seen = {0};
        messages.removeIf(at -> is(at.message(), kind) && seen[0]++ % n == 0);
        return this;
    }

    /** The reliable 180 of the callee once, and again so many milliseconds later. */
    Trace repeatedAt(long... millis) {
        CapturedMessage first = messages.stream()
                .filter(at -> is(at.message(), "180 INVITE"))
                .findFirst()
                .orElseThrow();
        without("180 INVITE");
        add(first.micros() / 1000, first.from(), first.to(), first.message());
        for (long later : millis) {
            add(first.micros() / 1000 + later, first.from(), first.to(), first.message());
        }
        messages.sort(Comparator.comparingLong(CapturedMessage::micros));
        return this;
    }

    /** The n-th message of a kind once more, changed, a while after the end. */
    Trace again(String kind, int number, UnaryOperator<SipMessage> change) {
        CapturedMessage meant = messages.stream()
                .filter(at -> is(at.message(), kind))
                .skip(number - 1)
                .findFirst()
                .orElseThrow();
        long last = messages.get(messages.size() - 1).micros() / 1000;
        add(last + 1000, meant.from(), meant.to(), change.apply(meant.message()));
        return this;
    }

    List<String> found() {
        return SipLint.check(new Capture(messages, 0)).findings().stream()
                .map(finding -> finding.severity() + " " + finding.rule())
                .distinct()
                .toList();
    }

    /** All messages so far. */
    List<CapturedMessage> messages() {
        return messages;
    }

    /** Without the registrations. */
    Trace calls() {
        messages.removeIf(at -> at.message().method().equals("REGISTER"));
        return this;
    }

    private int first(String kind) {
        int index = 0;
        while (!is(messages.get(index).message(), kind)) {
            index++;
        }
        return index;
    }

    /** The first message of a kind again, so many milliseconds later. */
    Trace repeatedAfter(String kind, long... millis) {
        CapturedMessage first = messages.get(first(kind));
        for (long later : millis) {
            add(first.micros() / 1000 + later, first.from(), first.to(), first.message());
        }
        messages.sort(Comparator.comparingLong(CapturedMessage::micros));
        return this;
    }

    /** Another PRACK for the response that was acknowledged, and for which a copy comes. */
    Trace secondPrack() {
        CapturedMessage prack = messages.get(first("PRACK"));
        SipMessage second = prack.message()
                .withHeaders(prack.message()
                        .headers()
                        .with("CSeq", "3 PRACK")
                        .with("Via", "SIP/2.0/UDP 10.0.1.1:5060;branch=z9hG4bKsecond"));
        repeatedAfter("180 INVITE", 5);
        add(prack.micros() / 1000 + 5, prack.from(), prack.to(), second);
        messages.sort(Comparator.comparingLong(CapturedMessage::micros));
        return this;
    }

    /** A reliable 183 right after the reliable 180, before the PRACK for that. */
    Trace earlyProgress() {
        CapturedMessage ringing = messages.get(first("180 INVITE"));
        long rseq = Bench.rseq(ringing.message());
        SipResponse progress = new SipResponse(
                183, "Session Progress", ringing.message().headers().with("RSeq", rseq + 1), "");
        CapturedMessage prack = messages.get(first("PRACK"));
        add(ringing.micros() / 1000 + 5, ringing.from(), ringing.to(), progress);
        SipMessage second = prack.message()
                .withHeaders(prack.message()
                        .headers()
                        .with("CSeq", "3 PRACK")
                        .with("RAck", rseq + 1 + " 1 INVITE")
                        .with("Via", "SIP/2.0/UDP 10.0.1.1:5060;branch=z9hG4bKsecond"));
        add(prack.micros() / 1000 + 5, prack.from(), prack.to(), second);
        messages.sort(Comparator.comparingLong(CapturedMessage::micros));
        return this;
    }

    /** Without the PRACKs for a response, and their answers. */
    Trace withoutPracksOf(String rack) {
        List<String> gone = messages.stream()
                .filter(at -> at.message().header("RAck").equals(rack))
                .map(at -> at.message().header("CSeq") + at.message().headers().tag("To"))
                .toList();
        messages.removeIf(at -> gone.contains(
                at.message().header("CSeq") + at.message().headers().tag("To")));
        return this;
    }

    /** A pcap file of the messages, from 1 January 2016 on. */
    byte[] pcap() {
        return PcapFile.write(messages.stream()
                .map(at -> new PcapFile.Sent(
                        1_451_606_400_000_000L + at.micros(),
                        host(at.from()),
                        5060,
                        host(at.to()),
                        5060,
                        false,
                        at.message().bytes()))
                .toList());
    }

    private static String host(String address) {
        return address.substring(0, address.lastIndexOf(':'));
    }
}
