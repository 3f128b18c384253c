package org.ipsisim.scenario;

import java.util.Iterator;

/** Quotes words of a scenario file in messages. */
final class Quote {
    private static final int LONGEST = 60;
    private static final int MOST_LISTED = 24;

    private Quote() {}

    /** The text between back-ticks, cut to 60 characters. */
    static String of(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return "`" + text + "`";
        }
        return "`" + text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...`";
    }

    /** Words separated by commas; of many words the first, and how many more there are. */
    static String list(Iterable<String> words) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        Iterator<String> all = words.iterator();
        while (all.hasNext()) {
            String word = all.next();
            if (count < MOST_LISTED) {
                text.append(count == 0 ? "" : ", ").append(word);
            }
            count++;
        }
        if (count > MOST_LISTED) {
            text.append(" and ").append(count - MOST_LISTED).append(" more");
        }
        return text.toString();
    }
}
