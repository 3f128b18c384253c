package org.ipsisim.scenario;

import java.util.Locale;

/** Finds the word that was probably meant, by the number of typing slips between two words. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The nearest of the words, or an empty text if none is near. Of equally near ones the first. */
    public static String to(String word, Iterable<String> words) {
        String wanted = kebab(word);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return "";
        }
        String nearest = "";
        int least = allowedSlips(wanted) + 1;
        for (String candidate : words) {
            if (candidate.length() > LONGEST) {
                continue;
            }
            int slips = slips(wanted, candidate.toLowerCase(Locale.ROOT), least);
            if (slips < least) {
                least = slips;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static int allowedSlips(String word) {
        if (word.length() <= 3) {
            return 1;
        }
        return word.length() <= 7 ? 2 : 3;
    }

    /** {@code noServiceTimeout}, {@code no_service_timeout} and {@code No Service Timeout} as kebab-case. */
    private static String kebab(String word) {
        StringBuilder text = new StringBuilder(word.length() + 4);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '_' || c == ' ') {
                text.append('-');
            } else {
                if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(word.charAt(i - 1))) {
                    text.append('-');
                }
                text.append(Character.toLowerCase(c));
            }
        }
        return text.toString();
    }

    /** Insertions, deletions, replacements and swaps of neighbours; any number of {@code enough} or more may be short. */
    private static int slips(String a, String b, int enough) {
        if (Math.abs(a.length() - b.length()) >= enough) {
            return enough;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
