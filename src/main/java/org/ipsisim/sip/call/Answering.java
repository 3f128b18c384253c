package org.ipsisim.sip.call;

import org.ipsisim.sip.digest.Tokens;

/**
 * How a phone or a voicemail server answers.
 *
 * @param ringMillis how long it rings
 * @param rseqStart the first RSeq; 0 to draw it (P6)
 */
public record Answering(PrackPolicy reliable, long ringMillis, long rseqStart) {
    /** The first RSeq of a call. */
    long firstRseq(Tokens tokens) {
        return rseqStart > 0 ? rseqStart : 1 + Math.floorMod(tokens.bits(), ReliableResponses.HIGHEST_FIRST);
    }
}
