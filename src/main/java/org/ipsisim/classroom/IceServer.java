package org.ipsisim.classroom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A STUN or TURN server that browsers may ask for help with NAT (W1), as in {@code stun:stun.example.org:3478} or {@code
 * turn:USER:PASSWORD@turn.example.org?transport=udp}.
 *
 * @param url as RFC 7064 and RFC 7065 write it
 * @param user the user of a TURN server; empty for a STUN server
 * @param password the user's password; empty for a STUN server
 */
public record IceServer(String url, String user, String password) {
    private static final Pattern STUN = Pattern.compile("(stuns?):(?<place>[^@?/\\s]+)");
    private static final Pattern TURN = Pattern.compile(
            "(?<scheme>turns?):(?<user>[^:@/\\s]+):(?<password>\\S+)@(?<place>[^@?/\\s]+(\\?transport=(udp|tcp))?)");

    /** What an option takes, for messages. */
    public static final String FORMS = "stun:HOST:PORT or turn:USER:PASSWORD@HOST:PORT";

    /** Reads a server; empty if the text is none. */
    public static Optional<IceServer> read(String text) {
        if (STUN.matcher(text).matches()) {
            return Optional.of(new IceServer(text, "", ""));
        }
        Matcher turn = TURN.matcher(text);
        return turn.matches()
                ? Optional.of(new IceServer(
                        turn.group("scheme") + ":" + turn.group("place"), turn.group("user"), turn.group("password")))
                : Optional.empty();
    }

    /** Adds it as an {@code RTCIceServer} of the browser's interface. */
    void describe(ArrayNode into) {
        ObjectNode server = into.addObject().put("urls", url);
        if (!user.isEmpty()) {
            server.put("username", user).put("credential", password);
        }
    }
}
