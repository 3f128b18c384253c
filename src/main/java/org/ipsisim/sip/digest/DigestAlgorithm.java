package org.ipsisim.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A hash of digest authentication, as a challenge names it (D6, D7; RFC 8760). */
public enum DigestAlgorithm {
    MD5("MD5", "MD5"),
    SHA_256("SHA-256", "SHA-256"),
    SHA_512_256("SHA-512-256", "SHA-512/256");

    private final String token;
    private final String javaName;

    DigestAlgorithm(String token, String javaName) {
        this.token = token;
        this.javaName = javaName;
    }

    /** Its name in a challenge. */
    public String token() {
        return token;
    }

    /** The algorithm of a name, in whatever capitals; MD5 if the name is empty (D6); empty for one that we do not know. */
    public static Optional<DigestAlgorithm> find(String token) {
        return token.isEmpty()
                ? Optional.of(MD5)
                : Arrays.stream(values())
                        .filter(each -> each.token.equalsIgnoreCase(token))
                        .findFirst();
    }

    /** The hash of a text with a character for each byte, in small hexadecimal digits: 32 of them for MD5, else 64. */
    String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance(javaName).digest(text.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + javaName, e);
        }
    }
}
