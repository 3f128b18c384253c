package org.ipsisim.sip.message;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A {@code sip} or {@code sips} URI.
 *
 * @param scheme {@code sip} or {@code sips}
 * @param user with the password if there is one, as written; empty if there is none
 * @param host as written, an IPv6 address in brackets
 * @param port 1 to 65535, or 0 if the URI has none
 * @param parameters those of the URI
 * @param headers what stands after the question mark; empty if there is none
 */
public record SipUri(String scheme, String user, String host, int port, Parameters parameters, String headers) {
    private static final int HIGHEST_PORT = 65_535;
    private static final String RESERVED = ";/?:@&=+$,";

    /** Parameters that make two URIs differ if only one has them (RFC 3261 section 19.1.4). */
    private static final Set<String> TELLING = Set.of("user", "ttl", "method", "maddr", "transport");

    /** A URI of a host alone. */
    public static SipUri ofHost(String host, int port) {
        return new SipUri("sip", "", host, port, Parameters.NONE, "");
    }

    /** The same URI for a user. */
    public SipUri withUser(String name) {
        return new SipUri(scheme, name, host, port, parameters, headers);
    }

    /** The same URI with one more parameter. */
    public SipUri with(String parameter, String value) {
        return new SipUri(scheme, user, host, port, parameters.with(parameter, value), headers);
    }

    /** Reads a URI; empty if the text is none. */
    public static Optional<SipUri> find(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("sip") && !scheme.equals("sips")) {
            return Optional.empty();
        }
        int at = text.indexOf('@', colon);
        String user = at < 0 ? "" : text.substring(colon + 1, at);
        String rest = text.substring(at < 0 ? colon + 1 : at + 1);
        int question = rest.indexOf('?');
        String headers = question < 0 ? "" : rest.substring(question + 1);
        String place = question < 0 ? rest : rest.substring(0, question);
        int semicolon = place.indexOf(';');
        Parameters parameters = semicolon < 0 ? Parameters.NONE : Parameters.read(place.substring(semicolon + 1), ';');
        HostPort hostPort = HostPort.read(semicolon < 0 ? place : place.substring(0, semicolon));
        if (hostPort.host().isEmpty() || at == colon + 1 || hasBlank(user) || hostPort.port() > HIGHEST_PORT) {
            return Optional.empty();
        }
        return Optional.of(new SipUri(scheme, user, hostPort.host(), hostPort.port(), parameters, headers));
    }

    private static boolean hasBlank(String text) {
        return text.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>' || c == '"');
    }

    /** The port, or the usual one of the scheme. */
    public int portOrUsual() {
        return port > 0 ? port : scheme.equals("sips") ? 5061 : 5060;
    }

    /** The key of a user's bindings: without parameters, with escapes undone (S21). */
    public String addressOfRecord() {
        String name = unescaped(user);
        int colon = name.indexOf(':');
        return scheme + ":" + (colon < 0 ? name : name.substring(0, colon)) + "@" + host.toLowerCase(Locale.ROOT);
    }

    /** Whether two URIs are equal by the rules of RFC 3261 section 19.1.4, which is not transitive (S9). */
    public boolean isEquivalent(SipUri other) {
        return scheme.equals(other.scheme)
                && unescaped(user).equals(unescaped(other.user))
                && host.equalsIgnoreCase(other.host)
                && port == other.port
                && parametersMatch(other)
                && listedHeaders().equals(other.listedHeaders());
    }

    private boolean parametersMatch(SipUri other) {
        return agreesWith(other.parameters) && other.agreesWith(parameters);
    }

    private boolean agreesWith(Parameters others) {
        return parameters.values().entrySet().stream().allMatch(own -> {
            String value = others.values().get(own.getKey());
            return value == null
                    ? !TELLING.contains(own.getKey())
                    : unescaped(value).equalsIgnoreCase(unescaped(own.getValue()));
        });
    }

    private Map<String, String> listedHeaders() {
        Map<String, String> listed = new TreeMap<>();
        Parameters.read(headers, '&').values().forEach((name, value) -> listed.put(name, unescaped(value)));
        return listed;
    }

    /** A text in which escapes of characters that are not reserved are undone. */
    static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            char escaped = (char) (16 * high + low);
            if (text.charAt(i) == '%' && high >= 0 && low >= 0 && RESERVED.indexOf(escaped) < 0) {
                plain.append(escaped);
                i += 2;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    /** As it stands in a message. */
    @Override
    public String toString() {
        return scheme + ":" + (user.isEmpty() ? "" : user + "@") + host + (port > 0 ? ":" + port : "") + parameters
                + (headers.isEmpty() ? "" : "?" + headers);
    }
}
