package org.ipsisim.play;

import java.util.List;

/**
 * What the screen shows.
 *
 * @param lines from the top, as many as there are rows
 * @param cursor the column of the cursor in the last line; negative if none is shown
 * @param scroll how many lines of a long page are passed over: no more than there are to pass
 */
record Picture(List<StyledLine> lines, int cursor, int scroll) {
    /** Keeps a copy of the lines. */
    Picture {
        lines = List.copyOf(lines);
    }

    /** The lines with ANSI sequences. */
    List<String> ansi() {
        return lines.stream().map(StyledLine::ansi).toList();
    }
}
