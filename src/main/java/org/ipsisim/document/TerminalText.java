package org.ipsisim.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Text as a terminal shows it: what it may not contain, how many columns it takes, where its lines break. */
public final class TerminalText {
    private TerminalText() {}

    /** Text that cannot steer the terminal: control characters become blanks, and without Unicode all is ASCII. */
    public static String clean(String input, TextStyle style) {
        String text = style.unicode() ? input : Normalizer.normalize(input, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || isDirectional(c)) {
                clean.append(' ');
            } else if (c < 0x80 || style.unicode()) {
                clean.appendCodePoint(c);
            } else {
                clean.append(AsciiText.of(c));
            }
        }
        return clean.toString();
    }

    /** Columns that the text takes: two for an East Asian wide character or an emoji, none for a combining mark. */
    public static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += width(text.codePointAt(i));
        }
        return width;
    }

    /** The text with blanks after it, or before it, up to a width. */
    public static String pad(String text, int width, boolean before) {
        String blanks = " ".repeat(Math.max(0, width - width(text)));
        return before ? blanks + text : text + blanks;
    }

    /**
     * The text in lines of at most {@code width} columns, broken at blanks, and within words that are too long. Blanks
     * at its start indent every line.
     */
    public static List<String> wrap(String text, int width) {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        if (indent == 0 || indent >= width) {
            return wrapWords(text, width);
        }
        List<String> lines = new ArrayList<>();
        for (String line : wrapWords(text.substring(indent), width - indent)) {
            lines.add(" ".repeat(indent) + line);
        }
        return lines;
    }

    private static List<String> wrapWords(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        int start = 0;
        while (start < text.length()) {
            int end = endOfWord(text, start);
            String word = text.substring(start, end);
            start = end + 1;
            int wordWidth = width(word);
            if (used > 0 && used + 1 + wordWidth > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            while (wordWidth > width) {
                int cut = fitting(word, width);
                lines.add(word.substring(0, cut));
                word = word.substring(cut);
                wordWidth = width(word);
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += wordWidth;
        }
        if (line.length() > 0 || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Where the word ends that starts here; a number and its unit, as in {@code 434 s} or {@code 10 000 s}, are one word. */
    private static int endOfWord(String text, int start) {
        int end = text.indexOf(' ', start);
        while (end > start && Character.isDigit(text.charAt(end - 1)) && hasMoreOfNumber(text, end)) {
            end = text.indexOf(' ', end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    /** Whether the number before a blank goes on after it: with its next three digits, or with the unit of seconds. */
    private static boolean hasMoreOfNumber(String text, int blank) {
        int rest = blank + 1;
        while (rest < Math.min(text.length(), blank + 4) && Character.isDigit(text.charAt(rest))) {
            rest++;
        }
        boolean isUnit = rest == blank + 1 && text.startsWith("s", rest);
        int end = isUnit ? rest + 1 : rest;
        return (isUnit || rest == blank + 4) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /** How many chars of a word that is too long fit into a width: up to a hyphen if one does, at least a code point. */
    private static int fitting(String text, int width) {
        int used = 0;
        int i = 0;
        int hyphen = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            used += width(c);
            if (used > width && i > 0) {
                return hyphen > 0 ? hyphen : i;
            }
            i += Character.charCount(c);
            hyphen = c == '-' ? i : hyphen;
        }
        return i;
    }

    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** Marks that turn the direction of what follows, and could make a line read as something else. */
    private static boolean isDirectional(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
