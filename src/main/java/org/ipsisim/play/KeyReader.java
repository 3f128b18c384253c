package org.ipsisim.play;

import java.io.IOException;
import java.util.Optional;

/** Turns the characters that a terminal sends into keys. */
record KeyReader(Source source) {
    /** What a source returns when no character came in time. */
    static final int NOTHING = -2;

    /** What a source returns when no more characters will come. */
    static final int END = -1;

    private static final int ESCAPE = 27;
    private static final int BLANK = 32;
    private static final int RUBOUT = 127;
    private static final int LONGEST_SEQUENCE = 16;

    /** Milliseconds to wait for the rest of a sequence; it usually comes at once. */
    private static final long REST = 100;

    /** A source of characters. */
    interface Source {
        /** The next character; {@link #NOTHING} if none comes within some milliseconds; {@link #END} at the end. */
        int read(long millis) throws IOException;
    }

    /** The next key, if one comes in time; the end of the input counts as Ctrl-C. */
    Optional<Keystroke> read(long millis) throws IOException {
        int first = source.read(millis);
        return first == NOTHING ? Optional.empty() : Optional.of(key(first));
    }

    private Keystroke key(int first) throws IOException {
        if (first == ESCAPE) {
            return escaped();
        }
        if (Character.isHighSurrogate((char) first)) {
            int second = source.read(REST);
            return second > 0 && Character.isLowSurrogate((char) second)
                    ? Keystroke.of(Character.toCodePoint((char) first, (char) second))
                    : Keystroke.of(Keystroke.Name.OTHER);
        }
        return first >= BLANK && first != RUBOUT && !Character.isISOControl(first)
                ? Keystroke.of(first)
                : Keystroke.of(control(first));
    }

    private static Keystroke.Name control(int character) {
        return switch (character) {
            case '\r', '\n' -> Keystroke.Name.ENTER;
            case '\t' -> Keystroke.Name.TAB;
            case '\b', RUBOUT -> Keystroke.Name.BACKSPACE;
            case 'A' - '@' -> Keystroke.Name.HOME;
            case 'C' - '@', END -> Keystroke.Name.INTERRUPT;
            case 'E' - '@' -> Keystroke.Name.END;
            case 'L' - '@' -> Keystroke.Name.REDRAW;
            case 'U' - '@' -> Keystroke.Name.CLEAR;
            case 'Z' - '@' -> Keystroke.Name.SUSPEND;
            default -> Keystroke.Name.OTHER;
        };
    }

    private Keystroke escaped() throws IOException {
        int second = source.read(REST);
        if (second == NOTHING || second == END) {
            return Keystroke.of(Keystroke.Name.ESCAPE);
        }
        if (second != '[' && second != 'O') {
            return Keystroke.of(Keystroke.Name.OTHER);
        }
        StringBuilder parameters = new StringBuilder();
        int next = source.read(REST);
        while (next >= BLANK && next < '@' && parameters.length() < LONGEST_SEQUENCE) {
            parameters.append((char) next);
            next = source.read(REST);
        }
        return Keystroke.of(sequence(parameters.toString(), next));
    }

    /** Keys with Shift, Ctrl or Alt, as in {@code 1;5C}, count as the plain keys. */
    private static Keystroke.Name sequence(String parameters, int last) {
        return switch (last) {
            case 'A' -> Keystroke.Name.UP;
            case 'B' -> Keystroke.Name.DOWN;
            case 'C' -> Keystroke.Name.RIGHT;
            case 'D' -> Keystroke.Name.LEFT;
            case 'H' -> Keystroke.Name.HOME;
            case 'F' -> Keystroke.Name.END;
            case '~' ->
                switch (parameters.replaceFirst(";.*", "")) {
                    case "1", "7" -> Keystroke.Name.HOME;
                    case "3" -> Keystroke.Name.DELETE;
                    case "4", "8" -> Keystroke.Name.END;
                    case "5" -> Keystroke.Name.PAGE_UP;
                    case "6" -> Keystroke.Name.PAGE_DOWN;
                    default -> Keystroke.Name.OTHER;
                };
            default -> Keystroke.Name.OTHER;
        };
    }
}
