package org.ipsisim.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes HTML and SVG: every text and attribute is escaped, every element closed. */
public final class Markup {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last, and the line. */
    public Markup close() {
        end();
        out.append('\n');
        return this;
    }

    /** Closes the element opened last within a line. */
    public Markup end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds a text, on a line of its own. */
    public Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element that holds a text, within a line. */
    public Markup inline(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).end();
    }

    /** An element without content. */
    public Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** Complete elements: each {@code %} of a template becomes the next value, escaped, and {@code '} becomes {@code "}. */
    public Markup fill(String template, Object... values) {
        String[] pieces = template.replace('\'', '"').split("%", -1);
        out.append(pieces[0]);
        for (int i = 1; i < pieces.length; i++) {
            text(values[i - 1].toString()).raw(pieces[i]);
        }
        return this;
    }

    /** Ends the line. */
    public Markup line() {
        out.append('\n');
        return this;
    }

    /** Text, escaped. */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** Text in which back-ticks set off code. */
    public Markup prose(String text) {
        Matcher code = CODE.matcher(text);
        int end = 0;
        while (code.find()) {
            text(text.substring(end, code.start())).inline("code", code.group(1));
            end = code.end();
        }
        return text(text.substring(end));
    }

    /** Markup as it is: a style sheet, or what another writer has escaped. */
    public Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** @throws IllegalStateException if an element is open */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.peek() + " is not closed");
        }
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    /** A number as an attribute has it: with at most two decimals. */
    public static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0x7F || c >= 0xA0 && !isUnpaired(c);
    }

    private static boolean isUnpaired(int c) {
        return c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE;
    }
}
