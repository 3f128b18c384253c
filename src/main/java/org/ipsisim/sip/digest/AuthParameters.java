package org.ipsisim.sip.digest;

import java.util.Optional;
import org.ipsisim.sip.message.Parameters;

/** Takes the value of an authentication field apart: a scheme and parameters with commas between them. */
final class AuthParameters {
    private static final String SCHEME = "Digest";

    private AuthParameters() {}

    /** The parameters, if the scheme is Digest. */
    static Optional<Parameters> find(String value) {
        String text = value.strip();
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        && text.length() > SCHEME.length()
                        && Character.isWhitespace(text.charAt(SCHEME.length()))
                ? Optional.of(Parameters.ofList(text.substring(SCHEME.length())))
                : Optional.empty();
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
