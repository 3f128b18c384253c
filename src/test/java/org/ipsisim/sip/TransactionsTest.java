package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipsisim.sip.call.OutgoingCall.Offer;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.registrar.RegistrationAgent;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Intervals;
import org.ipsisim.sip.transaction.SipTransport;
import org.junit.jupiter.api.Test;

/** What is sent again, and when. */
class TransactionsTest {
    private final Bench bench = new Bench();

    private void deaf(String method) {
        bench.fate = (number, from, to, message) -> message.method().equals(method) ? -1 : Bench.DELAY;
    }

    @Test
    void X01_theTimesOfTheRfc() {
        assertThat(List.of(Intervals.T1, Intervals.T2, Intervals.T4, Intervals.TIMEOUT))
                .containsExactly(500L, 4000L, 5000L, 32_000L);
    }

    @Test
    void X02_anInviteIsSentSevenTimesAndGivenUpAfter32Seconds() {
        deaf("INVITE");
        bench.phone(6001, Calls.NORMAL).call("6002", Bench.SERVER, Offer.USUAL, bench);

        bench.run(31_999);
        assertThat(bench.outcomes).isEmpty();
        bench.run(60_000);

        assertThat(bench.timesOf("INVITE", bench.hop(6001)))
                .containsExactly(0L, 500L, 1500L, 3500L, 7500L, 15_500L, 31_500L);
        assertThat(bench.outcomes).containsExactly("refused 408");
    }

    @Test
    void X02_overTcpItIsSentOnce() {
        bench.transport = SipTransport.TCP;
        deaf("INVITE");
        bench.phone(6001, Calls.NORMAL).call("6002", new Hop(SipTransport.TCP, "10.0.0.1", 5060), Offer.USUAL, bench);

        bench.run(60_000);

        assertThat(bench.timesOf("INVITE", bench.hop(6001))).containsExactly(0L);
        assertThat(bench.outcomes).containsExactly("refused 408");
    }

    @Test
    void X02_aProvisionalResponseStopsTheRepeats() {
        Calls calls = Calls.begun(Calls.NORMAL, 2).run(3_000);

        assertThat(calls.times("INVITE", calls.bench.hop(6001)))
                .as("the 100 was lost, the 180 was not")
                .containsExactly(0L);
    }

    @Test
    void X03_anyOtherRequestIsSentElevenTimes() {
        deaf("REGISTER");
        RegistrationAgent registration = bench.registration(bench.phone(6001, Calls.NORMAL), NonceUse.ONE_TIME);
        registration.register();

        bench.run(60_000);

        assertThat(bench.timesOf("REGISTER", bench.hop(6001)))
                .containsExactly(0L, 500L, 1500L, 3500L, 7500L, 11_500L, 15_500L, 19_500L, 23_500L, 27_500L, 31_500L);
        assertThat(bench.outcomes).containsExactly("unanswered");
    }

    @Test
    void X04_theAnswerToAnInviteIsRepeatedUntilItsAck() {
        Calls calls = Calls.ready(bench, Calls.NORMAL).begin(Offer.USUAL);
        int from = calls.first;
        bench.fate = (number, hop, to, message) ->
                number >= from && message.method().equals("ACK") ? -Bench.DELAY : Bench.DELAY;
        calls.run(60_000);

        assertThat(calls.times("200", bench.hop(6002)).subList(0, 11))
                .as("after T1, doubling to T2; the first at 4020")
                .containsExactly(
                        4020L, 4520L, 5520L, 7520L, 11_520L, 15_520L, 19_520L, 23_520L, 27_520L, 31_520L, 35_520L);
        assertThat(calls.times("BYE", bench.hop(6002)).get(0)).isEqualTo(36_020L);
        assertThat(calls.times("ACK", bench.hop(6001)))
                .as("an ACK for each copy")
                .hasSize(11);
    }

    @Test
    void X04_theAckStopsTheRepeats() {
        Calls calls = Calls.begun(Calls.NORMAL).run(30_000);

        assertThat(calls.times("200", calls.bench.hop(6002))).containsExactly(4020L);
    }

    @Test
    void X05_aLateCopyOfAnAnsweredInviteMakesNoSecondCall() {
        Calls calls = Calls.begun(Calls.NORMAL).run(6_000);
        SipRequest invite =
                (SipRequest) calls.bench.transfers().get(calls.first - 1).message();
        int sent = calls.bench.transfers().size();

        calls.bench.server.receive(invite, calls.bench.hop(6001));
        calls.run(30_000);

        assertThat(calls.bench.transfers()).hasSize(sent);
    }

    @Test
    void X06_aRequestThatComesAgainGetsTheSameAnswer() {
        SipRequest register = Bench.register("a", 1, "Contact: <sip:6001@10.0.1.1>");
        bench.server.receive(register, bench.hop(6001));
        bench.run(1_000);
        bench.server.receive(register, bench.hop(6001));

        assertThat(bench.flow(1)).containsExactly("0 sm>1 401 REGISTER", "1000 sm>1 401 REGISTER again");
    }

    @Test
    void X06_aRefusalIsRepeatedUntilItsAck() {
        UserAgentRefused refused = new UserAgentRefused();
        refused.bench.fate = (number, from, to, message) -> message.method().equals("ACK") ? -1 : Bench.DELAY;
        refused.bench.run(100_000);

        List<Long> times = refused.bench.timesOf("404", Bench.SERVER);
        assertThat(times).startsWith(times.get(0), times.get(0) + 500, times.get(0) + 1500, times.get(0) + 3500);
        assertThat(times).hasSize(11);
        assertThat(refused.bench.timesOf("ACK", refused.bench.hop(6001))).hasSize(11);
        assertThat(refused.bench.outcomes).containsExactly("refused 404");
        assertThat(refused.bench.server.size()).isZero();
    }

    /** A registered phone that calls a user that there is not. */
    private static final class UserAgentRefused {
        private final Bench bench = new Bench();

        UserAgentRefused() {
            var caller = bench.phone(6001, Calls.NORMAL);
            bench.register(caller);
            bench.outcomes.clear();
            caller.call("7777", Bench.SERVER, Offer.USUAL, bench);
        }
    }

    @Test
    void aRequestWithoutWhatItNeedsIsAnsweredWithTheReason() {
        SipRequest good = Bench.register("a", 1);
        bench.server.receive(good.withHeaders(good.headers().without("To")), bench.hop(6001));

        assertThat(bench.first("400").startLine()).isEqualTo("SIP/2.0 400 Bad Request: To is missing");
    }

    @Test
    void aResponseGoesBackToWhereTheRequestCameFrom() {
        Hop behindNat = new Hop(SipTransport.UDP, "192.0.2.7", 31_337);
        SipRequest plain = Bench.register("a", 1);
        bench.server.receive(plain, behindNat);
        SipRequest rport = Bench.register("b", 1);
        bench.server.receive(rport.withHeaders(rport.headers().with("Via", rport.header("Via") + ";rport")), behindNat);

        assertThat(bench.transfers())
                .extracting(transfer -> transfer.to().toString())
                .containsExactly("192.0.2.7:5060", "192.0.2.7:31337");
        assertThat(bench.all("401").get(1).header("Via"))
                .contains(";received=192.0.2.7")
                .contains(";rport=31337");
    }
}
