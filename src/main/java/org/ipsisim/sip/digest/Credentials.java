package org.ipsisim.sip.digest;

import java.util.Optional;
import org.ipsisim.sip.message.Parameters;

/**
 * What a client answers in Authorization or Proxy-Authorization.
 *
 * @param uri the Request-URI, as the client wrote it (D8)
 * @param cnonce the client's own random text; empty without qop
 * @param count how often the client has used the nonce, from 1 on; 0 without qop (D3)
 * @param response the hash, in hexadecimal digits
 */
public record Credentials(
        String user,
        String realm,
        String nonce,
        String opaque,
        String uri,
        DigestAlgorithm algorithm,
        String cnonce,
        long count,
        String response) {

    private static final int COUNT_DIGITS = 8;

    /** Reads a value; empty if it has no digest credentials that we understand. */
    public static Optional<Credentials> find(String value) {
        return AuthParameters.find(value).flatMap(Credentials::of);
    }

    private static Optional<Credentials> of(Parameters parameters) {
        Optional<DigestAlgorithm> algorithm =
                DigestAlgorithm.find(parameters.find("algorithm").orElse(""));
        String qop = parameters.find("qop").orElse("");
        long count = qop.isEmpty() ? 0 : count(parameters.find("nc").orElse(""));
        boolean usable = algorithm.isPresent() && count >= 0 && (qop.isEmpty() || qop.equals("auth"));
        return usable
                ? Optional.of(new Credentials(
                        parameters.find("username").orElse(""),
                        parameters.find("realm").orElse(""),
                        parameters.find("nonce").orElse(""),
                        parameters.find("opaque").orElse(""),
                        parameters.find("uri").orElse(""),
                        algorithm.get(),
                        parameters.find("cnonce").orElse(""),
                        count,
                        parameters.find("response").orElse("")))
                : Optional.empty();
    }

    /** The number in eight hexadecimal digits; -1 if the text is no such number or 0. */
    private static long count(String digits) {
        if (digits.length() != COUNT_DIGITS || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80)) {
            return -1;
        }
        long count = Long.parseLong(digits, 16);
        return count == 0 ? -1 : count;
    }

    /**
     * Answers a challenge.
     *
     * @param count how often its nonce has been used with this one
     */
    public static Credentials answer(
            Challenge challenge, String user, String password, String method, String uri, String cnonce, long count) {
        Credentials open = new Credentials(
                user,
                challenge.realm(),
                challenge.nonce(),
                challenge.opaque(),
                uri,
                challenge.algorithm(),
                challenge.hasQop() ? cnonce : "",
                challenge.hasQop() ? count : 0,
                "");
        return open.with(open.expected(password, method));
    }

    private Credentials with(String hash) {
        return new Credentials(user, realm, nonce, opaque, uri, algorithm, cnonce, count, hash);
    }

    /** The response that the right password gives (D1). */
    String expected(String password, String method) {
        String secret = algorithm.hash(user + ":" + realm + ":" + password);
        String request = algorithm.hash(method + ":" + uri);
        return algorithm.hash(
                count == 0
                        ? secret + ":" + nonce + ":" + request
                        : secret + ":" + nonce + ":" + countDigits() + ":" + cnonce + ":auth:" + request);
    }

    /** Whether whoever made them knew the password. */
    public boolean isRight(String password, String method) {
        return expected(password, method).equalsIgnoreCase(response);
    }

    private String countDigits() {
        String digits = Long.toHexString(count);
        return "0".repeat(COUNT_DIGITS - digits.length()) + digits;
    }

    /** As they stand in a message. */
    @Override
    public String toString() {
        return "Digest username=" + AuthParameters.quoted(user) + ", realm=" + AuthParameters.quoted(realm)
                + ", nonce=" + AuthParameters.quoted(nonce) + ", uri=" + AuthParameters.quoted(uri)
                + ", response=\"" + response + "\", algorithm=" + algorithm.token()
                + (count == 0 ? "" : ", cnonce=" + AuthParameters.quoted(cnonce) + ", qop=auth, nc=" + countDigits())
                + (opaque.isEmpty() ? "" : ", opaque=" + AuthParameters.quoted(opaque));
    }
}
