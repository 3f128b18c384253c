package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.OutgoingCall.Offer;
import org.ipsisim.sip.call.PrackPolicy;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.SipTransport;
import org.junit.jupiter.api.Test;

/** The stateful proxy: forking, CANCEL, Record-Route, and whom it relays for. */
class ProxyTest {
    private static final Answering SLOW = new Answering(PrackPolicy.NEVER, 20_000, 1);
    private final Bench bench = new Bench();

    @Test
    void S24_allDevicesRingAndTheFirstAnswerCancelsTheRest() {
        Calls calls = Calls.ready(bench, SLOW);
        bench.register(bench.device(6002, 9, Calls.NORMAL));
        bench.outcomes.clear();
        int first = bench.transfers().size() + 1;
        calls.begin(Offer.USUAL);
        bench.run(bench.agenda.now() + 10_000);

        assertThat(bench.flow(first).stream().map(line -> line.substring(line.indexOf(' ') + 1)))
                .containsExactly(
                        "1>sm INVITE",
                        "sm>1 100 INVITE",
                        "sm>2 INVITE",
                        "sm>9 INVITE",
                        "2>sm 180 INVITE",
                        "9>sm 180 INVITE",
                        "sm>1 180 INVITE",
                        "sm>1 180 INVITE",
                        "9>sm 200 INVITE",
                        "sm>1 200 INVITE",
                        "sm>2 CANCEL",
                        "1>sm ACK",
                        "2>sm 200 CANCEL",
                        "2>sm 487 INVITE",
                        "sm>9 ACK",
                        "sm>2 ACK");
        assertThat(bench.outcomes).endsWith("answered");
    }

    @Test
    void theCallerCancels() {
        Calls calls = Calls.ready(bench, SLOW).begin(Offer.USUAL).run(2000);
        calls.call.cancel();
        calls.run(60_000);

        assertThat(calls.flow()).contains("2000 1>sm CANCEL", "2010 sm>1 200 CANCEL", "2010 sm>2 CANCEL");
        assertThat(bench.outcomes).endsWith("refused 487");
        assertThat(bench.all("CANCEL"))
                .allSatisfy(cancel -> assertThat(cancel.headers().list("Via")).hasSize(1));
        bench.run(bench.agenda.now() + 60_000);
        assertThat(bench.server.size()).isZero();
    }

    @Test
    void D09_cancelAndAckAreNotChallenged() {
        SipRequest stray = (SipRequest) Bench.message("CANCEL sip:6002@example.com SIP/2.0\n"
                + "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKx\nFrom: <sip:6001@example.com>;tag=1\n"
                + "To: <sip:6002@example.com>\nCall-ID: c\nCSeq: 1 CANCEL\n\n");

        bench.server.receive(stray, new Hop(SipTransport.UDP, "192.0.2.1", 5060));

        assertThat(bench.flow(1)).containsExactly("0 sm>1 481 CANCEL");
    }

    @Test
    void aPhoneThatIsNotRegisteredIsChallengedAndThenMayCall() {
        bench.register(bench.phone(6002, Calls.NORMAL));
        bench.outcomes.clear();
        bench.phone(6001, Calls.NORMAL).call("6002", Bench.SERVER, Offer.USUAL, bench);
        bench.run(bench.agenda.now() + 10_000);

        assertThat(bench.all("407")).hasSize(1);
        assertThat(bench.outcomes).containsExactly("progressed 100", "progressed 180", "answered");
        SipMessage passed = bench.all("INVITE").get(2);
        assertThat(passed.headers().list("Via")).hasSize(2);
        assertThat(passed.headers().find("Proxy-Authorization"))
                .as("not for others to see")
                .isEmpty();
        assertThat(bench.all("INVITE").get(1).cseqNumber()).isEqualTo(2);
    }

    @Test
    void aWrongPasswordGetsNowhere() {
        bench.register(bench.phone(6002, Calls.NORMAL));
        bench.outcomes.clear();
        bench.phone(6001, Calls.NORMAL, "guess").call("6002", Bench.SERVER, Offer.USUAL, bench);
        bench.run(bench.agenda.now() + 60_000);

        assertThat(bench.outcomes).containsExactly("refused 407");
        assertThat(bench.all("407")).hasSize(2);
    }

    @Test
    void nothingIsRelayedForStrangersOrToStrangers() {
        Calls calls = Calls.ready(bench, Calls.NORMAL);
        Hop stranger = new Hop(SipTransport.UDP, "192.0.2.1", 5060);
        String invite = "INVITE sip:6002@%1 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK%2\n"
                + "From: <sip:x@%3>;tag=1\nTo: <sip:6002@example.com>\nCall-ID: c%2\nCSeq: 1 INVITE\n%4\n";

        bench.server.receive(stranger(invite, "example.com", "a", "elsewhere.org", ""), stranger);
        bench.server.receive(
                stranger(invite, "10.0.1.2", "b", "example.com", "Route: <sip:10.0.0.1;lr;call=0000000000000000>\n"),
                stranger);
        bench.server.receive(
                stranger(invite, "victim.org", "c", "example.com", "")
                        .withHeaders(stranger(invite.replace("sip:x", "sip:6001"), "victim.org", "c", "example.com", "")
                                .headers()),
                bench.hop(6001));

        assertThat(calls.flow()).containsExactly("0 sm>1 403 INVITE", "0 sm>1 407 INVITE", "0 sm>1 403 INVITE");
    }

    private static SipRequest stranger(String template, String host, String id, String from, String lines) {
        return (SipRequest) Bench.message(template.replace("%1", host)
                .replace("%2", id)
                .replace("%3", from)
                .replace("%4", lines));
    }

    @Test
    void anUnknownUserIs404AndOneWithoutAPhone480() {
        Calls calls = Calls.ready(bench, Calls.NORMAL);
        calls.caller.call("7777", Bench.SERVER, Offer.USUAL, bench);
        calls.caller.call("6003", Bench.SERVER, Offer.USUAL, bench);
        calls.run(5000);

        assertThat(bench.outcomes).containsExactly("refused 404", "refused 480");
    }

    @Test
    void S22_aCallAfterTheEndOfABindingDoesNotReachIt() {
        Calls calls = Calls.ready(bench, Calls.NORMAL);
        bench.fate = (number, from, to, message) -> message.method().equals("REGISTER") ? -1 : Bench.DELAY;
        bench.outcomes.clear();
        bench.run(calls.start + 890_000);
        calls.caller.call("6002", Bench.SERVER, Offer.USUAL, bench);
        bench.run(calls.start + 896_000);
        assertThat(bench.outcomes).contains("answered");

        bench.outcomes.clear();
        bench.run(calls.start + 900_000);
        calls.caller.call("6002", Bench.SERVER, Offer.USUAL, bench);
        bench.run(calls.start + 910_000);
        assertThat(bench.outcomes).containsExactly("refused 480");
        assertThat(bench.notes).anySatisfy(note -> assertThat(note).contains("S22 the binding sip:6002@"));
    }

    @Test
    void theHopsAreCounted() {
        SipRequest last = (SipRequest) Bench.message("OPTIONS sip:6002@example.com SIP/2.0\n"
                + "Via: SIP/2.0/UDP 10.0.1.1;branch=z9hG4bKx\nFrom: <sip:6001@example.com>;tag=1\n"
                + "To: <sip:6002@example.com>\nCall-ID: c\nCSeq: 1 OPTIONS\nMax-Forwards: 0\n\n");
        bench.server.receive(last, bench.hop(6001));
        assertThat(bench.flow(1)).containsExactly("0 sm>1 483 OPTIONS");

        Calls calls = Calls.ready(bench, Calls.NORMAL).begin(Offer.USUAL).run(100);
        assertThat(bench.all("INVITE"))
                .extracting(invite -> invite.header("Max-Forwards"))
                .containsExactly("70", "69");
        assertThat(calls.flow()).isNotEmpty();
    }

    @Test
    void theServerAnswersOptionsItself() {
        bench.server.receive(
                Bench.message("OPTIONS sip:10.0.0.1 SIP/2.0\nVia: SIP/2.0/UDP 10.0.1.1;branch=z9hG4bKx\n"
                        + "From: <sip:probe@x>;tag=1\nTo: <sip:10.0.0.1>\nCall-ID: c\nCSeq: 1 OPTIONS\n\n"),
                bench.hop(6001));

        assertThat(bench.first("200").header("Allow")).contains("PRACK");
    }

    @Test
    void aServerThatGetsNoAnswerSaysSo() {
        Calls calls = Calls.ready(bench, Calls.NORMAL);
        calls.begin(Offer.USUAL);
        bench.fate = (number, from, to, message) -> to.equals(bench.hop(6002)) ? -1 : Bench.DELAY;
        calls.run(40_000);

        assertThat(bench.outcomes).containsExactly("progressed 100", "refused 408");
        assertThat(calls.times("INVITE", Bench.SERVER)).hasSize(7);
    }
}
