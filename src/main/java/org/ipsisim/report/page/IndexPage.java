package org.ipsisim.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentPage;
import org.ipsisim.document.HtmlPage;
import org.ipsisim.document.Markup;
import org.ipsisim.document.WholeFiles;
import org.ipsisim.history.History;

/** The page that leads to the reports of several runs: of each the headline, a few numbers and the timeline. */
public final class IndexPage {
    private IndexPage() {}

    /**
     * Writes {@code index.html}.
     *
     * @param histories of the runs
     * @param names of the directories with their reports, beside the page, in the same order
     * @param cover for whom and by whom they are
     * @throws IOException if it cannot be written; the message says why
     */
    public static void write(List<History> histories, List<String> names, Cover cover, Path directory)
            throws IOException {
        Markup page = HtmlPage.begin(histories.size() + " outage reports", "", "");
        page.open("header").line();
        HtmlReport.writeCover(cover, histories.get(0), page);
        page.leaf("h1", histories.size() + " scenarios").close();
        for (int i = 0; i < histories.size(); i++) {
            Report report = Report.of(histories.get(i), new Document("", "", ""));
            String id = "run" + (i + 1);
            page.open("section", "aria-labelledby", id).line().open("h2", "id", id);
            String link = names.get(i).replace("%", "%25").replace("#", "%23").replace("?", "%3F") + "/index.html";
            page.inline("a", report.scenario().title(), "href", link).close();
            page.leaf("p", report.timeline().subtitle());
            DocumentPage.writeParts(new Document("", "", "").figures(report.figures()), page);
            page.open("figure").open("div", "class", "wide", "tabindex", "0", "role", "group");
            page.raw(SvgTimeline.inline(report.timeline(), id + "-tl"))
                    .close()
                    .close()
                    .close();
        }
        String html = page.close().close().close().toString();
        WholeFiles.write(
                directory, "the index of reports", Map.of("index.html", html.getBytes(StandardCharsets.UTF_8)));
    }
}
