package org.ipsisim.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.document.Ink;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.document.TextTable;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** An explanation for a person at a terminal. */
public final class ExplanationText {
    private static final String INDENT = "  ";
    private static final int MOST_LEFT_OUT = 4;

    private final Explanation explanation;
    private final TextPage page;

    private ExplanationText(Explanation explanation, TextPage page) {
        this.explanation = explanation;
        this.page = page;
    }

    /**
     * Writes why a state is as it is, what is so now, what comes next and what would have prevented it. Flushes the writer
     * and leaves it open; no line is wider than the style's width.
     *
     * @param chosen what the user did not ask for and was chosen, in sentences
     */
    public static void write(
            Explanation explanation,
            List<String> chosen,
            Outlook outlook,
            Prevention prevention,
            Writer out,
            TextStyle style)
            throws IOException {
        TextPage page = new TextPage(out, style);
        ExplanationText text = new ExplanationText(explanation, page);
        text.writeHead(explanation.answer(), chosen);
        text.writeWhy();
        text.writeNow();
        text.writeOutlook(outlook);
        new PreventionText(explanation, page).write(prevention);
        out.flush();
    }

    /**
     * Writes why a state is as it is, and what comes next. Flushes the writer and leaves it open.
     *
     * @param outlook what comes next; empty if that is not asked for
     */
    public static void writeBriefly(Explanation explanation, Optional<Outlook> outlook, Writer out, TextStyle style)
            throws IOException {
        TextPage page = new TextPage(out, style);
        page.paragraph("", explanation.answer(), Ink.BOLD);
        ExplanationText text = new ExplanationText(explanation, page);
        text.writeWhy();
        if (outlook.isPresent()) {
            text.writeOutlook(outlook.get());
        }
        out.flush();
    }

    /** Writes why something has not happened. */
    public static void write(Explanation explanation, List<String> chosen, WhyNot whyNot, Writer out, TextStyle style)
            throws IOException {
        TextPage page = new TextPage(out, style);
        new ExplanationText(explanation, page).writeHead(whyNot.answer() + " " + explanation.answer(), chosen);
        WhyNotText.write(whyNot, page);
        out.flush();
    }

    private void writeHead(String answer, List<String> chosen) throws IOException {
        Scenario scenario = explanation.history().scenario();
        page.paragraph("", answer, Ink.BOLD);
        page.paragraph(
                "",
                scenario.provenance().file() + ", "
                        + Words.duration(explanation.history().duration()) + ", release "
                        + scenario.estate().release().key() + ", seed " + scenario.seed(),
                Ink.FAINT);
        for (String choice : chosen) {
            page.paragraph("", choice, Ink.FAINT);
        }
    }

    private void writeWhy() throws IOException {
        page.heading("Why");
        if (explanation.why().isEmpty()) {
            page.paragraph(INDENT, "Nothing has changed its state by then.", Ink.PLAIN);
        } else {
            page.table(StepTable.of(explanation.why()));
        }
    }

    private void writeNow() throws IOException {
        page.heading("Now");
        if (explanation.timers().isEmpty()) {
            page.paragraph(INDENT, "None of the timers runs.", Ink.PLAIN);
        } else {
            TextTable table = new TextTable(0, "timer", "whose", ">runs out", ">left", ">value", "set by");
            for (RunningTimer running : explanation.timers()) {
                table.row(
                        Ink.PLAIN,
                        running.timer().setting().key(),
                        StepTable.name(running.subject()),
                        Words.duration(running.timer().due()),
                        Words.duration(running.left()),
                        Words.duration(running.timer().value()),
                        running.timer().origin());
            }
            page.table(table);
        }
        page.blank();
        for (IpsiNow ipsi : explanation.ipsis()) {
            page.paragraph(INDENT, words(ipsi), Ink.PLAIN);
        }
        if (explanation.history().scenario().estate().main().duplex()) {
            String servers =
                    explanation.servers().stream().map(ExplanationText::words).collect(Collectors.joining(", "));
            page.paragraph(INDENT, servers + ".", Ink.PLAIN);
        }
    }

    private String words(IpsiNow ipsi) {
        String servers = ipsi.priorityList().stream()
                .map(number -> Words.clusterName(number, explanation.history().mainCluster()))
                .collect(Collectors.joining(", "));
        String cluster = cluster(explanation.state());
        return "ipsi-" + ipsi.ipsi() + " is " + ipsi.role().word().replace('-', ' ')
                + (ipsi.hasContact() ? " and hears " + cluster : " and does not hear " + cluster)
                + "; its priority list: " + (servers.isEmpty() ? "empty" : servers) + ".";
    }

    private static String words(ServerNow server) {
        boolean showsRefresh = server.role() == ServerRole.STANDBY;
        return server.id() + " is " + server.role().key()
                + (showsRefresh ? server.isRefreshed() ? " and refreshed" : " and not refreshed" : "");
    }

    private String cluster(PnSpan span) {
        return Words.clusterName(span.controller(), explanation.history().mainCluster());
    }

    private void writeOutlook(Outlook outlook) throws IOException {
        page.heading("Next, if nothing changes");
        page.paragraph(INDENT, unchanged(outlook), Ink.PLAIN);
        if (!outlook.steps().isEmpty()) {
            page.blank();
            page.table(StepTable.of(outlook.steps()));
            page.blank();
        }
        page.paragraph(INDENT, rest(outlook), Ink.PLAIN);
    }

    private static String unchanged(Outlook outlook) {
        List<String> sentences = new ArrayList<>();
        if (!outlook.failed().isEmpty()) {
            sentences.add("Stays failed: " + NumberList.joined(outlook.failed()) + ".");
        }
        if (!outlook.degraded().isEmpty()) {
            sentences.add("Stays degraded: " + NumberList.joined(outlook.degraded()) + ".");
        }
        List<Origin> leftOut = outlook.leftOut();
        if (!leftOut.isEmpty()) {
            int named = Math.min(MOST_LEFT_OUT, leftOut.size());
            String text = leftOut.subList(0, named).stream().map(Origin::text).collect(Collectors.joining("; "));
            int more = leftOut.size() - named;
            sentences.add("Left out: " + text + (more > 0 ? "; and " + more + " more" : "") + ".");
        } else {
            sentences.add("No later event is left out.");
        }
        return String.join(" ", sentences);
    }

    private String rest(Outlook outlook) {
        String end = Words.duration(outlook.run().duration());
        List<String> sentences = new ArrayList<>();
        if (outlook.calmSilences() > 0) {
            sentences.add("Besides, contact is lost and comes back without a reset "
                    + RoundedNumbers.times(outlook.calmSilences()) + " until " + end + ".");
        }
        if (outlook.more() > 0) {
            sentences.add(
                    "So it goes on: " + RoundedNumbers.count(outlook.more(), "more step") + " until " + end + ".");
        } else if (isWaiting(outlook)) {
            sentences.add("So it goes on, as long as nobody answers.");
        } else if (sentences.isEmpty()) {
            sentences.add((outlook.steps().isEmpty() ? "Nothing happens" : "After that nothing happens")
                    + " to it until " + end + ": it is " + state(outlook.last()) + ".");
        }
        return String.join(" ", sentences);
    }

    private static boolean isWaiting(Outlook outlook) {
        List<Step> steps = outlook.steps();
        return !steps.isEmpty()
                && outlook.run()
                        .findEntry(steps.get(steps.size() - 1).entry())
                        .map(TraceEntry::what)
                        .filter(PnHappening.NoServiceStarted.class::isInstance)
                        .isPresent();
    }

    private String state(PnSpan span) {
        String state = span.state().key().replace('-', ' ');
        return state + (span.state() == PnState.IN_SERVICE ? " under " : ", last under ") + cluster(span);
    }
}
