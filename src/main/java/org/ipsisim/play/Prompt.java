package org.ipsisim.play;

import org.ipsisim.document.TerminalText;

/**
 * A line that is being typed.
 *
 * @param kind what it is for
 * @param about an extra word such as the name of a file; may be empty
 * @param text the text so far
 * @param cursor where the next character goes, in code points
 * @param complaint what is wrong with it; empty if nothing is
 */
record Prompt(Kind kind, String about, String text, int cursor, String complaint) {
    private static final int LONGEST = 400;

    /** What a line is for. */
    enum Kind {
        GO("go to", "a time such as 8m12s, or +30s, or -2m"),
        BREAK("break", "a name, with or without a duration: wan 95s; or flap, degrade, congestion, duplex-mismatch"),
        RESTORE("restore", "a name"),
        ORDER("order", "forced-takeover, interchange, disable, enable, busyout, release-busyout"),
        TIMERS("set timers", "a timer and its value: no-service-timeout 2m"),
        LENGTHEN("run until", "a time such as 2h"),
        WRITE("write to", "a file"),
        OVERWRITE("exists already; replace it?", "y or n");

        private final String label;
        private final String hint;

        Kind(String label, String hint) {
            this.label = label;
            this.hint = hint;
        }

        String label() {
            return label;
        }

        String hint() {
            return hint;
        }

        /** Whether it changes what happens from the present moment on. */
        boolean isChange() {
            return this == BREAK || this == RESTORE || this == ORDER || this == TIMERS;
        }
    }

    static Prompt of(Kind kind) {
        return of(kind, "");
    }

    static Prompt of(Kind kind, String text) {
        return new Prompt(kind, "", text, text.codePointCount(0, text.length()), "");
    }

    /** Whether to replace a file. */
    static Prompt toReplace(String file) {
        return new Prompt(Kind.OVERWRITE, file, "", 0, "");
    }

    Prompt complaining(String of) {
        return new Prompt(kind, about, text, cursor, of);
    }

    /** The line after an editing key; other keys change nothing. */
    Prompt edited(Keystroke key) {
        int length = text.codePointCount(0, text.length());
        return switch (key.name()) {
            case CHARACTER -> length < LONGEST ? replaced(cursor, cursor, Character.toString(key.character())) : this;
            case BACKSPACE -> cursor > 0 ? replaced(cursor - 1, cursor, "") : this;
            case DELETE -> cursor < length ? replaced(cursor, cursor + 1, "") : this;
            case CLEAR -> replaced(0, length, "");
            case LEFT -> at(Math.max(0, cursor - 1));
            case RIGHT -> at(Math.min(length, cursor + 1));
            case HOME -> at(0);
            case END -> at(length);
            default -> this;
        };
    }

    /** Columns from a code point of the text to another. */
    int width(int from, int to) {
        int[] points = text.codePoints().toArray();
        return TerminalText.width(new String(points, from, to - from));
    }

    /** The text without blanks around it. */
    String words() {
        return text.strip();
    }

    private Prompt at(int other) {
        return new Prompt(kind, about, text, other, complaint);
    }

    private Prompt replaced(int from, int to, String by) {
        String changed = text.substring(0, text.offsetByCodePoints(0, from))
                + by
                + text.substring(text.offsetByCodePoints(0, to));
        return new Prompt(kind, about, changed, from + by.codePointCount(0, by.length()), "");
    }
}
