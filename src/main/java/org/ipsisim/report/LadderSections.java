package org.ipsisim.report;

import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.history.Words;
import org.ipsisim.ladder.Ladder;
import org.ipsisim.ladder.LadderSvg;
import org.ipsisim.ladder.LadderText;

/** Ladders in a document: in characters on a terminal, drawn on a page. */
public final class LadderSections {
    private static final int MOST = 8;

    private LadderSections() {}

    /** Adds the first ladders, and how many more there are. */
    public static void add(Document document, List<Ladder> ladders) {
        ladders.stream()
                .limit(MOST)
                .forEach(ladder -> document.drawing(page -> {
                            LadderText.write(ladder, page);
                            page.blank();
                        })
                        .svg(
                                () -> LadderSvg.inline(ladder),
                                Words.capital(ladder.title()) + ": " + ladder.outcome() + "."));
        int more = ladders.size() - MOST;
        document.note(more > 0 ? "And " + more + " more: `ipsisim sip ladder` shows each." : "");
        document.note(
                ladders.isEmpty()
                        ? ""
                        : "An arrow is a message; a broken one is a repeat, and one that ends in a cross is lost. A line"
                                + " with a rule says what happened inside.");
    }
}
