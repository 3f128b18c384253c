package org.ipsisim.cli;

import java.nio.charset.Charset;

/**
 * What may be assumed about where output goes.
 *
 * @param outColour whether standard output shows colours
 * @param errColour whether standard error does
 * @param width columns of standard output
 * @param outCharset what text on standard output is encoded in
 * @param errCharset what messages are encoded in
 * @param debug whether defects show their stack trace
 * @param progress whether standard error shows a line that changes, such as a progress bar
 * @param interactive whether somebody sits at a terminal that shows what it is sent and sends keys
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

    /** Columns of what is not a terminal. */
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

    /** Whether standard output takes characters beyond ASCII, those that drawings need included. */
    boolean unicode() {
        return outCharset.canEncode() && outCharset.newEncoder().canEncode(DRAWING);
    }
}
