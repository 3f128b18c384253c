package org.ipsisim.report.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentPage;
import org.ipsisim.document.HtmlPage;
import org.ipsisim.document.Markup;
import org.ipsisim.document.Resources;
import org.ipsisim.history.History;

/**
 * The report as one page: no request to anywhere, light and dark, on paper and on a phone. A script adds a cursor to the
 * timeline; the page is complete without it.
 */
final class HtmlReport {
    /** Up to this width, in CSS pixels, the estate is drawn three times. */
    private static final int WIDEST_OF_THREE = 600;

    private final Report report;
    private final Markup page;
    private final EstateDiagram estate;
    private final CursorPart cursor;

    private HtmlReport(Report report, String style) {
        this.report = report;
        this.page = HtmlPage.begin(
                report.scenario().title() + " – outage report",
                Resources.text("cursor.css") + style,
                CursorPart.script());
        this.estate = EstateDiagram.of(report.history());
        this.cursor = new CursorPart(report, estate, report.shownEntries());
    }

    static String of(Report report) {
        return new HtmlReport(report, "").write();
    }

    /**
     * The timeline and its cursor alone; without port networks, the timeline and the data of the cursor. The tables that
     * the cursor reads are there, but not shown.
     *
     * @param style CSS after that of the report
     */
    static String stage(Report report, String style) {
        return new HtmlReport(report, style).writeStage();
    }

    private String writeStage() {
        boolean hasPortNetworks = !report.groups().isEmpty();
        timeline(hasPortNetworks);
        page.open("div", "hidden", "").line();
        DocumentPage.writeSections(report.appendix(Report.MOST_ENTRIES), page);
        page.close().close();
        cursor.writeData(page);
        if (hasPortNetworks) {
            cursor.writeScript(page);
        }
        return page.close().close().toString();
    }

    private String write() {
        boolean hasPortNetworks = !report.groups().isEmpty();
        whatHappened();
        timeline(hasPortNetworks);
        DocumentPage.writeSections(report.recommendation(), page);
        estate();
        DocumentPage.writeSections(report.story(), page);
        if (hasPortNetworks) {
            DocumentPage.writeSections(report.phases(), page);
        }
        DocumentPage.writeSections(report.outcome(), page);
        appendix();
        page.close();
        if (hasPortNetworks) {
            cursor.writeData(page);
            cursor.writeScript(page);
        }
        return page.close().close().toString();
    }

    /** What most readers skip: folded away, open on paper. */
    private void appendix() {
        page.open("details", "id", "appendix");
        page.inline("summary", "Appendix: alarms, lists, timers, assumptions, trace")
                .line();
        Document appendix = report.appendix(Report.MOST_ENTRIES);
        DocumentPage.writeContents(appendix, page);
        DocumentPage.writeSections(appendix, page);
        page.close();
    }

    /** For whom and by whom, with the logo; nothing for nobody. */
    static void writeCover(Cover cover, History history, Markup page) {
        String words = cover.text(history);
        if (!words.isEmpty()) {
            page.open("p", "class", "cover");
            if (cover.hasLogo()) {
                page.fill("<img src='data:image/png;base64,%' alt='%'/>", cover.logo(), cover.author());
            }
            page.inline("span", words).close();
        }
    }

    private void whatHappened() {
        page.open("header").line();
        writeCover(report.cover(), report.history(), page);
        page.leaf("p", "Port-network survivability: outage report", "class", "kicker");
        page.leaf("h1", report.scenario().title());
        page.leaf("p", report.timeline().subtitle(), "class", "lede");
        if (!report.scenario().description().isBlank()) {
            page.leaf("p", report.scenario().description(), "class", "note");
        }
        report.history().cautions().forEach(caution -> page.leaf("p", "Caution. " + caution, "class", "caution"));
        DocumentPage.writeParts(new Document("", "", "").figures(report.figures()), page);
        page.close();
    }

    /** @param hasCursor whether a cursor shows one moment of the port networks */
    private void timeline(boolean hasCursor) {
        section("timeline", "Timeline");
        page.open("figure").line();
        page.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", "Timeline, scrolls sideways");
        page.line().open("div", "id", "plot").raw(SvgTimeline.zoomable(report.timeline()));
        page.close().close();
        page.leaf(
                "figcaption",
                report.captionOfTimeline()
                        + " Vertical lines: events of the scenario. Point at a band for its exact times.");
        page.close();
        if (hasCursor) {
            page.raw(cursor.panels());
        }
        page.close();
    }

    /** The estate before, at the worst moment and at the end; a large one at the worst moment alone. */
    private void estate() {
        if (!estate.hasLinks()) {
            return;
        }
        section("estate", "The estate");
        page.open("div", "class", "moments").line();
        Map<String, Long> moments = new LinkedHashMap<>();
        boolean small = estate.width() <= WIDEST_OF_THREE;
        long worst = estate.worst();
        if (small || worst == 0) {
            moments.put("At the start", 0L);
        }
        if (worst > 0) {
            moments.put("When most is out of service", worst);
        }
        if (small && worst > 0) {
            moments.put("At the end", report.history().duration());
        }
        moments.forEach((words, at) -> {
            page.open("figure", "style", "flex: 1 1 " + estate.width() + "px", "tabindex", "0");
            page.raw(estate.at(at, "e" + at));
            page.leaf("figcaption", words + ": " + report.history().moments().rounded(at) + ".")
                    .close();
        });
        page.close().close();
    }

    private void section(String id, String heading) {
        page.open("section", "aria-labelledby", id).line().leaf("h2", heading, "id", id);
    }
}
