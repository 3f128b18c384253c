package org.ipsisim.sip.message;

import java.util.ArrayList;
import java.util.List;

/** Text that is taken apart at a separator, but not within quotes or angle brackets. */
final class SeparatedText {
    private SeparatedText() {}

    /** The parts, without blanks around them; empty ones are left out. */
    static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = indexOf(text, separator, start);
            String part = text.substring(start, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end + 1;
        }
        return parts;
    }

    /** Where a character stands outside of quotes and brackets, from a place on; the length of the text if it does not. */
    static int indexOf(String text, char wanted, int from) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && !bracketed && c == wanted) {
                return i;
            } else if (!quoted && c == '<') {
                bracketed = true;
            } else if (!quoted && c == '>') {
                bracketed = false;
            }
        }
        return text.length();
    }

    /** A text without the quotes around it and without the backslashes in it; the text itself if it has no quotes. */
    static String unquoted(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() - 1) {
                i++;
                c = text.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    /** A whole number of at most ten digits, no higher than 2^32 - 1; -1 if the text is none. */
    static long number(String text) {
        if (text.isEmpty() || text.length() > 10) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number > 0xFFFF_FFFFL ? -1 : number;
    }
}
