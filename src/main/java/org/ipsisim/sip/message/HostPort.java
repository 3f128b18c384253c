package org.ipsisim.sip.message;

/**
 * A host and a port.
 *
 * @param host a name or an address; an IPv6 address in brackets
 * @param port 0 if there is none; higher than 65535 if what stands there is no port
 */
record HostPort(String host, int port) {
    private static final int WRONG = 1 << 16;

    /** Reads {@code host} or {@code host:port}; the host is empty if the text is neither. */
    static HostPort read(String text) {
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        int colon = text.indexOf(':', bracket + 1);
        String host = (colon < 0 ? text : text.substring(0, colon)).strip();
        if (colon < 0) {
            return new HostPort(isHost(host) ? host : "", 0);
        }
        long port = SeparatedText.number(text.substring(colon + 1).strip());
        return new HostPort(isHost(host) ? host : "", port < 1 || port >= WRONG ? WRONG : (int) port);
    }

    private static boolean isHost(String host) {
        return host.chars()
                .allMatch(c -> c < 0x80
                        && (Character.isLetterOrDigit(c)
                                || c == '.'
                                || c == '-'
                                || c == '_'
                                || host.charAt(0) == '[' && (c == '[' || c == ']' || c == ':')));
    }
}
