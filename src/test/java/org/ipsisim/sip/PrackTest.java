package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.OutgoingCall.Offer;
import org.ipsisim.sip.call.PrackPolicy;
import org.ipsisim.sip.call.ProvisionalAcks;
import org.ipsisim.sip.call.ReliableResponses;
import org.ipsisim.sip.message.CSeq;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.RAck;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.ServerTransaction;
import org.ipsisim.sip.transaction.SipTimers;
import org.ipsisim.sip.transaction.SipTransport;
import org.ipsisim.sip.transaction.Transactions;
import org.junit.jupiter.api.Test;

/** Provisional responses that are acknowledged, at both ends and through the proxy (RFC 3262). */
class PrackTest {
    private static final Offer REQUIRES = new Offer(Offer.Option.REQUIRED, true);
    private static final Offer PLAIN = new Offer(Offer.Option.NONE, true);
    private static final Offer WITHOUT_SESSION = new Offer(Offer.Option.SUPPORTED, false);
    private static final Answering SLOW = new Answering(PrackPolicy.IF_SUPPORTED, 60_000, 1);

    /** One INVITE at the end that answers it, by hand. */
    private static final class Callee implements Transactions.User {
        final Agenda agenda = new Agenda();
        final List<SipResponse> sent = new ArrayList<>();
        final List<Long> times = new ArrayList<>();
        final List<String> failures = new ArrayList<>();
        final ReliableResponses reliable;
        private ServerTransaction invite;

        Callee(long firstRseq) {
            Transactions transactions = new Transactions(
                    new SipTimers(agenda),
                    (message, to) -> {
                        sent.add((SipResponse) message);
                        times.add(agenda.now());
                    },
                    Journal.NONE,
                    this);
            transactions.receive(
                    Bench.message("INVITE sip:6002@10.0.1.2 SIP/2.0\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1\n"
                            + "From: <sip:6001@example.com>;tag=a\nTo: <sip:6002@example.com>\nCall-ID: c\n"
                            + "CSeq: 7 INVITE\nSupported: 100rel\n\n"),
                    Bench.SERVER);
            reliable = new ReliableResponses(
                    transactions, invite, firstRseq, () -> failures.add("given up at " + agenda.now()));
        }

        @Override
        public void received(ServerTransaction transaction) {
            invite = transaction;
        }

        @Override
        public void receivedAck(SipRequest ack, Hop from) {}

        SipResponse response(int status) {
            return invite.request().response(status, "b");
        }

        SipResponse session(int status) {
            SipResponse plain = response(status);
            return new SipResponse(status, plain.reason(), plain.headers(), "v=0");
        }

        int prack(String rack) {
            SipRequest prack = (SipRequest)
                    Bench.message("PRACK sip:6002@10.0.1.2 SIP/2.0\nCSeq: 8 PRACK\nRAck: " + rack + "\n\n");
            return reliable.acknowledge(prack).status();
        }

        List<Integer> statuses() {
            return sent.stream().map(SipResponse::status).toList();
        }
    }

    @Test
    void P01_a100IsNeverReliable() {
        Callee callee = new Callee(1);
        assertThatThrownBy(() -> callee.reliable.send(callee.response(100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P1");
        assertThatThrownBy(() -> callee.reliable.send(callee.response(200)))
                .isInstanceOf(IllegalArgumentException.class);

        SipResponse odd =
                callee.response(100).plus(HeaderName.REQUIRE, "100rel").plus(HeaderName.RSEQ, 1);
        assertThat(new ProvisionalAcks().take(odd)).isEmpty();
    }

    @Test
    void P02_withoutAnOfferNothingIsReliable() {
        Calls calls = Calls.ready(new Bench(), Calls.RELIABLE).begin(PLAIN).run(10_000);

        assertThat(calls.bench.first("180").headers().find("RSeq")).isEmpty();
        assertThat(calls.bench.all("PRACK")).isEmpty();
        assertThat(calls.bench.outcomes).contains("answered");
    }

    @Test
    void P03_whoIsRequiredToAndWillNotAnswers420() {
        Calls calls = Calls.ready(new Bench(), Calls.NORMAL).begin(REQUIRES).run(10_000);
        assertThat(calls.bench.first("420").header("Unsupported")).isEqualTo("100rel");
        assertThat(calls.bench.outcomes).containsExactly("progressed 100", "refused 420");

        Calls willing = Calls.ready(new Bench(), Calls.RELIABLE).begin(REQUIRES).run(10_000);
        assertThat(((SipResponse) willing.bench.first("180")).isReliable()).isTrue();
    }

    @Test
    void P04_whoInsistsAnswers421() {
        Calls calls = Calls.ready(new Bench(), new Answering(PrackPolicy.REQUIRED, 4000, 1))
                .begin(PLAIN)
                .run(10_000);

        assertThat(calls.bench.first("421").header("Require")).isEqualTo("100rel");
    }

    @Test
    void P05_aReliable180HasRequireRSeqTagAndContact() {
        SipResponse ringing =
                (SipResponse) Calls.begun(Calls.RELIABLE).run(1000).bench.first("180");

        assertThat(ringing.headers().list("Require")).containsExactly("100rel");
        assertThat(ringing.headers().count("RSeq")).isEqualTo(1);
        assertThat(ringing.headers().tag("To")).isNotEmpty();
        assertThat(ringing.headers().address("Contact")).isPresent();
    }

    @Test
    void P06_rseqBeginsAtADrawAndRisesByOne() {
        Callee callee = new Callee(41);
        callee.reliable.send(callee.response(180));
        callee.prack("41 7 INVITE");
        callee.reliable.send(callee.response(183));
        assertThat(callee.sent).extracting(Bench::rseq).containsExactly(41L, 42L);

        Answering drawn = new Answering(PrackPolicy.IF_SUPPORTED, 1000, 0);
        assertThat(Bench.rseq(Calls.begun(drawn).run(1000).bench.first("180"))).isBetween(2L, (1L << 31) - 1);
        assertThatThrownBy(() -> new Callee(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Callee(1L << 31)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void P07_theSameBytesAreSentAtDoublingTimesWithoutCeiling() {
        Callee callee = new Callee(1);
        callee.reliable.send(callee.response(180));

        callee.agenda.runUntil(100_000);

        assertThat(callee.times).containsExactly(0L, 500L, 1500L, 3500L, 7500L, 15_500L, 31_500L);
        assertThat(callee.sent)
                .extracting(SipMessage::text)
                .containsOnly(callee.sent.get(0).text());
    }

    @Test
    void P07_alsoOverTcp() {
        Bench bench = new Bench();
        bench.transport = SipTransport.TCP;
        Calls calls = Calls.ready(bench, Calls.RELIABLE);
        calls.begin(Offer.USUAL);
        bench.fate = (number, from, to, message) ->
                message.startLine().contains(" 180 ") && bench.agenda.now() < calls.start + 1000 ? -1 : Bench.DELAY;
        calls.run(10_000);

        assertThat(calls.times("180", bench.hop(6002))).containsExactly(20L, 520L, 1520L);
        assertThat(calls.times("INVITE", bench.hop(6001)))
                .as("TCP repeats nothing else")
                .hasSize(1);
    }

    @Test
    void P08_withoutAPrackTheCallIsRefusedAfter32Seconds() {
        Calls calls = Calls.ready(new Bench(), SLOW).begin(Offer.USUAL);
        calls.bench.fate = (number, from, to, message) -> message.method().equals("PRACK") ? -1 : Bench.DELAY;
        calls.run(32_100);

        assertThat(calls.times("504", calls.bench.hop(6002))).containsExactly(32_020L);
        assertThat(calls.bench.outcomes).endsWith("refused 504");
    }

    @Test
    void P09_theSecondReliableResponseWaitsForThePrackOfTheFirst() {
        Callee callee = new Callee(1);
        callee.reliable.send(callee.response(180));
        callee.reliable.send(callee.response(183));
        callee.agenda.runUntil(400);
        assertThat(callee.statuses()).containsExactly(180);

        assertThat(callee.prack("1 7 INVITE")).isEqualTo(200);

        assertThat(callee.statuses()).containsExactly(180, 183);
        assertThat(Bench.rseq(callee.sent.get(1))).isEqualTo(2);
    }

    @Test
    void P10_aPrackIsARequestOfItsOwnWithinTheDialog() {
        Calls calls = Calls.begun(Calls.RELIABLE, 6);
        SipMessage prack = calls.run(10_000).bench.first("PRACK");

        assertThat(prack.cseqNumber()).isEqualTo(2);
        assertThat(prack.headers().tag("To")).isNotEmpty();
        assertThat(prack.header("Route")).startsWith("<sip:10.0.0.1:5060;lr");
        assertThat(calls.times("PRACK", calls.bench.hop(6001)))
                .as("lost once, and sent again by timer E")
                .containsExactly(40L, 540L);
        assertThat(calls.bench.all("200"))
                .anySatisfy(ok -> assertThat(ok.method()).isEqualTo("PRACK"));
    }

    @Test
    void P11_allThreePartsOfRAckMustMatch() {
        Callee callee = new Callee(5);
        callee.reliable.send(callee.response(180));

        for (String wrong : List.of("4 7 INVITE", "6 7 INVITE", "5 8 INVITE", "5 7 UPDATE", "rubbish")) {
            assertThat(callee.prack(wrong)).as(wrong).isEqualTo(481);
        }
        assertThat(callee.reliable.isPending()).isTrue();
        assertThat(callee.prack("5 7 INVITE")).isEqualTo(200);
        assertThat(callee.prack("5 7 INVITE")).as("acknowledged already").isEqualTo(481);
    }

    @Test
    void P12_theMatchingPrackStopsTheRepeatsAndAWrongOneDoesNot() {
        Callee callee = new Callee(1);
        callee.reliable.send(callee.response(180));
        callee.agenda.runUntil(100);
        callee.prack("9 7 INVITE");
        callee.agenda.runUntil(600);
        assertThat(callee.times).containsExactly(0L, 500L);

        callee.prack("1 7 INVITE");
        callee.agenda.runUntil(100_000);

        assertThat(callee.times).containsExactly(0L, 500L);
        assertThat(callee.failures).isEmpty();
    }

    @Test
    void P13_aCopyIsNotAcknowledgedAgainAndAGapIsNotAcknowledgedAtAll() {
        Callee callee = new Callee(1);
        SipResponse plain = callee.response(180).plus(HeaderName.REQUIRE, "100rel");
        ProvisionalAcks acks = new ProvisionalAcks();

        assertThat(acks.take(plain.plus(HeaderName.RSEQ, 10))).contains(new RAck(10, new CSeq(7, "INVITE")));
        assertThat(acks.take(plain.plus(HeaderName.RSEQ, 10))).as("a copy").isEmpty();
        assertThat(acks.take(plain.plus(HeaderName.RSEQ, 12)))
                .as("11 is missing")
                .isEmpty();
        assertThat(acks.take(plain.plus(HeaderName.RSEQ, 11))).isNotEmpty();
        assertThat(acks.take(plain.plus(HeaderName.RSEQ, 12))).isNotEmpty();
        assertThat(acks.take(plain.plus(HeaderName.RSEQ, 9))).as("an old one").isEmpty();
    }

    @Test
    void P13_aRepeated180EarnsOnePrack() {
        Calls calls = Calls.begun(Calls.RELIABLE);
        calls.bench.fate = (number, from, to, message) ->
                message.method().equals("PRACK") && calls.bench.agenda.now() < calls.start + 2000 ? -1 : Bench.DELAY;
        calls.run(20_000);

        assertThat(calls.times("180", calls.bench.hop(6002)).size()).isGreaterThan(2);
        assertThat(calls.bench.all("PRACK").stream()
                        .filter(prack -> prack.headers().list("Via").size() == 1)
                        .map(SipMessage::branch)
                        .distinct())
                .hasSize(1);
        assertThat(calls.bench.outcomes.stream().filter("progressed 180"::equals))
                .hasSize(1);
    }

    @Test
    void P14_afterTheFinalResponseNothingNewIsSentButALatePrackIsAnswered() {
        Callee callee = new Callee(1);
        callee.reliable.send(callee.response(180));
        callee.reliable.send(callee.response(183));
        callee.agenda.runUntil(100);
        callee.reliable.close();
        callee.reliable.send(callee.response(181));
        callee.agenda.runUntil(100_000);
        assertThat(callee.statuses()).as("no repeats, no 183, no 181").containsExactly(180);
        assertThat(callee.failures).isEmpty();

        assertThat(callee.prack("1 7 INVITE")).isEqualTo(200);
        assertThat(callee.statuses()).containsExactly(180);
    }

    @Test
    void P15_a200WaitsForTheSessionDescriptionThatIsNotAcknowledged() {
        Callee callee = new Callee(1);
        callee.reliable.send(callee.response(180));
        assertThat(callee.reliable.maySucceed()).isTrue();
        callee.prack("1 7 INVITE");
        callee.reliable.send(callee.session(183));
        assertThat(callee.reliable.maySucceed()).isFalse();
        callee.prack("2 7 INVITE");
        assertThat(callee.reliable.maySucceed()).isTrue();

        Calls calls = Calls.ready(new Bench(), Calls.RELIABLE).begin(WITHOUT_SESSION);
        calls.bench.fate = (number, from, to, message) ->
                message.method().equals("PRACK") && calls.bench.agenda.now() < calls.start + 6000 ? -1 : Bench.DELAY;
        calls.run(20_000);
        assertThat(calls.times("200", calls.bench.hop(6002)).get(1))
                .as("the INVITE's 200, after the PRACK's, not when the phone was picked up at 4020")
                .isBetween(6000L, 8000L);
        assertThat(calls.bench.outcomes).contains("answered");
    }

    @Test
    void P16_theOfferRidesInTheReliableResponseIfTheInviteHadNone() {
        Calls calls =
                Calls.ready(new Bench(), Calls.RELIABLE).begin(WITHOUT_SESSION).run(10_000);

        assertThat(calls.bench.first("INVITE").body()).isEmpty();
        assertThat(calls.bench.first("180").body()).startsWith("v=0");
        assertThat(calls.bench.first("PRACK").body()).startsWith("v=0");
        assertThat(calls.bench.first("PRACK").header("Content-Type")).isEqualTo("application/sdp");
        assertThat(calls.bench.all("200"))
                .filteredOn(ok -> ok.method().equals("INVITE"))
                .isNotEmpty()
                .allSatisfy(ok -> assertThat(ok.body()).isEmpty());
    }

    @Test
    void P17_theFinalResponseHasNothingOfIt() {
        Calls calls = Calls.begun(Calls.RELIABLE).run(10_000);

        assertThat(calls.bench.all("200")).isNotEmpty().allSatisfy(ok -> {
            assertThat(ok.headers().find("RSeq")).isEmpty();
            assertThat(ok.headers().find("Require").filter("100rel"::equals)).isEmpty();
        });
        assertThat(calls.bench.first("PRACK").headers().find("RAck")).contains("1 1 INVITE");
    }

    @Test
    void P18_theProxyPassesItOn() {
        Calls calls = Calls.begun(Calls.RELIABLE).run(10_000);

        for (String kind : List.of("180", "PRACK")) {
            List<SipMessage> both = calls.bench.all(kind);
            assertThat(both).hasSize(2);
            assertThat(both.get(1).header("RSeq")).isEqualTo(both.get(0).header("RSeq"));
            assertThat(both.get(1).header("RAck")).isEqualTo(both.get(0).header("RAck"));
        }
    }

    @Test
    void aWholeCallMessageByMessage() {
        Calls calls = Calls.begun(Calls.RELIABLE).run(10_000);
        calls.call.hangUp();
        calls.run(11_000);

        assertThat(calls.flow())
                .containsExactly(
                        "0 1>sm INVITE",
                        "10 sm>1 100 INVITE",
                        "10 sm>2 INVITE",
                        "20 2>sm 180 INVITE",
                        "30 sm>1 180 INVITE",
                        "40 1>sm PRACK",
                        "50 sm>2 PRACK",
                        "60 2>sm 200 PRACK",
                        "70 sm>1 200 PRACK",
                        "4020 2>sm 200 INVITE",
                        "4030 sm>1 200 INVITE",
                        "4040 1>sm ACK",
                        "4050 sm>2 ACK",
                        "10000 1>sm BYE",
                        "10010 sm>2 BYE",
                        "10020 2>sm 200 BYE",
                        "10030 sm>1 200 BYE");
        assertThat(calls.bench.outcomes).containsExactly("progressed 100", "progressed 180", "answered", "ended");
    }

    @Test
    void theRSeqOfEachBranchOfAForkIsCountedByItself() {
        Bench bench = new Bench();
        Calls calls = Calls.ready(bench, new Answering(PrackPolicy.IF_SUPPORTED, 4000, 100));
        bench.register(bench.device(6002, 9, new Answering(PrackPolicy.IF_SUPPORTED, 8000, 500)));
        bench.outcomes.clear();
        int before = bench.transfers().size();
        calls.begin(Offer.USUAL);
        bench.run(bench.agenda.now() + 3000);

        assertThat(bench.all("PRACK").stream()
                        .map(prack -> prack.header("RAck"))
                        .distinct())
                .containsExactlyInAnyOrder("100 1 INVITE", "500 1 INVITE");
        assertThat(bench.transfers().size()).isGreaterThan(before);
        assertThat(Optional.of(bench.all("481")))
                .hasValueSatisfying(none -> assertThat(none).isEmpty());
    }
}
