package org.ipsisim.sip.digest;

import org.ipsisim.kernel.Draws;

/** Random texts that nobody can guess, or that are the same in every run: tags, branches, Call-IDs, nonces. */
public interface Tokens {
    /** 64 random bits. */
    long bits();

    /** A text of 16 hexadecimal digits. */
    default String next() {
        String digits = Long.toHexString(bits());
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** A text that only who knows a secret can make of another text: 64 hexadecimal digits. */
    default String mark(String secret, String text) {
        return DigestAlgorithm.SHA_256.hash(secret + DigestAlgorithm.SHA_256.hash(secret + text));
    }

    /** The texts of one purpose in a run, one after the other: the same in every run with its seed. */
    static Tokens of(Draws draws) {
        return new Tokens() {
            private long drawn;

            @Override
            public long bits() {
                return draws.bits(drawn++);
            }
        };
    }
}
