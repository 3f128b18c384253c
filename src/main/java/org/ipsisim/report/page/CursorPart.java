package org.ipsisim.report.page;

import java.util.List;
import org.ipsisim.document.Markup;
import org.ipsisim.document.Resources;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;

/**
 * The part of a run's page that shows one moment, {@code cursor.html}: hidden until the page's script fills it, so that a
 * page without scripts, and one on paper, looks the same as without this part.
 */
final class CursorPart {
    private final Report report;
    private final EstateDiagram estate;
    private final PageJson json;

    /** @param entries those in the page's table */
    CursorPart(Report report, EstateDiagram estate, List<TraceEntry> entries) {
        this.report = report;
        this.estate = estate;
        this.json = new PageJson(report, estate, entries);
    }

    /** The controls and panels, which belong below the timeline. */
    String panels() {
        boolean tooLong = json.until() < report.history().duration();
        boolean tooMany = report.alarms().size() > Report.MOST_ALARMS;
        return Resources.text("cursor.html")
                .replace(
                        "${if too long}",
                        note(
                                tooLong,
                                "The run is too long for one page: the cursor goes to "
                                        + report.history().moments().figures(json.until())
                                        + "; run.json has the rest."))
                .replace(
                        "${if too many alarms}",
                        note(tooMany, "Only the first " + Report.MOST_ALARMS + " alarms of the run are listed."))
                .replace("${port networks}", portNetworks())
                .replace("${estate}", estate.at(0, EstateDiagram.NOW));
    }

    private static String note(boolean bears, String words) {
        return bears ? new Markup().leaf("p", words, "class", "note").toString() : "";
    }

    private String portNetworks() {
        Markup options = new Markup();
        PnHistory worst = report.groups().get(0).first();
        for (PnHistory pn : report.history().portNetworks()) {
            String name = pn.portNetwork().number() + " "
                    + report.history().names().of(pn.portNetwork().site());
            options.fill(pn == worst ? "<option selected=''>%</option>" : "<option>%</option>", name);
        }
        return options.toString();
    }

    /** The data, which belong at the end of the page. */
    void writeData(Markup page) {
        page.open("script", "type", "application/json", "id", "run")
                .raw(json.write())
                .close();
    }

    /** The script, which belongs after the data. */
    void writeScript(Markup page) {
        page.open("script").raw(script()).close();
    }

    static String script() {
        return Resources.text("zoom.js") + Resources.text("cursor.js");
    }
}
