package org.ipsisim.sip.message;

import java.util.Optional;

/**
 * The value of CSeq: the number and the method of a request.
 *
 * @param number 0 to 2^31 - 1
 */
public record CSeq(long number, String method) {
    private static final long LIMIT = 1L << 31;

    /** Reads a value; empty if the text is none. */
    public static Optional<CSeq> find(String value) {
        String[] words = value.strip().split("[ \t]+", 3);
        long number = SeparatedText.number(words[0]);
        return words.length == 2 && number >= 0 && number < LIMIT
                ? Optional.of(new CSeq(number, words[1]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + " " + method;
    }
}
