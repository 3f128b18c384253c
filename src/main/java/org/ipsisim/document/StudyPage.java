package org.ipsisim.document;

import java.util.Base64;
import java.util.List;

/** A page about many runs as it grows: the answer first, then sections; no script, no request to anywhere. */
public final class StudyPage {
    /**
     * One step of a story.
     *
     * @param time as the page shows it
     * @param subject whom it happened to; empty if that is known already
     * @param text what happened
     */
    public record Step(String time, String subject, String text) {}

    private final Markup page;
    private final HtmlTables tables;
    private int sections;

    /**
     * @param kind what kind of study it is, in two or three words
     * @param title of the scenario
     * @param answer in a sentence or two
     */
    public StudyPage(String kind, String title, String answer) {
        this.page = HtmlPage.begin(title + " – " + kind, "", "");
        this.tables = new HtmlTables(page);
        page.open("header").line();
        page.leaf("p", "Port-network survivability: " + kind, "class", "kicker");
        page.leaf("h1", title);
        page.leaf("p", answer, "class", "lede");
    }

    /** The few numbers below the answer, before the first section. */
    public StudyPage figures(List<Figure> figures) {
        page.open("dl", "class", "figures").line();
        for (Figure figure : figures) {
            page.open("div")
                    .inline("dt", figure.name())
                    .inline("dd", figure.value())
                    .close();
        }
        page.close();
        return this;
    }

    /** Ends the part before and begins a section. */
    public StudyPage section(String heading) {
        sections++;
        String id = "s" + sections;
        page.close().open("section", "aria-labelledby", id).line().leaf("h2", heading, "id", id);
        return this;
    }

    public StudyPage heading(String text) {
        page.leaf("h3", text, "style", "margin-top:1.5rem");
        return this;
    }

    public StudyPage paragraph(String text) {
        page.leaf("p", text);
        return this;
    }

    /** A sentence that explains rather than says. */
    public StudyPage note(String text) {
        page.leaf("p", text, "class", "note");
        return this;
    }

    public StudyPage table(ReportTable table) {
        tables.write(table);
        return this;
    }

    /** A drawing that is markup already. */
    public StudyPage drawing(String svg, String caption) {
        page.open("figure").line();
        page.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", "Drawing, scrolls sideways");
        page.line().raw(svg).close();
        page.leaf("figcaption", caption).close();
        return this;
    }

    /** A PNG image, within the page. */
    public StudyPage image(byte[] png, String alternative, String caption) {
        page.open("figure").line();
        page.empty(
                        "img",
                        "src",
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                        "alt",
                        alternative,
                        "style",
                        "max-width:100%;height:auto")
                .line();
        if (!caption.isEmpty()) {
            page.leaf("figcaption", caption);
        }
        page.close();
        return this;
    }

    /** The steps of a story, by time. */
    public StudyPage story(List<Step> steps) {
        page.open("ol", "class", "story").line();
        for (Step step : steps) {
            page.open("li").inline("span", step.time(), "class", "time").open("span");
            if (!step.subject().isEmpty()) {
                page.inline("strong", step.subject()).text(" ");
            }
            page.text(step.text()).end().close();
        }
        page.close();
        return this;
    }

    /** A command line to copy. */
    public StudyPage code(String text) {
        page.open("pre", "tabindex", "0").inline("code", text).close();
        return this;
    }

    /** The whole page; nothing can be added any more. */
    public String html() {
        return page.close().close().close().close().toString();
    }
}
