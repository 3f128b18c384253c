package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.ipsisim.sip.call.UserAgent;
import org.ipsisim.sip.digest.DigestAlgorithm;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.registrar.RegistrarPolicy.TooBrief;
import org.ipsisim.sip.registrar.RegistrationAgent;
import org.junit.jupiter.api.Test;

/** A phone that registers, refreshes and unregisters. */
class RegistrationTest {
    private Bench bench = new Bench();

    private RegistrationAgent registration(NonceUse use) {
        UserAgent phone = bench.phone(6001, Calls.NORMAL);
        return bench.registration(phone, use);
    }

    private List<SipMessage> requests() {
        return bench.all("REGISTER");
    }

    @Test
    void theFlowOfTheArticle() {
        registration(NonceUse.ONE_TIME).register();
        bench.run(1000);

        assertThat(bench.flow(1))
                .containsExactly("0 1>sm REGISTER", "10 sm>1 401 REGISTER", "20 1>sm REGISTER", "30 sm>1 200 REGISTER");
        assertThat(requests().get(0).headers().find("Authorization")).isEmpty();
        assertThat(bench.first("401").header("WWW-Authenticate"))
                .contains("nonce=")
                .contains("algorithm=MD5");
        assertThat(requests().get(1).header("Authorization")).startsWith("Digest username=\"6001\"");
        assertThat(bench.transfers())
                .noneSatisfy(transfer -> assertThat(transfer.message().text()).contains("pw6001"));
        assertThat(bench.outcomes).containsExactly("registered 900");
    }

    @Test
    void S01_S02_whatARegisterSays() {
        registration(NonceUse.ONE_TIME).register();

        SipMessage request = requests().get(0);
        assertThat(request.startLine()).isEqualTo("REGISTER sip:example.com SIP/2.0");
        assertThat(request.headers().address("To").orElseThrow().uri())
                .isEqualTo(request.headers().address("From").orElseThrow().uri());
        assertThat(request.header("Contact")).isEqualTo("<sip:6001@10.0.1.1:5060>");
        assertThat(request.header("Expires")).isEqualTo("900");
    }

    @Test
    void S03_CSeqRisesByOneWithTheCredentialsToo() {
        registration(NonceUse.ONE_TIME).register();
        bench.run(1_000_000);

        assertThat(requests()).hasSizeGreaterThan(4);
        assertThat(requests())
                .extracting(SipMessage::cseqNumber)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, requests().size()).boxed().toList());
        assertThat(requests().stream()
                        .map(request -> request.header("Call-ID") + request.header("From"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void S04_nothingNewIsSentWhileARequestIsUnanswered() {
        bench.fate = (number, from, to, message) -> -1;
        RegistrationAgent registration = registration(NonceUse.ONE_TIME);
        registration.register();
        bench.run(5000);
        registration.register();
        registration.unregister();
        bench.run(6000);

        assertThat(requests().stream().map(SipMessage::text).distinct())
                .as("copies only")
                .hasSize(1);
    }

    @Test
    void S18_anUnansweredRegistrarIsLeftAlone() {
        bench.fate = (number, from, to, message) -> -1;
        registration(NonceUse.ONE_TIME).register();
        bench.run(200_000);

        assertThat(bench.outcomes).containsExactly("unanswered");
        assertThat(requests()).hasSize(11);
    }

    @Test
    void S19_itRefreshesInTheGrantedTime() {
        bench = new Bench(policy -> policy.lifetimes(60, 60, 200, TooBrief.REJECT_423));
        registration(NonceUse.ONE_TIME).register();
        bench.run(101_000);

        assertThat(bench.outcomes).containsExactly("registered 200", "registered 200");
        assertThat(bench.timesOf("REGISTER", bench.hop(6001))).containsExactly(0L, 20L, 100_040L, 100_060L);
    }

    @Test
    void S20_theRefreshGoesWhereTheFirstRequestWent() {
        registration(NonceUse.ONE_TIME).register();
        bench.run(1_000_000);

        assertThat(bench.transfers().stream()
                        .filter(transfer -> requests().contains(transfer.message()))
                        .map(transfer -> transfer.to())
                        .distinct())
                .containsExactly(Bench.SERVER);
    }

    @Test
    void S14_itAsksAgainForTheLeast() {
        bench = new Bench(policy -> policy.lifetimes(1800, 1800, 3600, TooBrief.REJECT_423));
        registration(NonceUse.ONE_TIME).register();
        bench.run(1000);

        assertThat(bench.outcomes).containsExactly("registered 1800");
        assertThat(requests())
                .extracting(request -> request.header("Expires"))
                .containsExactly("900", "900", "1800", "1800");
    }

    @Test
    void D03_aCountedNonceNeedsOneRequestForARefresh() {
        bench = new Bench(policy -> policy.challenges(NonceUse.COUNTED, List.of(DigestAlgorithm.MD5))
                .lifetimes(60, 60, 200, TooBrief.REJECT_423));
        registration(NonceUse.COUNTED).register();
        bench.run(250_000);

        assertThat(bench.all("401")).hasSize(1);
        assertThat(requests()).hasSize(4);
        assertThat(requests().get(2).header("Authorization")).contains("nc=00000002");
        assertThat(requests().get(3).header("Authorization")).contains("nc=00000003");
    }

    @Test
    void D04_aStaleNonceIsReplacedWithoutAsking() {
        bench = new Bench(policy -> policy.challenges(NonceUse.COUNTED, List.of(DigestAlgorithm.MD5)));
        registration(NonceUse.COUNTED).register();
        bench.run(451_000);

        assertThat(bench.outcomes).containsExactly("registered 900", "registered 900");
        assertThat(bench.all("401")).hasSize(2);
        assertThat(bench.all("401").get(1).header("WWW-Authenticate")).contains("stale=true");
    }

    @Test
    void D05_aWrongPasswordIsTriedOnceAndNoMore() {
        UserAgent phone = bench.phone(6001, Calls.NORMAL, "guess");
        bench.registration(phone, NonceUse.ONE_TIME).register();
        bench.run(500_000);

        assertThat(bench.outcomes).containsExactly("refused 401");
        assertThat(requests()).hasSize(2);
    }

    @Test
    void D10_unregisteringIsChallengedAsWell() {
        RegistrationAgent registration = registration(NonceUse.ONE_TIME);
        registration.register();
        bench.run(1000);
        registration.unregister();
        bench.run(2000);

        assertThat(bench.flow(5))
                .containsExactly(
                        "1000 1>sm REGISTER", "1010 sm>1 401 REGISTER", "1020 1>sm REGISTER", "1030 sm>1 200 REGISTER");
        assertThat(bench.server.registrar().size()).isZero();
        assertThat(bench.outcomes).containsExactly("registered 900", "registered 0");
        bench.run(2_000_000);
        assertThat(requests()).as("and nothing is refreshed any more").hasSize(4);
    }
}
