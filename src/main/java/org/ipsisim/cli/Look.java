package org.ipsisim.cli;

import java.nio.charset.Charset;

/**
 * What the command may assume about its output.
 *
 * @param outColour whether standard output shows colour
 * @param errColour whether standard error shows colour
 * @param width columns of standard output
 * @param outCharset the encoding of text on standard output
 * @param errCharset the encoding of messages
 * @param debug whether defects show their stack trace
 * @param progress whether standard error can show a progress bar
 * @param interactive whether a person sits at a terminal that can be drawn on and sends keys
 */
record Look(
        boolean outColour,
        boolean errColour,
        int width,
        Charset outCharset,
        Charset errCharset,
        boolean debug,
        boolean progress,
        boolean interactive) {
    private static final String DRAWING = "\u2500\u2502\u2588\u2592\u2192\u2026";

    /** The width of output that is not a terminal. */
    static final int PLAIN_WIDTH = 80;

    /** The look of something at which nobody sits. */
    Look(
            boolean outColour,
            boolean errColour,
            int width,
            Charset outCharset,
            Charset errCharset,
            boolean debug,
            boolean progress) {
        this(outColour, errColour, width, outCharset, errCharset, debug, progress, false);
    }

    /** The look of something that shows no progress. */
    Look(boolean outColour, boolean errColour, int width, Charset outCharset, Charset errCharset, boolean debug) {
        this(outColour, errColour, width, outCharset, errCharset, debug, false);
    }

    /** Whether standard output can show the characters of drawings. */
    boolean unicode() {
        return outCharset.canEncode() && outCharset.newEncoder().canEncode(DRAWING);
    }
}
