package org.ipsisim.sip.registrar;

import java.util.Optional;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.Credentials;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.message.Via;

/**
 * Writes the REGISTERs of a phone to one registrar: the first and every refresh have the same Call-ID and tag, and CSeq rises
 * by one with each (S3).
 */
public final class RegisterRequests {
    private final PhoneIdentity phone;
    private final Tokens tokens;
    private final String callId;
    private final String tag;
    private long cseq;
    private String nonce = "";
    private long nonceCount;

    /** None is written yet. */
    public RegisterRequests(PhoneIdentity phone, Tokens tokens) {
        this.phone = phone;
        this.tokens = tokens;
        this.callId = tokens.next() + "@" + phone.own().host();
        this.tag = tokens.next();
    }

    /**
     * The next one.
     *
     * @param seconds the lifetime that it asks for; 0 unregisters
     * @param challenge that its credentials answer; without one it has none
     */
    public SipRequest next(long seconds, Optional<Challenge> challenge) {
        cseq++;
        String uri = SipUri.ofHost(phone.domain(), 0).toString();
        Via via = phone.via(tokens.next());
        NameAddress from = phone.address().with("tag", tag);
        SipRequest request = SipRequest.of("REGISTER", uri, via, from, phone.address(), callId, cseq)
                .plus(HeaderName.CONTACT, phone.contact())
                .plus(HeaderName.EXPIRES, seconds);
        return challenge
                .map(asked -> request.plus(HeaderName.AUTHORIZATION, credentials(asked, uri)))
                .orElse(request);
    }

    /** The count of a nonce rises with each use, and begins anew with another nonce (D3). */
    private Credentials credentials(Challenge challenge, String uri) {
        nonceCount = challenge.nonce().equals(nonce) ? nonceCount + 1 : 1;
        nonce = challenge.nonce();
        return Credentials.answer(
                challenge, phone.user(), phone.password(), "REGISTER", uri, tokens.next(), nonceCount);
    }
}
