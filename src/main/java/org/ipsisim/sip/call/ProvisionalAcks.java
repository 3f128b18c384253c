package org.ipsisim.sip.call;

import java.util.Optional;
import org.ipsisim.sip.message.CSeq;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.RAck;
import org.ipsisim.sip.message.SipResponse;

/** The reliable provisional responses of one early dialog, at the end that acknowledges them (RFC 3262 section 4; P13). */
public final class ProvisionalAcks {
    private static final long NONE = -1;

    private long last = NONE;

    /**
     * The RAck of a response that is new and next in order; empty for a copy, and for one before which another is missing: these
     * are neither acknowledged nor looked at.
     */
    public Optional<RAck> take(SipResponse response) {
        Optional<Long> rseq = response.headers().findNumber(HeaderName.RSEQ);
        if (!response.isReliable() || last != NONE && rseq.get() != last + 1) {
            return Optional.empty();
        }
        last = rseq.get();
        return Optional.of(new RAck(last, new CSeq(response.cseqNumber(), "INVITE")));
    }
}
