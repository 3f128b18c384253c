package org.ipsisim.sip.message;

import java.util.Optional;

/**
 * A value of From, To, Contact, Route or Record-Route: a name, a URI and parameters.
 *
 * @param name the display name without quotes; empty if there is none
 * @param uri as written
 * @param parameters those of the header field, such as {@code tag}
 */
public record NameAddress(String name, String uri, Parameters parameters) {
    /** An address without a name. */
    public static NameAddress of(SipUri uri) {
        return new NameAddress("", uri.toString(), Parameters.NONE);
    }

    /** Reads one value; empty if the text is none. */
    public static Optional<NameAddress> find(String value) {
        int open = SeparatedText.indexOf(value, '<', 0);
        if (open == value.length()) {
            int semicolon = value.indexOf(';');
            String uri = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
            Parameters parameters =
                    semicolon < 0 ? Parameters.NONE : Parameters.read(value.substring(semicolon + 1), ';');
            return isUri(uri) ? Optional.of(new NameAddress("", uri, parameters)) : Optional.empty();
        }
        int close = value.indexOf('>', open);
        if (close < 0) {
            return Optional.empty();
        }
        String uri = value.substring(open + 1, close).strip();
        String after = value.substring(close + 1).strip();
        if (!isUri(uri) || !after.isEmpty() && after.charAt(0) != ';') {
            return Optional.empty();
        }
        return Optional.of(new NameAddress(
                SeparatedText.unquoted(value.substring(0, open).strip()),
                uri,
                after.isEmpty() ? Parameters.NONE : Parameters.read(after.substring(1), ';')));
    }

    private static boolean isUri(String text) {
        return text.indexOf(':') > 0 && text.chars().noneMatch(c -> c <= ' ');
    }

    /** The URI taken apart; empty if it is not a {@code sip} or {@code sips} URI. */
    public Optional<SipUri> sipUri() {
        return SipUri.find(uri);
    }

    /** The tag; empty if there is none. */
    public String tag() {
        return parameters.find("tag").orElse("");
    }

    /** The same with one more parameter. */
    public NameAddress with(String parameter, String value) {
        return new NameAddress(name, uri, parameters.with(parameter, value));
    }

    /** As it stands in a message. */
    @Override
    public String toString() {
        String quoted = name.isEmpty() ? "" : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" ";
        return quoted + "<" + uri + ">" + parameters;
    }
}
