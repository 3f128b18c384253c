package org.ipsisim.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the bytes of one message. It takes time in proportion to their number, whatever they are.
 *
 * <p>It is lenient where nobody can be misled: a line may end without a carriage return, and blank lines may come before the
 * message (RFC 3261 section 7.5).
 */
public final class MessageReader {
    /** The most bytes of a message. */
    public static final int MOST_BYTES = 65_535;

    /** The most header lines of a message. */
    static final int MOST_FIELDS = 256;

    private final String text;
    private final boolean countsBody;
    private int next;

    private MessageReader(String text, boolean countsBody) {
        this.text = text;
        this.countsBody = countsBody;
    }

    /**
     * Reads a datagram. What stands after the body as Content-Length counts it is left out (RFC 3261 section 18.3).
     *
     * @throws MalformedMessage if it is no message
     */
    public static SipMessage read(byte[] bytes) throws MalformedMessage {
        if (bytes.length > MOST_BYTES) {
            throw new MalformedMessage("longer than " + MOST_BYTES + " bytes");
        }
        return read(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The same for a text with a character for each byte. */
    public static SipMessage read(String text) throws MalformedMessage {
        return new MessageReader(text, true).message();
    }

    /**
     * The same for a message in a text file, in which line ends have been changed: its body goes to the end of the text, whatever
     * Content-Length says.
     */
    public static SipMessage readFromText(String text) throws MalformedMessage {
        return new MessageReader(text, false).message();
    }

    /** Where the header ends, with the blank line after it, searched from a place on; -1 if it does not. */
    static int endOfHeader(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                int after = i + 1 < text.length() && text.charAt(i + 1) == '\r' ? i + 2 : i + 1;
                if (after < text.length() && text.charAt(after) == '\n') {
                    return after + 1;
                }
            }
        }
        return -1;
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }

    private SipMessage message() throws MalformedMessage {
        while (next < text.length() && isLineEnd(text.charAt(next))) {
            next++;
        }
        String startLine = line();
        SipHeaders headers = new SipHeaders(fields());
        String body = body(headers);
        return startLine.regionMatches(true, 0, "SIP/", 0, 4)
                ? response(startLine, headers, body)
                : request(startLine, headers, body);
    }

    private String line() throws MalformedMessage {
        int end = text.indexOf('\n', next);
        if (end < 0) {
            throw new MalformedMessage(
                    next >= text.length() ? "it ends before the blank line that ends the header" : "a line has no end");
        }
        int last = end > next && text.charAt(end - 1) == '\r' ? end - 1 : end;
        String line = text.substring(next, last);
        next = end + 1;
        return line;
    }

    private boolean isFolded() {
        return next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t');
    }

    private List<HeaderField> fields() throws MalformedMessage {
        List<HeaderField> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (fields.size() == MOST_FIELDS) {
                throw new MalformedMessage("more than " + MOST_FIELDS + " header fields");
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
            if (!isToken(name)) {
                throw new MalformedMessage("header line " + (fields.size() + 1) + " has no name and colon");
            }
            String value = line.substring(colon + 1).strip();
            if (isFolded()) {
                StringBuilder whole = new StringBuilder(value);
                while (isFolded()) {
                    whole.append(' ').append(line().strip());
                }
                value = whole.toString().strip();
            }
            fields.add(new HeaderField(name, value));
        }
        return fields;
    }

    private String body(SipHeaders headers) throws MalformedMessage {
        String rest = text.substring(next);
        Optional<String> written = headers.find(HeaderName.CONTENT_LENGTH);
        if (written.isEmpty() || !countsBody) {
            return rest;
        }
        long length = SeparatedText.number(written.get());
        if (length < 0) {
            throw new MalformedMessage("Content-Length is not a number");
        }
        if (length > rest.length()) {
            throw new MalformedMessage(
                    "Content-Length is " + length + ", but the body has " + rest.length() + " bytes");
        }
        return rest.substring(0, (int) length);
    }

    private static SipRequest request(String line, SipHeaders headers, String body) throws MalformedMessage {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        if (first <= 0 || first == last) {
            throw new MalformedMessage("the first line is neither that of a request nor that of a response");
        }
        String version = line.substring(last + 1);
        String uri = line.substring(first + 1, last);
        if (!version.equalsIgnoreCase(SipMessage.VERSION)) {
            throw new MalformedMessage(
                    version.regionMatches(true, 0, "SIP/", 0, 4)
                            ? "the version is not SIP/2.0"
                            : "the first line is neither that of a request nor that of a response");
        }
        if (!isToken(line.substring(0, first)) || uri.chars().anyMatch(c -> c <= ' ') || uri.startsWith("<")) {
            throw new MalformedMessage("the Request-URI has blanks or brackets around it or in it");
        }
        return new SipRequest(line.substring(0, first), uri, headers, body);
    }

    private static SipResponse response(String line, SipHeaders headers, String body) throws MalformedMessage {
        String[] words = line.split(" ", 3);
        long status = words.length < 2 || words[1].length() != 3 ? -1 : SeparatedText.number(words[1]);
        if (!words[0].equalsIgnoreCase(SipMessage.VERSION)) {
            throw new MalformedMessage("the version is not SIP/2.0");
        }
        if (status < 100 || status > 699) {
            throw new MalformedMessage("the status is not a number from 100 to 699");
        }
        return new SipResponse((int) status, words.length < 3 ? "" : words[2], headers, body);
    }

    static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c > ' ' && c < 0x7F && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0);
    }
}
