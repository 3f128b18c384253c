package org.ipsisim.play;

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

    int columns() {
        return style.width();
    }

    StyledLine line() {
        return new StyledLine(style);
    }
}
