package org.ipsisim.play;

import java.io.IOException;
import java.util.Optional;

/** Makes keys of what a terminal sends for them. */
final class KeyReader {
    /** What a source of characters says when none came in time. */
    static final int NOTHING = -2;

    /** What it says when none will come any more. */
    static final int END = -1;

    private static final int ESCAPE = 27;
    private static final int BLANK = 32;
    private static final int RUBOUT = 127;
    private static final int LONGEST_SEQUENCE = 16;

    /** The rest of a sequence comes at once, over a slow line a little later. */
    private static final long REST = 100;

    /** Gives characters as they come. */
    interface Source {
        /** A character; or, after so many milliseconds, {@link #NOTHING}; or {@link #END}. */
        int read(long millis) throws IOException;
    }

    private final Source source;

    KeyReader(Source source) {
        this.source = source;
    }

    /** The next key, if one comes in time. The end of the input counts as Ctrl-C. */
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

    /** Keys with Shift, Ctrl or Alt, as in {@code 1;5C}, are what they are without. */
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
