package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.List;

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

    /**
     * Breaks a text into lines at its spaces; a word that is wider than a line gets one of its own.
     *
     * @param text any text
     * @param size font size
     * @param width room for a line, in the unit of the size
     */
    public static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && of(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
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
