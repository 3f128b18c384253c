package org.ipsisim.report.timeline;

import org.ipsisim.history.History;
import org.ipsisim.report.Headline;

/** The headline of a run where its title stands elsewhere. */
public final class Sentence {
    private Sentence() {}

    /** What happened, as a sentence with a capital letter and without the title. */
    public static String of(History history) {
        String headline = Headline.of(history);
        String title = history.scenario().title() + ": ";
        String rest = headline.startsWith(title) ? headline.substring(title.length()) : headline;
        int first = rest.offsetByCodePoints(0, 1);
        return rest.substring(0, first).toUpperCase(java.util.Locale.ROOT) + rest.substring(first);
    }
}
