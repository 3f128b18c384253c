package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.ipsisim.kernel.Draws;
import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.OutgoingCall.Offer;
import org.ipsisim.sip.call.PrackPolicy;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.lint.LintFinding;
import org.ipsisim.sip.lint.LintResult;
import org.ipsisim.sip.lint.Severity;
import org.ipsisim.sip.lint.SipLint;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.registrar.RegistrationAgent;
import org.junit.jupiter.api.Test;

/** Captures of good calls, in which nothing is found, and the same with one fault, which is found. */
class LintTest {
    private static Trace reliableCall() {
        Calls calls = Calls.begun(Calls.RELIABLE).run(10_000);
        calls.call.hangUp();
        calls.run(20_000);
        return new Trace(calls.bench);
    }

    private static Trace registrations() {
        Bench bench = new Bench();
        RegistrationAgent registration = bench.registration(bench.phone(6001, Calls.NORMAL), NonceUse.ONE_TIME);
        registration.register();
        bench.run(460_000);
        return new Trace(bench);
    }

    @Test
    void nothingIsFoundInGoodCalls() {
        assertThat(reliableCall().found()).isEmpty();
        assertThat(registrations().found()).isEmpty();
        Calls lossy = Calls.begun(Calls.RELIABLE, 2, 4, 5, 8, 11, 13, 17).run(60_000);
        assertThat(new Trace(lossy.bench).found()).isEmpty();
        Calls later = Calls.ready(new Bench(), Calls.RELIABLE)
                .begin(new Offer(Offer.Option.SUPPORTED, false))
                .run(10_000);
        assertThat(new Trace(later.bench).found()).isEmpty();
    }

    @Test
    void P12_aResponseThatIsNeverAcknowledged() {
        assertThat(reliableCall().without("PRACK").without("200 PRACK").found()).containsExactly("ERROR P12");
    }

    @Test
    void P11_aPrackThatMatchesNothingAndIsAnswered200() {
        assertThat(reliableCall().set("PRACK", "RAck", "2 1 INVITE").found()).containsExactly("ERROR P12", "ERROR P11");
    }

    @Test
    void P12_theRepeatsGoOnAfterThePrack() {
        assertThat(reliableCall().again("180 INVITE", 1, message -> message).found())
                .containsExactly("ERROR P12");
    }

    /** A call whose PRACKs are all lost, and so 180 sent again at every instant of P7 on both hops. */
    private static Trace unanswered() {
        Calls calls = Calls.ready(new Bench(), new Answering(PrackPolicy.IF_SUPPORTED, 60_000, 1))
                .begin(Offer.USUAL);
        calls.bench.fate = (number, from, to, message) -> message.method().equals("PRACK") ? -1 : Bench.DELAY;
        calls.run(70_000);
        return new Trace(calls.bench).without("PRACK");
    }

    @Test
    void P07_theRepeatsComeAtDoublingTimes() {
        assertThat(unanswered().found()).containsExactly("ERROR P12");
        assertThat(unanswered().withoutEvery("180 INVITE", 3).found())
                .as("some got lost before the capture")
                .containsExactly("ERROR P12");
        assertThat(unanswered().repeatedAt(500, 1000, 1500, 2000).found())
                .as("each 0.5 s")
                .contains("WARNING P7");
        assertThat(unanswered().repeatedAt(500, 1500, 3500, 7500, 11_500).found())
                .as("with the ceiling of timer E")
                .contains("WARNING P7");
        assertThat(unanswered().repeatedAt(500, 1500, 3500, 7500, 15_500).found())
                .doesNotContain("WARNING P7");
    }

    @Test
    void P08_noPrackAndNoRefusal() {
        assertThat(unanswered()
                        .without("504 INVITE")
                        .again("100 INVITE", 1, message -> message)
                        .found())
                .containsExactly("ERROR P12", "ERROR P8");
        assertThat(unanswered()
                        .changed("504 INVITE", message -> new SipResponse(200, "OK", message.headers(), "v=0"))
                        .found())
                .as("refused in time")
                .doesNotContain("ERROR P8");
    }

    @Test
    void P07_X06_underLossNoRepeatIsFoundAtAWrongTime() {
        for (int seed = 0; seed < 300; seed++) {
            Tokens draws = Tokens.of(Draws.ofSeed(seed));
            Calls calls = Calls.ready(new Bench(), Calls.RELIABLE).begin(Offer.USUAL);
            calls.bench.fate =
                    (number, from, to, message) -> (draws.bits() >>> 11) * 0x1.0p-53 < 0.35 ? -1 : Bench.DELAY;
            calls.run(100_000);
            assertThat(new Trace(calls.bench).found()).as("seed %s", seed).doesNotContain("WARNING P7", "ERROR P8");
        }
    }

    @Test
    void P13_aSecondPrackForOneResponse() {
        assertThat(reliableCall()
                        .again(
                                "PRACK",
                                1,
                                message -> message.withHeaders(message.headers()
                                        .with("CSeq", "3 PRACK")
                                        .with("Via", "SIP/2.0/UDP 10.0.1.1:5060;branch=z9hG4bKother")))
                        .found())
                .containsExactly("ERROR P13");
    }

    @Test
    void P09_P06_twoResponsesAtOnceAndAGap() {
        assertThat(reliableCall()
                        .without("PRACK")
                        .without("200 PRACK")
                        .again(
                                "180 INVITE",
                                1,
                                message -> message.withHeaders(message.headers().with("RSeq", 7)))
                        .found())
                .contains("ERROR P9", "ERROR P6", "ERROR P14");
        assertThat(reliableCall().set("180 INVITE", "RSeq", 0).found()).contains("ERROR P6");
    }

    @Test
    void P01_P05_P17_fieldsInTheWrongPlace() {
        assertThat(reliableCall().set("100 INVITE", "RSeq", 1).found()).containsExactly("ERROR P1");
        assertThat(reliableCall().set("200 INVITE", "RSeq", 1).found()).containsExactly("ERROR P17");
        assertThat(reliableCall().set("200 INVITE", "Require", "100rel").found())
                .containsExactly("ERROR P17");
        assertThat(reliableCall().set("BYE", "RAck", "1 1 INVITE").found()).containsExactly("ERROR P17");
        assertThat(reliableCall()
                        .changed(
                                "180 INVITE",
                                message -> message.withHeaders(message.headers().without("Require")))
                        .found())
                .contains("ERROR P5", "ERROR P11");
    }

    @Test
    void P17_theSpellingOfTheArticleIsANote() {
        Trace article = reliableCall()
                .set("INVITE", "Supported", "100Rel")
                .set("180 INVITE", "Require", "100Rel")
                .changed(
                        "180 INVITE",
                        message -> Bench.message(
                                message.text().replace("\r\n", "\n").replace("RSeq:", "Rseq:")))
                .changed(
                        "PRACK",
                        message -> Bench.message(
                                message.text().replace("\r\n", "\n").replace("RAck:", "Rack:")));
        assertThat(article.found()).containsExactly("NOTE P17");

        assertThat(reliableCall()
                        .changed(
                                "180 INVITE",
                                message -> message.withHeaders(
                                        message.headers().without("Require").plus("Requires", "100rel")))
                        .found())
                .contains("ERROR P17");
    }

    @Test
    void P02_P03_whatWasOffered() {
        assertThat(reliableCall()
                        .changed(
                                "INVITE",
                                message -> message.withHeaders(message.headers().without("Supported")))
                        .found())
                .containsExactly("ERROR P2");
        Calls plain = Calls.begun(Calls.NORMAL).run(10_000);
        assertThat(new Trace(plain.bench)
                        .changed(
                                "INVITE",
                                message -> message.withHeaders(
                                        message.headers().without("Supported").plus("Require", "100rel")))
                        .found())
                .containsExactly("ERROR P3");
    }

    @Test
    void P10_aPrackWithTheCSeqOfItsInvite() {
        assertThat(reliableCall()
                        .set("PRACK", "CSeq", "1 PRACK")
                        .set("200 PRACK", "CSeq", "1 PRACK")
                        .found())
                .contains("ERROR P10");
    }

    @Test
    void P15_P16_X07_sessionsInTheWrongPlace() {
        UnaryOperator<SipMessage> empty = message -> message instanceof SipResponse response
                ? new SipResponse(response.status(), response.reason(), response.headers(), "")
                : message;
        assertThat(reliableCall().changed("200 INVITE", empty).found()).containsExactly("ERROR P16");

        UnaryOperator<SipMessage> twoStreams = message -> message instanceof SipResponse response
                ? new SipResponse(
                        response.status(),
                        response.reason(),
                        response.headers(),
                        response.body() + "m=video 0 RTP/AVP 31\r\n")
                : message;
        assertThat(reliableCall().changed("200 INVITE", twoStreams).found()).containsExactly("ERROR X7");

        UnaryOperator<SipMessage> answering = message -> new SipRequest(
                "ACK", ((SipRequest) message).uri(), message.headers().plus("Content-Type", "application/sdp"), "v=0");
        assertThat(reliableCall().changed("ACK", answering).found()).containsExactly("ERROR P16");

        UnaryOperator<SipMessage> early = message -> {
            SipResponse response = (SipResponse) message;
            return new SipResponse(
                    180,
                    "Ringing",
                    response.headers().plus("Content-Type", "application/sdp"),
                    "v=0\r\nm=audio 1 RTP/AVP 0\r\n");
        };
        assertThat(reliableCall()
                        .changed("180 INVITE", early)
                        .without("PRACK")
                        .without("200 PRACK")
                        .found())
                .contains("ERROR P15");
    }

    @Test
    void S03_S08_aRefreshThatIsNone() {
        assertThat(registrations()
                        .again(
                                "REGISTER",
                                2,
                                message -> message.withHeaders(
                                        message.headers().with("Via", "SIP/2.0/UDP 10.0.1.1;branch=z9hG4bKnew")))
                        .found())
                .contains("ERROR S3");
        assertThat(registrations()
                        .again(
                                "REGISTER",
                                1,
                                message -> message.withHeaders(message.headers()
                                        .with("Via", "SIP/2.0/UDP 10.0.1.1;branch=z9hG4bKnew")
                                        .with("Call-ID", "another")))
                        .found())
                .containsExactly("WARNING S8");
        assertThat(registrations()
                        .again(
                                "REGISTER",
                                1,
                                message -> message.withHeaders(message.headers()
                                        .with("Via", "SIP/2.0/UDP 10.0.1.1;branch=z9hG4bKnew")
                                        .with("From", "<sip:6001@example.com>;tag=other")
                                        .with("CSeq", "5 REGISTER")))
                        .found())
                .containsExactly("NOTE S3");
    }

    @Test
    void S01_S04_S05_S11_S13_S14_S17_requestsAndAnswers() {
        assertThat(registrations()
                        .changed("REGISTER", message -> ((SipRequest) message).withUri("sip:6001@example.com"))
                        .found())
                .contains("ERROR S1");
        assertThat(registrations().without("401 REGISTER").found()).contains("WARNING S4");
        assertThat(registrations()
                        .set("200 REGISTER", "Record-Route", "<sip:x;lr>")
                        .found())
                .containsExactly("ERROR S5");
        assertThat(registrations().set("REGISTER", "Contact", "*").found()).contains("ERROR S11");
        assertThat(registrations()
                        .changed(
                                "200 REGISTER",
                                message -> message.withHeaders(message.headers().without("Contact")))
                        .found())
                .containsExactly("ERROR S13");
        assertThat(registrations()
                        .set("200 REGISTER", "Contact", "<sip:6001@10.0.1.1:5060>;expires=7200")
                        .found())
                .containsExactly("WARNING S14");
        assertThat(registrations()
                        .changed("200 REGISTER", message -> new SipResponse(603, "Decline", message.headers(), ""))
                        .found())
                .containsExactly("ERROR S17");
        assertThat(registrations()
                        .changed("200 REGISTER", message -> new SipResponse(423, "Brief", message.headers(), ""))
                        .found())
                .containsExactly("ERROR S14");
    }

    @Test
    void S25_aServerThatAskedForAPauseGetsIt() {
        Trace trace = registrations();
        String phone = trace.messages().get(0).from();
        String server = trace.messages().get(0).to();
        long refused = 1_000_000_000;
        trace.add(refused, phone, server, options("refused"));
        SipMessage refusal = options("refused").response(503);
        trace.add(refused, server, phone, refusal.withHeaders(refusal.headers().with("Retry-After", "60 (busy)")));
        trace.add(refused + 60_000, phone, server, options("in time"));
        trace.add(refused + 1_000, phone, "10.0.0.99:5060", options("elsewhere"));
        assertThat(trace.found()).isEmpty();

        trace.add(refused + 59_000, phone, server, options("early"));
        assertThat(trace.found()).containsExactly("WARNING S25");
    }

    private SipRequest options(String branch) {
        SipHeaders headers = registrations().messages().get(0).message().headers();
        return new SipRequest(
                "OPTIONS",
                "sip:example.com",
                headers.with("CSeq", "900 OPTIONS")
                        .with("Via", "SIP/2.0/UDP 10.0.1.1:5060;branch=z9hG4bK" + branch.replace(" ", "")),
                "");
    }

    @Test
    void S22_aCallToABindingThatHasEnded() {
        Trace trace = reliableCall();
        long end = 901_000;
        CapturedMessage invite = trace.messages().stream()
                .filter(at -> Trace.is(at.message(), "INVITE"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        SipMessage later =
                invite.message().withHeaders(invite.message().headers().with("Call-ID", "later"));
        trace.add(end - 100_000, invite.from(), invite.to(), later);
        assertThat(trace.found()).isEmpty();
        trace.add(
                end + 60_000,
                invite.from(),
                invite.to(),
                later.withHeaders(later.headers().with("Call-ID", "too late")));
        assertThat(trace.found()).containsExactly("ERROR S22");
    }

    @Test
    void D03_D05_D07_D08_D09_credentials() {
        assertThat(registrations()
                        .again(
                                "REGISTER",
                                2,
                                message -> message.withHeaders(message.headers()
                                        .with("Via", "SIP/2.0/UDP 10.0.1.1;branch=z9hG4bKnew")
                                        .with("CSeq", "5 REGISTER")))
                        .found())
                .containsExactly("ERROR D3");

        Trace loop = registrations()
                .changed(
                        "200 REGISTER",
                        message -> new SipResponse(
                                401,
                                "Unauthorized",
                                message.headers().plus("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\""),
                                ""));
        loop.again("REGISTER", 4, LintTest::next);
        loop.again("200 REGISTER".replace("200", "401"), 4, LintTest::next);
        assertThat(loop.found()).contains("ERROR D5");

        assertThat(registrations()
                        .changed("REGISTER", message -> changedCredentials(message, "uri=\"sip:", "uri=\"sip:x."))
                        .found())
                .containsExactly("ERROR D8");
        assertThat(registrations()
                        .changed("REGISTER", message -> changedCredentials(message, "response=\"", "response=\"0"))
                        .found())
                .containsExactly("ERROR D7");
        assertThat(reliableCall()
                        .changed(
                                "200 BYE",
                                message -> new SipResponse(
                                        401,
                                        "Unauthorized",
                                        message.headers()
                                                .with("CSeq", "3 CANCEL")
                                                .plus("WWW-Authenticate", "Digest nonce=\"n\""),
                                        ""))
                        .found())
                .containsExactly("ERROR D9");
    }

    private static SipMessage next(SipMessage message) {
        return message.withHeaders(message.headers()
                .with("Via", "SIP/2.0/UDP 10.0.1.1;branch=z9hG4bKloop")
                .with("CSeq", "5 REGISTER"));
    }

    private static SipMessage changedCredentials(SipMessage message, String from, String to) {
        String value = message.header(HeaderName.AUTHORIZATION);
        return value.isEmpty()
                ? message
                : message.withHeaders(message.headers().with(HeaderName.AUTHORIZATION, value.replace(from, to)));
    }

    @Test
    void whatIsMissingIsNamedWithItsFrame() {
        Trace trace = reliableCall()
                .changed("BYE", message -> message.withHeaders(message.headers().without("Call-ID")));
        LintResult result = SipLint.check(new Capture(trace.messages(), 0));

        LintFinding finding = result.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.rule()).isEqualTo("syntax");
        assertThat(finding.problem()).isEqualTo("Call-ID is missing");
        assertThat(((SipRequest) finding.at().message()).method()).isEqualTo("BYE");
        assertThat(result.count(Severity.ERROR)).isEqualTo(2);
    }
}
