package org.ipsisim.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes messages out of a stream of bytes, as over TCP, where Content-Length says how long a body is.
 *
 * <p>It keeps no more than one message of the greatest length. After an exception the stream is of no more use.
 */
public final class MessageStream {
    private static final String PING = "\r\n\r\n";

    private final StringBuilder held = new StringBuilder();
    private int searched;
    private int wanted;
    private int pings;

    /**
     * Adds bytes that have arrived.
     *
     * @throws MalformedMessage if more is held than a message may have
     */
    public void add(byte[] bytes, int length) throws MalformedMessage {
        if (held.length() + length > 2 * MessageReader.MOST_BYTES) {
            throw new MalformedMessage("longer than " + MessageReader.MOST_BYTES + " bytes");
        }
        held.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    }

    /** How many keep-alives (two line ends, O4) have come since this was last asked. */
    public int takePings() {
        int taken = pings;
        pings = 0;
        return taken;
    }

    /** Whether a message has begun to arrive and is not complete. */
    public boolean isPartial() {
        return held.length() > 0;
    }

    /**
     * The next message, if all of it has arrived.
     *
     * @throws MalformedMessage if what has arrived is no message, or the message has no Content-Length
     */
    public Optional<SipMessage> next() throws MalformedMessage {
        skipLineEnds();
        if (wanted == 0) {
            findEnd();
        }
        if (wanted == 0 || held.length() < wanted) {
            return Optional.empty();
        }
        String message = held.substring(0, wanted);
        held.delete(0, wanted);
        searched = 0;
        wanted = 0;
        return Optional.of(MessageReader.read(message));
    }

    private void findEnd() throws MalformedMessage {
        int headerEnd = MessageReader.endOfHeader(held, Math.max(0, searched - 3));
        searched = held.length();
        if (headerEnd < 0) {
            if (searched > MessageReader.MOST_BYTES) {
                throw new MalformedMessage("the header does not end");
            }
            return;
        }
        long end = headerEnd + bodyLength(held.substring(0, headerEnd));
        if (end > MessageReader.MOST_BYTES) {
            throw new MalformedMessage("longer than " + MessageReader.MOST_BYTES + " bytes");
        }
        wanted = (int) end;
    }

    private void skipLineEnds() {
        while (startsWith("\r\n") && (held.length() >= PING.length() || !PING.startsWith(held.toString()))) {
            boolean ping = startsWith(PING);
            pings += ping ? 1 : 0;
            held.delete(0, ping ? PING.length() : 2);
        }
    }

    private boolean startsWith(String text) {
        return held.length() >= text.length()
                && held.substring(0, text.length()).equals(text);
    }

    private static long bodyLength(String header) throws MalformedMessage {
        int place = 0;
        while (place >= 0 && place < header.length()) {
            int end = header.indexOf('\n', place);
            int colon = header.indexOf(':', place);
            if (colon > 0
                    && colon < end
                    && HeaderName.canonical(header.substring(place, colon).strip())
                            .equals(HeaderName.CONTENT_LENGTH)) {
                long length =
                        SeparatedText.number(header.substring(colon + 1, end).strip());
                if (length < 0) {
                    throw new MalformedMessage("Content-Length is not a number");
                }
                return length;
            }
            place = end < 0 ? -1 : end + 1;
        }
        throw new MalformedMessage("a stream needs Content-Length in every message");
    }
}
