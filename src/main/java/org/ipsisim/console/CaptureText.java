package org.ipsisim.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.console.ImportedEstate.Capture;

/**
 * The lines of a capture: what a terminal would show, without escape sequences, tabs, line ends of any kind and quotation
 * marks. The last word is left out if no line end follows, since it may have been cut off.
 */
final class CaptureText {
    /** Terminals are at least this wide; many shorter lines of the same length have been wrapped. */
    private static final int TERMINAL = 79;

    private static final int NARROWEST = 20;
    /** Put between digits at the end of a line and at the start of the next: they may be one number or two. */
    private static final String PERHAPS_ONE_NUMBER = "\u2026";

    private static final int LONGEST_JUMP = 200;
    private static final char ESCAPE = '\u001b';
    private static final char SEQUENCE = '\u009b';

    private final String file;
    private final String text;
    private final List<String> raw = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int row = -1;
    private int next;
    private int longest;
    private boolean isCut;

    private CaptureText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The text of a capture. */
    static CaptureText of(Capture capture) {
        CaptureText text = new CaptureText(capture.file(), decode(capture.bytes()));
        text.read();
        return text;
    }

    /** The lines as they are. */
    List<CaptureLine> lines() {
        List<CaptureLine> asTheyAre = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            boolean last = i + 1 == raw.size();
            boolean full = last ? isCut : isNarrow() && raw.get(i).length() == longest && begins(raw.get(i + 1));
            asTheyAre.add(line(i, raw.get(i), i, full));
        }
        return asTheyAre;
    }

    /**
     * The lines, joined again where a narrow terminal may have wrapped them; empty if it did not. Lines that would be wider
     * than a screen together were not wrapped; a capture with many of these has been clipped.
     */
    List<CaptureLine> unwrapped() {
        List<CaptureLine> together = new ArrayList<>(raw.size());
        int tooLong = 0;
        int wrapped = 0;
        for (int i = 0; i < raw.size() && isNarrow(); i++) {
            int first = i;
            StringBuilder whole = new StringBuilder(raw.get(i));
            while (raw.get(i).length() == longest && i + 1 < raw.size()) {
                String rest = raw.get(i + 1);
                if (whole.length() + rest.stripTrailing().length() > Screen.WIDTH) {
                    tooLong++;
                    break;
                }
                boolean digits = endsWithDigit(whole) && !rest.isEmpty() && isDigit(rest.charAt(0));
                whole.append(digits ? PERHAPS_ONE_NUMBER : "").append(rest);
                wrapped++;
                i++;
            }
            together.add(line(first, whole.toString(), i, isCut && i + 1 == raw.size()));
        }
        return 2 * tooLong > wrapped ? List.of() : together;
    }

    private CaptureLine line(int first, String whole, int last, boolean full) {
        int room = longest - raw.get(last).stripTrailing().length();
        return new CaptureLine(file, first + 1, whole.stripTrailing(), room, full);
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && text.charAt(0) != ' ';
    }

    private static boolean endsWithDigit(StringBuilder text) {
        return !text.isEmpty() && isDigit(text.charAt(text.length() - 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether lines may have been wrapped by a terminal as wide as the longest one. */
    private boolean isNarrow() {
        return longest >= NARROWEST && longest < TERMINAL;
    }

    private static String decode(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            charset = StandardCharsets.UTF_16LE;
        } else if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            charset = StandardCharsets.UTF_16BE;
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private void read() {
        while (next < text.length()) {
            char c = text.charAt(next++);
            switch (c) {
                case '\r' -> {
                    endLine();
                    if (next < text.length() && text.charAt(next) == '\n') {
                        next++;
                    }
                }
                case '\n', '\f', '\u000b', '\u0085', '\u2028', '\u2029' -> endLine();
                case '\t' -> pad(line.length() + 8 - (line.length() - quotation()) % 8);
                case '\b' -> line.setLength(Math.max(0, line.length() - 1));
                case ESCAPE -> skipEscape();
                case SEQUENCE -> controlSequence();
                case '\u0000' -> {}
                case '\u00a0', '\u2007', '\u202f', '\ufeff', '\u200b' -> line.append(' ');
                default -> line.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        if (!line.isEmpty()) {
            int end = line.length();
            while (end > 0 && line.charAt(end - 1) != ' ') {
                end--;
            }
            line.setLength(end);
            endLine();
            isCut = true;
        }
    }

    private void endLine() {
        String whole = line.substring(quotation());
        raw.add(whole);
        longest = Math.max(longest, whole.length());
        line.setLength(0);
    }

    /** How many characters at the beginning of the line are quotation marks, such as {@code > }. */
    private int quotation() {
        int from = 0;
        while (from < line.length() && line.charAt(from) == '>') {
            from += from + 1 < line.length() && line.charAt(from + 1) == ' ' ? 2 : 1;
        }
        return from;
    }

    private void pad(int length) {
        while (line.length() < length) {
            line.append(' ');
        }
    }

    /** Skips what follows an escape character; a jump of the cursor to another row ends the line. */
    private void skipEscape() {
        if (next == text.length()) {
            return;
        }
        char kind = text.charAt(next++);
        if (kind == '[') {
            controlSequence();
        } else if (kind == ']') {
            while (next < text.length() && text.charAt(next) != '\u0007' && text.charAt(next) != ESCAPE) {
                next++;
            }
        } else if (kind >= ' ' && kind <= '/' || kind == 'O') {
            next = Math.min(text.length(), next + 1);
        }
    }

    private void controlSequence() {
        int from = next;
        while (next < text.length() && text.charAt(next) >= ' ' && text.charAt(next) <= '?') {
            next++;
        }
        if (next == text.length()) {
            return;
        }
        String[] numbers = text.substring(from, next).split(";", -1);
        char what = text.charAt(next++);
        if (what == 'H' || what == 'f') {
            jump(number(numbers[0]), numbers.length > 1 ? number(numbers[1]) : 1);
        } else if (what == 'C') {
            pad(line.length() + number(numbers[0]));
        }
    }

    private void jump(int toRow, int column) {
        if (toRow != row || column <= line.length()) {
            if (line.length() > quotation()) {
                endLine();
            }
            row = toRow;
        }
        pad(quotation() + column - 1);
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,3}") ? Math.min(LONGEST_JUMP, Math.max(1, Integer.parseInt(digits))) : 1;
    }
}
