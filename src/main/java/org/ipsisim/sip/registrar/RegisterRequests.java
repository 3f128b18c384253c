package org.ipsisim.sip.registrar;

import java.util.Optional;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.Credentials;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.CSeq;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipUri;

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
        SipHeaders headers = SipHeaders.NONE
                .plus(HeaderName.VIA, phone.via(tokens.next()))
                .plus(HeaderName.FROM, phone.address().with("tag", tag))
                .plus(HeaderName.TO, phone.address())
                .plus(HeaderName.CALL_ID, callId)
                .plus(HeaderName.CSEQ, new CSeq(cseq, "REGISTER"))
                .plus(HeaderName.CONTACT, phone.contact())
                .plus(HeaderName.MAX_FORWARDS, 70)
                .plus(HeaderName.EXPIRES, seconds);
        if (challenge.isPresent()) {
            headers = headers.plus(HeaderName.AUTHORIZATION, credentials(challenge.get(), uri));
        }
        return new SipRequest(
                "REGISTER", uri, headers.plus(HeaderName.CONTENT_LENGTH, 0).inOrder(), "");
    }

    /** The count of a nonce rises with each use, and begins anew with another nonce (D3). */
    private Credentials credentials(Challenge challenge, String uri) {
        nonceCount = challenge.nonce().equals(nonce) ? nonceCount + 1 : 1;
        nonce = challenge.nonce();
        return Credentials.answer(
                challenge, phone.user(), phone.password(), "REGISTER", uri, tokens.next(), nonceCount);
    }
}
