package org.ipsisim.play;

import java.util.List;

/**
 * What to send to a terminal so that it shows the next picture: only the lines that differ, so that nothing flickers.
 */
final class Changes {
    private static final String ERASE_ALL = "\u001b[2J";
    private static final String ERASE_REST = "\u001b[K";

    private List<String> shown = List.of();

    /** Forgets what the terminal shows. */
    void forget() {
        shown = List.of();
    }

    /** The text to send; empty if the terminal shows the picture already. */
    String to(Picture picture, int columns) {
        StringBuilder text = new StringBuilder();
        List<String> lines = picture.ansi();
        boolean isAnew = shown.size() != lines.size();
        if (isAnew) {
            text.append(ERASE_ALL);
        }
        for (int row = 0; row < lines.size(); row++) {
            if (isAnew || !lines.get(row).equals(shown.get(row))) {
                text.append("\u001b[").append(row + 1).append(";1H").append(lines.get(row));
                boolean isFull = picture.lines().get(row).width() >= columns;
                text.append(isFull ? "" : ERASE_REST);
            }
        }
        shown = lines;
        return text.toString();
    }
}
