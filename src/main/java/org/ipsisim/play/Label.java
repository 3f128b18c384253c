package org.ipsisim.play;

import org.ipsisim.document.Ink;

/** The words at the left edge that say what a line is about. */
final class Label {
    /** Columns that they take. */
    static final int WIDTH = 10;

    private Label() {}

    /** A line with such a word; an empty one leaves the place blank. */
    static StyledLine of(Canvas canvas, String word) {
        return canvas.line().add("  " + word, Ink.FAINT).to(WIDTH);
    }
}
