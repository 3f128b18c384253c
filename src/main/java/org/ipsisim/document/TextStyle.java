package org.ipsisim.document;

/**
 * How text goes to a terminal or a file.
 *
 * @param width columns of a line, at least {@link #MIN_WIDTH}
 * @param colour whether to colour with ANSI sequences; without, every state still has its own mark
 * @param unicode whether the output takes box-drawing characters; without, everything is ASCII
 */
public record TextStyle(int width, boolean colour, boolean unicode) {
    /** The narrowest that tables and timelines fit into. */
    public static final int MIN_WIDTH = 60;

    /** What a file or a pipe gets: 80 columns, no colour. */
    public static final TextStyle PLAIN = new TextStyle(80, false, true);

    /** Takes a smaller width for {@link #MIN_WIDTH}. */
    public TextStyle {
        width = Math.max(width, MIN_WIDTH);
    }
}
