package org.ipsisim.play;

import java.io.IOException;
import java.util.Optional;

/** Turns the characters that a terminal sends into keys. */
final class KeyReader {
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

    private final Source source;

    KeyReader(Source source) {
        this.source = source;
    }

    /** The next key, if one comes in time; the end of the input counts as Ctrl-C. */
    Optional<Key> read(long millis) throws IOException {
        int first = source.read(millis);
        return first == NOTHING ? Optional.empty() : Optional.of(key(first));
    }

    private Key key(int first) throws IOException {
        if (first == ESCAPE) {
            return escaped();
        }
        if (Character.isHighSurrogate((char) first)) {
            int second = source.read(REST);
            return second > 0 && Character.isLowSurrogate((char) second)
                    ? Key.of(Character.toCodePoint((char) first, (char) second))
                    : Key.of(Key.Name.OTHER);
        }
        return first >= BLANK && first != RUBOUT && !Character.isISOControl(first)
                ? Key.of(first)
                : Key.of(control(first));
    }

    private static Key.Name control(int character) {
        return switch (character) {
            case '\r', '\n' -> Key.Name.ENTER;
            case '\t' -> Key.Name.TAB;
            case '\b', RUBOUT -> Key.Name.BACKSPACE;
            case 'A' - '@' -> Key.Name.HOME;
            case 'C' - '@', END -> Key.Name.INTERRUPT;
            case 'E' - '@' -> Key.Name.END;
            case 'L' - '@' -> Key.Name.REDRAW;
            case 'U' - '@' -> Key.Name.CLEAR;
            case 'Z' - '@' -> Key.Name.SUSPEND;
            default -> Key.Name.OTHER;
        };
    }

    private Key escaped() throws IOException {
        int second = source.read(REST);
        if (second == NOTHING || second == END) {
            return Key.of(Key.Name.ESCAPE);
        }
        if (second != '[' && second != 'O') {
            return Key.of(Key.Name.OTHER);
        }
        StringBuilder parameters = new StringBuilder();
        int next = source.read(REST);
        while (next >= BLANK && next < '@' && parameters.length() < LONGEST_SEQUENCE) {
            parameters.append((char) next);
            next = source.read(REST);
        }
        return Key.of(sequence(parameters.toString(), next));
    }

    /** Keys with Shift, Ctrl or Alt, as in {@code 1;5C}, count as the plain keys. */
    private static Key.Name sequence(String parameters, int last) {
        return switch (last) {
            case 'A' -> Key.Name.UP;
            case 'B' -> Key.Name.DOWN;
            case 'C' -> Key.Name.RIGHT;
            case 'D' -> Key.Name.LEFT;
            case 'H' -> Key.Name.HOME;
            case 'F' -> Key.Name.END;
            case '~' ->
                switch (parameters.replaceFirst(";.*", "")) {
                    case "1", "7" -> Key.Name.HOME;
                    case "3" -> Key.Name.DELETE;
                    case "4", "8" -> Key.Name.END;
                    case "5" -> Key.Name.PAGE_UP;
                    case "6" -> Key.Name.PAGE_DOWN;
                    default -> Key.Name.OTHER;
                };
            default -> Key.Name.OTHER;
        };
    }
}
