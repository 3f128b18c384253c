package org.ipsisim.console;

import java.util.Locale;

/**
 * A field of a form, to print and to find again: its label, a colon or a question mark, and its value.
 *
 * @param label as forms show it, such as {@code PN Cold Reset Delay Timer (sec)}
 * @param name the same in lower case, without what is in brackets
 */
record Field(String label, String name) {
    Field(String label) {
        this(label, label.replaceFirst(" \\(.*", "").toLowerCase(Locale.ROOT));
    }

    /**
     * The line that shows the field.
     *
     * @param width columns up to the colon, which the label fills from the right
     */
    String line(int width, String value) {
        return Sheet.format("%" + width + "s: %s", label, value);
    }

    /** The value in a line; empty if the line does not have the field, or if the value may continue in the next line. */
    String in(CaptureLine line) {
        String text = line.text();
        int at = text.toLowerCase(Locale.ROOT).indexOf(name);
        if (at < 0 || at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return "";
        }
        int from = skip(text, at + name.length(), ' ');
        if (from < text.length() && text.charAt(from) == '(') {
            from = skip(text, text.indexOf(')', from) + 1, ' ');
        }
        if (from == 0 || from >= text.length() || text.charAt(from) != ':' && text.charAt(from) != '?') {
            return "";
        }
        from = skip(text, from + 1, ' ');
        int to = text.indexOf(' ', from);
        boolean last = to < 0;
        return last && line.full() ? "" : text.substring(from, last ? text.length() : to);
    }

    private static int skip(String text, int from, char c) {
        int at = from;
        while (at < text.length() && text.charAt(at) == c) {
            at++;
        }
        return at;
    }
}
