package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.document.TextStyle;

/** A line of the screen under construction: pieces of coloured text, never wider than the screen. */
final class StyledLine {
    private static final String RESET = "\u001b[0m";
    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;]*)m");

    /**
     * A piece of text.
     *
     * @param ink its colour
     * @param onInk whether the colour is that of its ground
     */
    private record Piece(String text, Ink ink, boolean onInk) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final TextStyle style;
    private int width;

    StyledLine(TextStyle style) {
        this.style = style;
    }

    StyledLine add(String text) {
        return add(text, Ink.PLAIN);
    }

    StyledLine add(String text, Ink ink) {
        return add(text, ink, false);
    }

    /** Adds text in black on a coloured ground; without a colour, in reverse. */
    StyledLine addOn(String text, Ink ink) {
        return add(text, ink, true);
    }

    /** Adds text with the ANSI sequences of {@link Ink#paint}. */
    StyledLine addPainted(String text) {
        Ink ink = Ink.PLAIN;
        int from = 0;
        Matcher sequence = SEQUENCE.matcher(text);
        while (sequence.find()) {
            add(text.substring(from, sequence.start()), ink);
            ink = Ink.find(sequence.group(1)).orElse(Ink.PLAIN);
            from = sequence.end();
        }
        return add(text.substring(from), ink);
    }

    /** Adds text in a colour, or on a ground of that colour. */
    StyledLine add(String text, Ink ink, boolean onInk) {
        String clean = TerminalText.clean(text, style);
        String fitting = TerminalText.width(clean) <= room() ? clean : cut(clean, room());
        if (!fitting.isEmpty()) {
            pieces.add(new Piece(fitting, ink, onInk));
            width += TerminalText.width(fitting);
        }
        return this;
    }

    /** Adds text that is cut, with dots at its end, to a width. */
    StyledLine addAtMost(String text, int most, Ink ink) {
        return add(shortened(text, most, style), ink);
    }

    /** Adds blanks up to a column. */
    StyledLine to(int column) {
        return column > width ? add(" ".repeat(column - width)) : this;
    }

    /** Adds blanks on a ground up to a column. */
    StyledLine toOn(int column, Ink ink) {
        return column > width ? addOn(" ".repeat(column - width), ink) : this;
    }

    /** Columns that are taken. */
    int width() {
        return width;
    }

    private int room() {
        return style.width() - width;
    }

    /** A text cut to a number of columns; a longer one ends in dots. */
    static String shortened(String text, int most, TextStyle style) {
        String clean = TerminalText.clean(text, style);
        String dots = style.unicode() ? "…" : "..";
        return TerminalText.width(clean) <= most ? clean : cut(clean, Math.max(0, most - dots.length())) + dots;
    }

    private static String cut(String text, int most) {
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (TerminalText.width(text.substring(0, next)) > most) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    /** The text without colours, and without blanks at its end. */
    String plain() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text));
        return text.toString().stripTrailing();
    }

    /** The text with ANSI sequences. */
    String ansi() {
        StringBuilder text = new StringBuilder();
        String last = "";
        for (Piece piece : pieces) {
            String code = code(piece);
            if (!code.equals(last)) {
                text.append(last.isEmpty() ? "" : RESET).append(code.isEmpty() ? "" : "\u001b[" + code + "m");
                last = code;
            }
            text.append(piece.text);
        }
        return text + (last.isEmpty() ? "" : RESET);
    }

    private String code(Piece piece) {
        boolean isHue = piece.ink.code().startsWith("38;");
        if (isHue && !style.colour()) {
            return "";
        }
        if (!piece.onInk) {
            return piece.ink.code();
        }
        return isHue ? "38;5;16;4" + piece.ink.code().substring(1) : "7";
    }
}
