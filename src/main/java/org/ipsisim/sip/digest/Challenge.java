package org.ipsisim.sip.digest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipsisim.sip.message.Parameters;

/**
 * What a server asks for in WWW-Authenticate or Proxy-Authenticate.
 *
 * @param nonce the text that goes into the hash: a hash, no encryption
 * @param opaque to be sent back as it is; empty if there is none
 * @param hasQop whether {@code qop=auth} is offered
 * @param stale whether only the nonce was too old (D4)
 */
public record Challenge(
        String realm, String nonce, String opaque, DigestAlgorithm algorithm, boolean hasQop, boolean stale) {

    /** Reads a value; empty if it is no digest challenge or names an algorithm that we do not know. */
    public static Optional<Challenge> find(String value) {
        return AuthParameters.find(value).flatMap(Challenge::of);
    }

    private static Optional<Challenge> of(Parameters parameters) {
        String nonce = parameters.find("nonce").orElse("");
        String qop = parameters.find("qop").orElse("");
        return nonce.isEmpty()
                ? Optional.empty()
                : DigestAlgorithm.find(parameters.find("algorithm").orElse(""))
                        .map(algorithm -> new Challenge(
                                parameters.find("realm").orElse(""),
                                nonce,
                                parameters.find("opaque").orElse(""),
                                algorithm,
                                Arrays.asList(qop.split(",")).stream()
                                        .anyMatch(each -> each.strip().equals("auth")),
                                parameters.find("stale").orElse("").equalsIgnoreCase("true")));
    }

    /** The first of several challenges that we can answer (D6). */
    public static Optional<Challenge> first(List<String> values) {
        return values.stream().map(Challenge::find).flatMap(Optional::stream).findFirst();
    }

    /** As it stands in a message. */
    @Override
    public String toString() {
        return "Digest realm=" + AuthParameters.quoted(realm) + ", nonce=" + AuthParameters.quoted(nonce)
                + (opaque.isEmpty() ? "" : ", opaque=" + AuthParameters.quoted(opaque))
                + ", algorithm=" + algorithm.token()
                + (hasQop ? ", qop=\"auth\"" : "")
                + (stale ? ", stale=true" : "");
    }
}
