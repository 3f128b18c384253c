package org.ipsisim.sip.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A value of Via: where a request came from, and so where its responses go.
 *
 * @param transport in capitals, such as {@code UDP}
 * @param host the host that sent it, as it wrote itself
 * @param port 0 if there is none
 * @param parameters such as {@code branch}
 */
public record Via(String transport, String host, int port, Parameters parameters) {
    /** What a branch of RFC 3261 begins with. */
    public static final String COOKIE = "z9hG4bK";

    private static final int USUAL_PORT = 5060;

    /** Reads one value; empty if the text is none. */
    public static Optional<Via> find(String value) {
        List<String> parts = SeparatedText.parts(value, ';');
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String[] protocol = parts.get(0).split("/", 3);
        if (protocol.length < 3
                || !protocol[0].strip().equalsIgnoreCase("SIP")
                || !protocol[1].strip().equals("2.0")) {
            return Optional.empty();
        }
        String sender = protocol[2].strip();
        int blank = firstBlank(sender);
        HostPort hostPort = HostPort.read(sender.substring(blank).strip());
        if (blank == 0 || hostPort.host().isEmpty() || hostPort.port() > 65_535) {
            return Optional.empty();
        }
        return Optional.of(new Via(
                sender.substring(0, blank).toUpperCase(Locale.ROOT),
                hostPort.host(),
                hostPort.port(),
                Parameters.ofParts(parts.subList(1, parts.size()))));
    }

    private static int firstBlank(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) > ' ') {
            i++;
        }
        return i;
    }

    /** The branch; empty if there is none. */
    public String branch() {
        return parameters.find("branch").orElse("");
    }

    /** The port, or the usual one. */
    public int portOrUsual() {
        return port > 0 ? port : USUAL_PORT;
    }

    /** The same with one more parameter. */
    public Via with(String parameter, String value) {
        return new Via(transport, host, port, parameters.with(parameter, value));
    }

    /** As it stands in a message. */
    @Override
    public String toString() {
        return "SIP/2.0/" + transport + " " + host + (port > 0 ? ":" + port : "") + parameters;
    }
}
