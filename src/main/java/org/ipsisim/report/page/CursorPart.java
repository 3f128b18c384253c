package org.ipsisim.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ipsisim.document.Markup;
import org.ipsisim.document.Resources;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.timeline.Clock;

/**
 * The part of a run's page that shows one moment: hidden until the page's script fills it, so that a page without
 * scripts, and one on paper, is as it would be without this part.
 */
final class CursorPart {
    private static final String HINT = "Click or drag on the timeline, or press →, to see the state at any moment.";

    private static final String KEYS =
            "Keys: ← and → move to the previous or next event, with Shift by one second; Home and"
                    + " End go to the start and end; ↑, ↓ and digits choose a port network; N goes to the next step of"
                    + " this fault; Esc closes the cursor.";

    private static final String SCREENS =
            "Imitations of Communication Manager screens. Each server shows its own view, as a" + " real one does.";

    private final Report report;
    private final PageJson json;
    private final Markup page;

    /** @param entries those in the page's table */
    CursorPart(Report report, List<TraceEntry> entries, Markup page) {
        this.report = report;
        this.json = new PageJson(report, entries);
        this.page = page;
    }

    /** What lets a browser run the page's own script and no other, and ask nobody for anything. */
    static String securityPolicy() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script().getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-"
                    + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The controls and panels, which belong below the timeline. */
    void writePanels() {
        page.open("div", "id", "cursor", "hidden", "").line();
        controls();
        page.leaf("p", HINT, "id", "c-now", "role", "status");
        page.leaf("p", KEYS, "id", "c-keys", "class", "note");
        if (json.until() < report.history().duration()) {
            page.leaf(
                    "p",
                    "The run is too long for one page: the cursor goes to " + Clock.at(json.until())
                            + "; run.json has the rest.",
                    "class",
                    "note");
        }
        page.open("div", "id", "c-panels", "hidden", "").line();
        page.open("div").line();
        page.leaf("h3", "Port networks");
        table("c-pns", "Port networks at this moment", "PN", "State", "Controller", "Next timer to expire");
        page.leaf("h3", "Servers");
        table("c-servers", "Servers at this moment", "Server", "Role");
        page.open("ul", "id", "c-server-timers", "class", "timers").close();
        page.leaf("h3", "Active alarms");
        page.open("ul", "id", "c-alarms").close();
        if (report.alarms().size() > Report.MOST_ALARMS) {
            page.leaf("p", "Only the first " + Report.MOST_ALARMS + " alarms of the run are listed.", "class", "note");
        }
        page.close();
        onePortNetwork();
        console();
        page.close().close();
    }

    private void controls() {
        page.open("div", "class", "moves").line();
        page.leaf("p", "–:––", "id", "c-time");
        page.open("label").text("PN ").open("select", "id", "c-pn");
        PnHistory worst = report.groups().get(0).first();
        for (PnHistory pn : report.history().portNetworks()) {
            String name = pn.portNetwork().number() + " " + pn.portNetwork().site();
            if (pn == worst) {
                page.inline("option", name, "selected", "");
            } else {
                page.inline("option", name);
            }
        }
        page.end().close();
        button("c-back", "← Event", "aria-label", "Previous event");
        button("c-on", "Event →", "aria-label", "Next event");
        button("c-step", "Next step in this fault");
        page.leaf("a", "Link to this moment", "id", "c-link", "hidden", "");
        page.close();
    }

    private void onePortNetwork() {
        page.open("div").line();
        page.leaf("h3", "Port network", "id", "c-name");
        page.leaf("p", "", "id", "c-state");
        page.leaf("h4", "Running timers");
        page.open("ul", "id", "c-timers", "class", "timers").close();
        page.leaf("h4", "IPSIs and their priority lists");
        page.open("ul", "id", "c-ipsis").close();
        page.leaf("h4", "What led to this");
        page.leaf("p", "", "id", "c-fault", "class", "note");
        page.open("ol", "id", "c-chain", "class", "story").close();
        page.leaf("h4", "Calls");
        page.leaf("p", "", "id", "c-no-calls");
        table("c-calls", "Calls lost up to this phase, and in it", "Calls", "Before", "In this phase");
        page.close();
    }

    private void console() {
        page.open("div", "id", "c-console").line();
        page.leaf("h3", "Consoles of the servers");
        page.leaf("p", SCREENS, "class", "note");
        page.open("p");
        page.open("label")
                .text("Server ")
                .inline("select", "", "id", "c-server")
                .end()
                .text(" ");
        page.open("label")
                .text("Command ")
                .inline("select", "", "id", "c-command")
                .end();
        page.close();
        page.leaf("p", "", "id", "c-as-of", "class", "note");
        page.leaf(
                "pre", "", "id", "c-screen", "tabindex", "0", "role", "region", "aria-label", "Screen of the console");
        page.close();
    }

    private void button(String id, String text, String... more) {
        List<String> attributes = new ArrayList<>(List.of("type", "button", "id", id));
        attributes.addAll(List.of(more));
        page.leaf("button", text, attributes.toArray(String[]::new));
    }

    private void table(String id, String caption, String... heads) {
        page.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", caption);
        page.open("table", "id", id).leaf("caption", caption);
        page.open("thead").open("tr");
        for (String head : heads) {
            page.inline("th", head, "scope", "col");
        }
        page.end().close().open("tbody").close().end().close();
    }

    /** The data and the script, which belong at the end of the page. */
    void writeScript() {
        page.open("script", "type", "application/json", "id", "run")
                .raw(json.write())
                .close();
        page.open("script").raw(script()).close();
    }

    private static String script() {
        return Resources.text("cursor.js");
    }
}
