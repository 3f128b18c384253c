package org.ipsisim.play;

import java.util.List;

/**
 * A full screen of lines.
 *
 * @param lines from the top, as many as there are rows
 * @param cursor the column of the cursor in the last line; negative if none is shown
 * @param scroll how many lines of a long page are scrolled past, limited to what there is
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
