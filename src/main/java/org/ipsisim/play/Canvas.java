package org.ipsisim.play;

import org.ipsisim.document.Ink;
import org.ipsisim.document.TextStyle;

/**
 * What there is to draw on.
 *
 * @param style columns, colours and characters
 * @param rows lines
 * @param hasKeys whether somebody sits there and presses keys; a recording shows none
 */
record Canvas(TextStyle style, int rows, boolean hasKeys) {
    /** Fewer lines show nothing that helps. */
    static final int LEAST_ROWS = 16;
    /** Columns of the words at the left edge. */
    static final int LABEL_WIDTH = 10;

    int columns() {
        return style.width();
    }

    StyledLine line() {
        return new StyledLine(style);
    }

    /** A line that begins with the word for what it is about, in a column of {@link #LABEL_WIDTH}; an empty word leaves it blank. */
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
