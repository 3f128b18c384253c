package org.ipsisim.scenario;

import java.util.Locale;

/** Makes characters visible that would move the cursor, colour a terminal or turn the direction of writing. */
final class Visible {
    private Visible() {}

    /** The text with every unsafe character as {@code <U+001B>}; tabs as one space. */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                visible.append(' ');
            } else if (isUnsafe(c) || isLoneSurrogate(text, i)) {
                String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
                visible.append("<U+")
                        .append("0".repeat(4 - hex.length()))
                        .append(hex)
                        .append('>');
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    /** Control characters, line and paragraph separators, directional marks and byte order marks. */
    static boolean isUnsafe(char c) {
        return c < ' '
                || c >= 0x7F && c < 0xA0
                || c >= 0x200E && c <= 0x200F
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x061C
                || c >= 0xFFF9 && c <= 0xFFFB
                || c >= 0xFFFE
                || c == 0xFEFF;
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
