package org.ipsisim.sip.registrar;

import java.util.Optional;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.Credentials;
import org.ipsisim.sip.digest.DigestAlgorithm;
import org.ipsisim.sip.digest.Nonces;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;

/** Asks for credentials and judges them (D1 to D10). */
public final class Authenticator {
    /** Who asks: the field of the challenge, that of the answer, and the status. */
    public enum Asker {
        REGISTRAR(HeaderName.WWW_AUTHENTICATE, HeaderName.AUTHORIZATION, 401),
        PROXY(HeaderName.PROXY_AUTHENTICATE, HeaderName.PROXY_AUTHORIZATION, 407);

        private final String challenge;
        private final String answer;
        private final int status;

        Asker(String challenge, String answer, int status) {
            this.challenge = challenge;
            this.answer = answer;
            this.status = status;
        }
    }

    private final RegistrarPolicy policy;
    private final SipUsers users;
    private final Tokens tokens;
    private final Nonces nonces;

    public Authenticator(RegistrarPolicy policy, SipUsers users, Tokens tokens) {
        this.policy = policy;
        this.users = users;
        this.tokens = tokens;
        this.nonces =
                new Nonces(policy.challenges().nonceUse(), policy.challenges().nonceLifetime(), tokens);
    }

    /**
     * The response to who has not shown that he is a user; empty if he has, or if nobody asks this user for a password.
     *
     * @param user who he says he is
     */
    public Optional<SipResponse> findRefusal(SipRequest request, String user, Asker asker, long now) {
        if (users.findPassword(user).filter(String::isEmpty).isPresent()) {
            return Optional.empty();
        }
        Optional<Credentials> credentials = request.headers().list(asker.answer).stream()
                .map(Credentials::find)
                .flatMap(Optional::stream)
                .filter(each -> each.realm().equals(policy.domain()))
                .findFirst();
        if (credentials.isEmpty()) {
            return Optional.of(challenge(request, asker, false, now));
        }
        Credentials shown = credentials.get();
        if (!isFor(shown, request)) {
            return Optional.of(request.response(400, tokens.next()));
        }
        boolean right = users.findPassword(shown.user())
                .filter(password -> shown.isRight(password, request.method()))
                .isPresent();
        if (!right || !nonces.accepts(shown, now)) {
            return Optional.of(challenge(request, asker, right, now));
        }
        return shown.user().equals(user) ? Optional.empty() : Optional.of(request.response(403, tokens.next()));
    }

    /** Whether the credentials were made for this request (D8). */
    private static boolean isFor(Credentials credentials, SipRequest request) {
        if (credentials.uri().equals(request.uri())) {
            return true;
        }
        Optional<SipUri> uri = SipUri.find(credentials.uri());
        return uri.isPresent()
                && SipUri.find(request.uri()).filter(uri.get()::isEquivalent).isPresent();
    }

    private SipResponse challenge(SipRequest request, Asker asker, boolean stale, long now) {
        SipResponse response = request.response(asker.status, tokens.next());
        for (DigestAlgorithm algorithm : policy.challenges().algorithms()) {
            Challenge challenge = new Challenge(policy.domain(), nonces.issue(now), "", algorithm, true, stale);
            response = response.plus(asker.challenge, challenge);
        }
        return response;
    }
}
