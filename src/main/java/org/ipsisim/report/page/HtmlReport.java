package org.ipsisim.report.page;

import java.util.List;
import org.ipsisim.document.Figure;
import org.ipsisim.document.HtmlPage;
import org.ipsisim.document.HtmlTables;
import org.ipsisim.document.Markup;
import org.ipsisim.document.ReportTable;
import org.ipsisim.document.Reproduction;
import org.ipsisim.document.Resources;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.CallWords;
import org.ipsisim.report.SharedAlarm;
import org.ipsisim.report.timeline.Clock;

/**
 * The report as one page: no request to anywhere, light and dark, on paper and on a phone. A script adds a cursor to the
 * timeline; the page is complete without it.
 */
final class HtmlReport {
    /** Groups whose story is open from the start. */
    private static final int OPEN_STORIES = 4;

    private final Report report;
    private final Markup page;
    private final HtmlTables tables;
    private final List<TraceEntry> entries;
    private final CursorPart cursor;

    private HtmlReport(Report report) {
        this.report = report;
        this.page = HtmlPage.begin(
                report.scenario().title() + " – outage report",
                Resources.text("cursor.css"),
                CursorPart.securityPolicy());
        this.tables = new HtmlTables(page);
        this.entries = report.shownEntries();
        this.cursor = new CursorPart(report, entries, page);
    }

    static String of(Report report) {
        return new HtmlReport(report).write();
    }

    private String write() {
        whatHappened();
        portNetworks();
        phases();
        timeline();
        calls();
        alarms();
        section("lists", "Priority lists");
        tables.write(ReportTables.lists(report.history()));
        page.close();
        section("timers", "Timers in force");
        tables.write(ReportTables.timers(report.history()));
        page.close();
        expectations();
        assumptions();
        trace();
        reproduction();
        page.close();
        cursor.writeScript();
        return page.close().close().toString();
    }

    private void whatHappened() {
        page.open("header").line();
        page.leaf("p", "Port-network survivability: outage report", "class", "kicker");
        page.leaf("h1", report.scenario().title());
        page.leaf("p", report.timeline().subtitle(), "class", "lede");
        if (!report.scenario().description().isBlank()) {
            page.leaf("p", report.scenario().description(), "class", "note");
        }
        page.open("dl", "class", "figures").line();
        for (Figure figure : report.figures()) {
            page.open("div")
                    .inline("dt", figure.name())
                    .inline("dd", figure.value())
                    .close();
        }
        page.close().close();
    }

    private void portNetworks() {
        section("why", "How long, and why");
        int written = 0;
        for (PnNarrative group : report.groups()) {
            page.open("article").line();
            page.open("h3").text(group.name() + " ");
            page.inline("span", String.join(", ", group.sites()), "class", "site")
                    .close();
            page.leaf("p", report.summary(group));
            if (!group.episodes().isEmpty()) {
                story(group, written++ < OPEN_STORIES);
            }
            page.close();
        }
        page.close();
    }

    private void story(PnNarrative group, boolean open) {
        if (!open) {
            page.open("details").inline("summary", "Why").line();
        }
        for (Episode episode : group.told()) {
            if (group.episodes().size() > 1) {
                page.leaf("h4", Clock.at(episode.from()) + " to " + Clock.at(episode.to()));
            }
            if (!episode.steps().isEmpty()) {
                steps(episode);
            }
        }
        if (!group.untold().isEmpty()) {
            page.leaf("p", group.untold(), "class", "note");
        }
        page.open("p", "class", "line").inline("code", report.oneLine(group)).close();
        if (!open) {
            page.close();
        }
    }

    private void steps(Episode episode) {
        page.open("ol", "class", "story").line();
        for (Episode.Step step : episode.steps()) {
            page.open("li").inline("span", Clock.at(step.at()), "class", "time").open("span");
            if (!step.subject().isEmpty()) {
                page.inline("strong", step.subject()).text(" ");
            }
            page.text(step.text()).end().close();
        }
        page.close();
    }

    private void phases() {
        section("phases", "Where the time went");
        page.leaf("p", Report.PHASES_NOTE, "class", "note");
        new PhaseBars(page).write(report);
        page.close();
    }

    private void timeline() {
        section("timeline", "Timeline");
        page.open("figure").line();
        page.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", "Timeline, scrolls sideways");
        page.line().open("div", "id", "plot").raw(SvgTimeline.inline(report.timeline()));
        page.close().close();
        page.leaf(
                "figcaption",
                "What each port network did over time, and which server controlled it. Upright lines: what the"
                        + " scenario did. Point at a band for its exact times.");
        page.close();
        cursor.writePanels();
        page.close();
    }

    private void calls() {
        section("calls", "Calls");
        ReportTable calls = ReportTables.calls(report.groups());
        ReportTable random = ReportTables.randomCalls(report.groups());
        if (calls.rows().isEmpty() && random.rows().isEmpty()) {
            page.leaf("p", "The scenario has no calls.");
        }
        if (!calls.rows().isEmpty()) {
            page.leaf("p", Report.CALLS_NOTE, "class", "note");
            tables.write(calls);
        }
        if (!random.rows().isEmpty()) {
            page.leaf("h3", "Random calls");
            page.leaf("p", CallWords.NOTE, "class", "note");
            tables.write(random);
            report.reasonsOfBlocking().ifPresent(reasons -> page.leaf("p", reasons));
            ReportTable losses = ReportTables.callLosses(report.groups());
            if (!losses.rows().isEmpty()) {
                tables.write(losses);
            }
        }
        page.close();
    }

    private void alarms() {
        section("alarms", "Alarms");
        List<SharedAlarm> alarms = report.alarms();
        if (alarms.isEmpty()) {
            page.leaf("p", "No server raises an alarm.");
        } else {
            page.leaf("p", Report.ALARMS_NOTE, "class", "note");
            tables.write(ReportTables.alarms(report.shownAlarms()));
            if (alarms.size() > Report.MOST_ALARMS) {
                page.leaf("p", "And " + (alarms.size() - Report.MOST_ALARMS) + " more; run.json has them all.");
            }
        }
        page.close();
    }

    private void expectations() {
        section("expectations", "Expectations");
        if (report.expectations().isEmpty()) {
            page.leaf("p", "The scenario expects nothing of the run.");
        } else {
            tables.write(ReportTables.expectations(report.expectations()));
        }
        page.close();
    }

    private void assumptions() {
        section("assumptions", "Assumptions");
        if (report.assumptions().isEmpty()) {
            page.leaf("p", "No assumption bears on this run.");
        } else {
            page.open("ul").line();
            report.assumptions().forEach(assumption -> page.leaf("li", assumption));
            page.close();
        }
        page.close();
    }

    private void trace() {
        List<TraceEntry> trace = report.history().trace();
        section("trace", "Trace");
        page.open("details")
                .inline("summary", trace.size() == 1 ? "1 entry" : trace.size() + " entries")
                .line();
        tables.writeTrace(ReportTables.trace(report.history(), entries));
        if (!report.notToldAfter(Report.MOST_ENTRIES).isEmpty()) {
            page.leaf("p", report.notToldAfter(Report.MOST_ENTRIES));
        }
        page.close().close();
    }

    private void reproduction() {
        section("again", "Run it again");
        page.open("p")
                .text("Scenario ")
                .inline("code", report.scenario().provenance().file())
                .text(", seed ")
                .inline("code", String.valueOf(report.scenario().seed()))
                .text(", " + Words.duration(report.history().duration()) + " long. The same scenario, seed and version"
                        + " give the same report, byte for byte.")
                .close();
        page.open("pre", "tabindex", "0")
                .inline("code", Reproduction.command(report.scenario()))
                .close();
        page.close();
    }

    private void section(String id, String heading) {
        page.open("section", "aria-labelledby", id).line().leaf("h2", heading, "id", id);
    }
}
