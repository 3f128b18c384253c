package org.ipsisim.document;

import java.text.Normalizer;
import java.util.Locale;

/** Replaces characters that are not ASCII for terminals that show nothing else; never with a question mark. */
final class AsciiText {
    private AsciiText() {}

    /** A letter without its accents, a plain dash or quotation mark; otherwise the number: <code>&#92;u00DF</code>. */
    static String of(int character) {
        String written = Character.toString(character);
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        if (!plain.isEmpty() && plain.chars().allMatch(AsciiText::isShown)) {
            return plain;
        }
        return switch (Character.getType(character)) {
            case Character.DASH_PUNCTUATION -> "-";
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> quote(character);
            default -> character == '\u00B1' ? "+-" : numbers(written);
        };
    }

    private static String quote(int character) {
        return character == '\u2018' || character == '\u2019' ? "'" : "\"";
    }

    private static String numbers(String written) {
        StringBuilder numbers = new StringBuilder();
        for (char unit : written.toCharArray()) {
            numbers.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
        }
        return numbers.toString();
    }

    private static boolean isShown(int c) {
        return c >= ' ' && c <= '~';
    }
}
