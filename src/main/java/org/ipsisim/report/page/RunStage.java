package org.ipsisim.report.page;

import org.ipsisim.document.Document;
import org.ipsisim.history.History;

/** A run as a page to look at while somebody tells its story: the timeline of the report, its cursor and what that shows. */
public final class RunStage {
    /** It stands in a page with margins, a heading and a clock of its own. */
    private static final String STYLE = """
            main { max-width: none; padding: 0; }
            section { margin-top: 0; padding-top: 0; border-top: 0; }
            #timeline, figcaption, #c-time, #c-link, #c-keys { display: none; }
            .moves { position: static; margin-top: .25rem; }
            """;

    private RunStage() {}

    /** The page. The same history gives the same bytes. */
    public static String of(History history) {
        return HtmlReport.stage(Report.of(history, new Document("", "", "")), STYLE);
    }
}
