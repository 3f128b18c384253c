package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.Credentials;
import org.ipsisim.sip.digest.DigestAlgorithm;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.digest.Nonces;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.registrar.Authenticator;
import org.ipsisim.sip.registrar.RegistrarPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digest authentication: the RFCs' own numbers, and what a server makes of credentials. */
class DigestTest {
    private static final SipRequest REGISTER = Bench.register("a", 1);

    private final RegistrarPolicy counted =
            RegistrarPolicy.of("example.com").challenges(NonceUse.COUNTED, List.of(DigestAlgorithm.MD5));
    private Authenticator authenticator = authenticator(counted);

    private static Authenticator authenticator(RegistrarPolicy policy) {
        return new Authenticator(
                policy, user -> user.equals("6001") ? Optional.of("secret") : Optional.empty(), Bench.tokens("nonces"));
    }

    private Optional<SipResponse> refusal(SipRequest request, long now) {
        return authenticator.findRefusal(request, "6001", Authenticator.Asker.REGISTRAR, now);
    }

    private Challenge challenge(long now) {
        return Challenge.find(refusal(REGISTER, now).orElseThrow().header(HeaderName.WWW_AUTHENTICATE))
                .orElseThrow();
    }

    private static SipRequest with(Challenge challenge, String password, long count) {
        return with(Credentials.answer(challenge, "6001", password, "REGISTER", REGISTER.uri(), "c0ffee", count));
    }

    private static SipRequest with(Object credentials) {
        return REGISTER.withHeaders(REGISTER.headers().plus(HeaderName.AUTHORIZATION, credentials));
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void D02_theExampleOfRfc7616(String algorithm, String response) {
        Challenge challenge = new Challenge(
                "http-auth@example.org",
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
                DigestAlgorithm.find(algorithm).orElseThrow(),
                true,
                false);
        Credentials answer = Credentials.answer(
                challenge,
                "Mufasa",
                "Circle of Life",
                "GET",
                "/dir/index.html",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
                1);

        assertThat(answer.response()).isEqualTo(response);
        assertThat(answer.isRight("Circle of Life", "GET")).isTrue();
        assertThat(answer.isRight("Circle of Strife", "GET")).isFalse();
    }

    @Test
    void D02_theExampleOfRfc2617() {
        Challenge challenge = new Challenge(
                "testrealm@host.com",
                "dcd98b7102dd2f0e8b11d0f600bfb0c093",
                "5ccc069c403ebaf9f0171e9517f40e41",
                DigestAlgorithm.MD5,
                true,
                false);

        assertThat(Credentials.answer(challenge, "Mufasa", "Circle Of Life", "GET", "/dir/index.html", "0a4f113b", 1)
                        .response())
                .isEqualTo("6629fae49393a05397450978507c4ef1");
    }

    @Test
    void D01_withoutQopNeitherCountNorCnonceIsHashed() {
        Challenge old = new Challenge("example.com", "n0nce", "", DigestAlgorithm.MD5, false, false);

        Credentials one = Credentials.answer(old, "6001", "secret", "REGISTER", "sip:example.com", "first", 1);
        Credentials other = Credentials.answer(old, "6001", "secret", "REGISTER", "sip:example.com", "second", 2);

        assertThat(one).isEqualTo(other);
        assertThat(one.toString()).doesNotContain("nc=").doesNotContain("cnonce");
    }

    @Test
    void D03_aCountThatDoesNotRiseIsAReplay() {
        Challenge challenge = challenge(0);
        assertThat(refusal(with(challenge, "secret", 1), 1)).isEmpty();
        assertThat(refusal(with(challenge, "secret", 2), 2)).isEmpty();

        assertThat(refusal(with(challenge, "secret", 2), 3).orElseThrow().status())
                .isEqualTo(401);
        assertThat(refusal(with(challenge, "secret", 1), 4).orElseThrow().status())
                .isEqualTo(401);
        assertThat(refusal(with(challenge, "secret", 3), 5)).isEmpty();
    }

    @Test
    void D03_theCountHasEightDigitsAndBeginsWithOne() {
        String answer = with(challenge(0), "secret", 1).header(HeaderName.AUTHORIZATION);

        assertThat(answer).contains("nc=00000001");
        assertThat(Credentials.find(answer.replace("nc=00000001", "nc=00000000")))
                .isEmpty();
        assertThat(Credentials.find(answer.replace("nc=00000001", "nc=1"))).isEmpty();
    }

    @Test
    void D03_aOneTimeNonceIsUsedOnce() {
        authenticator = authenticator(counted.challenges(NonceUse.ONE_TIME, List.of(DigestAlgorithm.MD5)));
        Challenge challenge = challenge(0);
        assertThat(refusal(with(challenge, "secret", 1), 1)).isEmpty();

        SipResponse again = refusal(with(challenge, "secret", 2), 2).orElseThrow();

        assertThat(again.header(HeaderName.WWW_AUTHENTICATE)).contains("stale=true");
    }

    @Test
    void D04_anAgedNonceIsStaleAndTheNextOneWorks() {
        Challenge challenge = challenge(0);

        SipResponse late =
                refusal(with(challenge, "secret", 1), Nonces.LIFETIME).orElseThrow();

        Challenge fresh =
                Challenge.find(late.header(HeaderName.WWW_AUTHENTICATE)).orElseThrow();
        assertThat(fresh.stale()).isTrue();
        assertThat(fresh.nonce()).isNotEqualTo(challenge.nonce());
        assertThat(refusal(with(fresh, "secret", 1), Nonces.LIFETIME + 1)).isEmpty();
    }

    @Test
    void D05_aWrongPasswordGetsAFreshChallengeThatIsNotStale() {
        Challenge challenge = challenge(0);

        SipResponse refused = refusal(with(challenge, "guess", 1), 1).orElseThrow();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header(HeaderName.WWW_AUTHENTICATE))
                .doesNotContain("stale")
                .doesNotContain(challenge.nonce());
        assertThat(refusal(with(challenge, "secret", 1), 2))
                .as("a guess uses up nothing")
                .isEmpty();
    }

    @Test
    void D06_theFirstAlgorithmThatIsKnownIsTakenAndNoneMeansMd5() {
        List<String> offered = List.of(
                "Digest realm=\"r\", nonce=\"1\", algorithm=SHA-1024",
                "Basic realm=\"r\"",
                "Digest realm=\"r\", nonce=\"2\", algorithm=sha-256",
                "Digest realm=\"r\", nonce=\"3\"");

        assertThat(Challenge.first(offered).orElseThrow().algorithm()).isEqualTo(DigestAlgorithm.SHA_256);
        assertThat(Challenge.find(offered.get(3)).orElseThrow().algorithm()).isEqualTo(DigestAlgorithm.MD5);

        authenticator = authenticator(
                counted.challenges(NonceUse.COUNTED, List.of(DigestAlgorithm.SHA_512_256, DigestAlgorithm.MD5)));
        assertThat(refusal(REGISTER, 0).orElseThrow().headers().list(HeaderName.WWW_AUTHENTICATE))
                .extracting(value -> Challenge.find(value).orElseThrow().algorithm())
                .containsExactly(DigestAlgorithm.SHA_512_256, DigestAlgorithm.MD5);
    }

    @ParameterizedTest
    @CsvSource({"MD5, 32", "SHA-256, 64", "SHA-512-256, 64"})
    void D07_theLengthOfAResponse(String algorithm, int digits) {
        Challenge challenge =
                new Challenge("r", "n", "", DigestAlgorithm.find(algorithm).orElseThrow(), true, false);

        assertThat(Credentials.answer(challenge, "u", "p", "REGISTER", "sip:r", "c", 1)
                        .response())
                .hasSize(digits)
                .matches("[0-9a-f]+");
    }

    @Test
    void D08_credentialsAreForOneUriAndOneRealm() {
        Challenge challenge = challenge(0);
        Credentials elsewhere =
                Credentials.answer(challenge, "6001", "secret", "REGISTER", "sip:elsewhere.org", "c", 1);
        assertThat(refusal(with(elsewhere), 1).orElseThrow().status()).isEqualTo(400);

        String ofOthers = with(challenge, "secret", 1)
                .header(HeaderName.AUTHORIZATION)
                .replace("realm=\"example.com\"", "realm=\"other.com\"");
        assertThat(refusal(with(ofOthers), 2).orElseThrow().status()).isEqualTo(401);

        Challenge opaque = new Challenge("r", "n", "keep \"this\"", DigestAlgorithm.MD5, true, false);
        String answer = Credentials.answer(opaque, "u", "p", "REGISTER", "sip:r", "c", 1)
                .toString();
        assertThat(Credentials.find(answer).orElseThrow().opaque()).isEqualTo("keep \"this\"");
    }

    @Test
    void aNonceOfSomebodyElseIsOfNoUse() {
        Challenge invented = new Challenge("example.com", "0".repeat(60), "", DigestAlgorithm.MD5, true, false);

        assertThat(refusal(with(invented, "secret", 1), 1).orElseThrow().header(HeaderName.WWW_AUTHENTICATE))
                .contains("stale=true");
    }

    @Test
    void aUserMayNotRegisterAnother() {
        Challenge challenge = challenge(0);

        Optional<SipResponse> refusal =
                authenticator.findRefusal(with(challenge, "secret", 1), "6002", Authenticator.Asker.REGISTRAR, 1);

        assertThat(refusal.orElseThrow().status()).isEqualTo(403);
    }
}
