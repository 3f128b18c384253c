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
    private static final String ERASE_ALL = "\u001b[2J";
    private static final String ERASE_REST = "\u001b[K";

    /** Keeps a copy of the lines. */
    Picture {
        lines = List.copyOf(lines);
    }

    /** The lines with ANSI sequences. */
    List<String> ansi() {
        return lines.stream().map(StyledLine::ansi).toList();
    }

    /**
     * What to send to a terminal so that it shows this picture: only the lines that differ, so that nothing flickers; nothing
     * if it shows the picture already.
     *
     * @param shown the lines that it shows; none if that is not known
     * @param ansi the lines of this picture
     * @param columns of the terminal
     */
    String changes(List<String> shown, List<String> ansi, int columns) {
        boolean isAnew = shown.size() != ansi.size();
        StringBuilder text = new StringBuilder(isAnew ? ERASE_ALL : "");
        for (int row = 0; row < ansi.size(); row++) {
            if (isAnew || !ansi.get(row).equals(shown.get(row))) {
                text.append("\u001b[").append(row + 1).append(";1H").append(ansi.get(row));
                text.append(lines.get(row).width() >= columns ? "" : ERASE_REST);
            }
        }
        return text.toString();
    }
}
