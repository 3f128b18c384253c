package org.ipsisim.report.page;

import java.util.List;
import org.ipsisim.document.HtmlTables;
import org.ipsisim.document.Markup;
import org.ipsisim.document.ReportTable;
import org.ipsisim.history.History;
import org.ipsisim.report.RunSection;
import org.ipsisim.report.SharedAlarm;
import org.ipsisim.report.timeline.ClusterNames;
import org.ipsisim.report.timeline.Timeline;

/** What the report of a run is made of, for pages of other kinds that show some of it. */
public final class RunParts {
    private RunParts() {}

    /**
     * A part of the report as markup with a heading of the third level; empty where there is nothing to tell. A page may
     * hold one timeline.
     */
    public static String of(RunSection section, History history) {
        if (section == RunSection.TIMELINE) {
            return timeline(history);
        }
        Markup page = new Markup();
        List<PnNarrative> groups = PnNarrative.of(history);
        ReportTable table = switch (section) {
            case STATES -> ReportTables.states(groups, new ClusterNames(history.mainCluster()));
            case CALLS -> ReportTables.calls(groups);
            case RANDOM_CALLS -> ReportTables.randomCalls(groups);
            case ALARMS -> ReportTables.alarms(SharedAlarm.of(history));
            case LISTS -> ReportTables.lists(history);
            default -> ReportTables.trace(history, history.trace());
        };
        if (table.rows().isEmpty()) {
            return "";
        }
        page.leaf("h3", table.caption());
        HtmlTables tables = new HtmlTables(page);
        if (section == RunSection.TRACE) {
            tables.writeTrace(table);
        } else {
            tables.write(table);
        }
        return page.toString();
    }

    private static String timeline(History history) {
        Markup page = new Markup();
        page.open("figure").line();
        page.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", "Timeline, scrolls sideways");
        page.line().raw(SvgTimeline.inline(Timeline.of(history))).close();
        page.leaf("figcaption", "What each port network did over time. Upright lines: what the scenario did.");
        return page.close().toString();
    }
}
