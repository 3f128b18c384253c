package org.ipsisim.play;

import org.ipsisim.document.Ink;
import org.ipsisim.document.TextStyle;

/**
 * The size and style of a picture.
 *
 * @param style columns, colours and characters
 * @param rows lines
 * @param hasKeys whether somebody can press keys; hints are shown only then
 */
record Canvas(TextStyle style, int rows, boolean hasKeys) {
    /** With fewer lines nothing useful fits. */
    static final int LEAST_ROWS = 16;
    /** Columns of the word at the left edge. */
    static final int LABEL_WIDTH = 10;

    int columns() {
        return style.width();
    }

    StyledLine line() {
        return new StyledLine(style);
    }

    /** A line with a word at its left edge that says what it is about; an empty word leaves the column blank. */
    StyledLine label(String word) {
        return line().add("  " + word, Ink.FAINT).to(LABEL_WIDTH);
    }

    /** A rule across the screen with words in it. */
    StyledLine rule(String left, String right) {
        String dash = style.unicode() ? "─" : "-";
        StyledLine line = line().add(dash + " ", Ink.FAINT);
        line.addAtMost(left, columns() - right.length() - 4, Ink.BOLD).add(" ");
        int dashes = columns() - line.width() - right.length();
        return line.add(dash.repeat(Math.max(0, dashes)), Ink.FAINT).add(right, Ink.FAINT);
    }
}
