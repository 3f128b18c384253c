package org.ipsisim.sip.message;

import java.util.Optional;

/**
 * The value of RAck: which reliable provisional response a PRACK acknowledges (P11).
 *
 * @param rseq the RSeq of the response
 * @param cseq the CSeq of the response
 */
public record RAck(long rseq, CSeq cseq) {
    /** Reads a value; empty if the text is none. */
    public static Optional<RAck> find(String value) {
        String[] words = value.strip().split("[ \t]+", 2);
        long rseq = SeparatedText.number(words[0]);
        return words.length < 2 || rseq < 0
                ? Optional.empty()
                : CSeq.find(words[1]).map(cseq -> new RAck(rseq, cseq));
    }

    @Override
    public String toString() {
        return rseq + " " + cseq;
    }
}
