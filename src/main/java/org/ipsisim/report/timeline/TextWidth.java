package org.ipsisim.report.timeline;

/** Estimates how wide text is in a common sans-serif font, without one: rather too wide than too narrow. */
public final class TextWidth {
    private TextWidth() {}

    /**
     * The width of a text.
     *
     * @param text one line
     * @param size font size; the result has the same unit
     */
    public static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
    }

    private static double em(int c) {
        if ("iljtfI.,:;'|!()[]- ".indexOf(c) >= 0) {
            return 0.39;
        }
        if ("mwMW@%–→".indexOf(c) >= 0) {
            return 0.98;
        }
        if (c > 0x2E80) {
            return 1;
        }
        return Character.isUpperCase(c) ? 0.72 : 0.63;
    }
}
