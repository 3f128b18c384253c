package org.ipsisim.lesson.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;
import org.ipsisim.report.Ink;
import org.ipsisim.report.NumberList;
import org.ipsisim.report.Spoken;
import org.ipsisim.report.TextPage;
import org.ipsisim.report.TextStyle;
import org.ipsisim.report.TextTable;
import org.ipsisim.whatif.Cost;

/** An explanation for a person at a terminal. */
public final class ExplanationText {
    private static final String INDENT = "  ";
    private static final int MOST_LEFT_OUT = 4;
    private static final int WIDEST_SUBJECT = 12;

    private final Explanation explanation;
    private final TextPage page;

    private ExplanationText(Explanation explanation, TextPage page) {
        this.explanation = explanation;
        this.page = page;
    }

    /**
     * Writes why a state is as it is, what runs, what comes next and what would have prevented it.
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
        ExplanationText text = new ExplanationText(explanation, new TextPage(out, style));
        text.writeHead(explanation.answer(), chosen);
        text.writeWhy();
        text.writeNow();
        text.writeOutlook(outlook);
        text.writePrevention(prevention);
        out.flush();
    }

    /** Writes why something has not happened. */
    public static void write(
            Explanation explanation, List<String> chosen, WhyNot whyNot, Writer out, TextStyle style)
            throws IOException {
        ExplanationText text = new ExplanationText(explanation, new TextPage(out, style));
        text.writeHead(whyNot.answer() + " " + explanation.answer(), chosen);
        text.writeWhyNot(whyNot);
        out.flush();
    }

    private void writeHead(String answer, List<String> chosen) throws IOException {
        Scenario scenario = explanation.history().scenario();
        page.paragraph("", answer, Ink.BOLD);
        page.paragraph(
                "",
                scenario.provenance().file() + ", " + Words.duration(explanation.history().duration()) + ", release "
                        + scenario.estate().release().key() + ", seed " + scenario.seed(),
                Ink.FAINT);
        for (String choice : chosen) {
            page.paragraph("", choice, Ink.FAINT);
        }
    }

    private void writeWhy() throws IOException {
        page.heading("Why");
        if (explanation.why().isEmpty()) {
            page.paragraph(INDENT, "Nothing has happened to it by then that changed its state.", Ink.PLAIN);
        } else {
            page.table(stepTable(explanation.why()));
        }
    }

    private static TextTable stepTable(List<Step> steps) {
        TextTable table = new TextTable(2, ">at", "who", "what", "rule").limit(1, WIDEST_SUBJECT);
        for (Step step : steps) {
            table.row(
                    step.entry() == 0 ? Ink.FAINT : Ink.PLAIN,
                    Words.duration(step.at()),
                    name(step.subject()),
                    step.text(),
                    String.join(" ", step.rules()));
            step.source().ifPresent(source -> table.row(Ink.FAINT, "", "", INDENT + source.text(), ""));
            step.timer().ifPresent(timer -> table.row(Ink.FAINT, "", "", INDENT + governing(timer), ""));
        }
        return table;
    }

    private static String governing(GoverningTimer timer) {
        return timer.setting().key() + " " + Words.duration(timer.value()) + " (" + timer.origin() + ")";
    }

    private static String name(String subject) {
        return subject.startsWith("pn-") ? "pn " + subject.substring(3) : subject;
    }

    private void writeNow() throws IOException {
        page.heading("Now");
        if (explanation.now().isEmpty()) {
            page.paragraph(INDENT, "No timer runs.", Ink.PLAIN);
        } else {
            TextTable table = new TextTable(0, "timer", "whose", ">runs out", ">left", ">value", "set by");
            for (RunningTimer running : explanation.now()) {
                table.row(
                        Ink.PLAIN,
                        running.timer().setting().key(),
                        name(running.subject()),
                        Words.duration(running.timer().due()),
                        Words.duration(running.left()),
                        Words.duration(running.timer().value()),
                        running.timer().origin());
            }
            page.table(table);
        }
        page.blank();
        for (var list : explanation.lists().entrySet()) {
            page.paragraph(INDENT, list(list.getKey(), list.getValue()), Ink.PLAIN);
        }
    }

    private String list(IpsiId ipsi, List<Integer> clusters) {
        String servers = clusters.stream().map(this::cluster).collect(Collectors.joining(", "));
        return "Priority list of ipsi-" + ipsi + ": " + (servers.isEmpty() ? "empty" : servers) + ".";
    }

    private String cluster(int number) {
        return Words.clusterName(number, explanation.history().mainCluster());
    }

    private void writeOutlook(Outlook outlook) throws IOException {
        page.heading("Next, if nothing changes");
        page.paragraph(INDENT, unchanged(outlook), Ink.PLAIN);
        String end = Words.duration(outlook.run().duration());
        if (!outlook.steps().isEmpty()) {
            page.blank();
            page.table(stepTable(outlook.steps()));
            page.blank();
        }
        List<String> rest = new ArrayList<>();
        if (outlook.more() > 0) {
            rest.add("So it goes on, " + Spoken.count(outlook.more(), "more step") + " until " + end + ".");
        }
        if (outlook.calmSilences() > 0) {
            rest.add("Contact is lost and comes back without a reset "
                    + Spoken.times(outlook.calmSilences()) + " until " + end + ".");
        }
        if (rest.isEmpty()) {
            rest.add((outlook.steps().isEmpty() ? "Nothing happens to it until " : "After that nothing happens to it until ")
                    + end + ": it is " + state(outlook.last()) + ".");
        }
        page.paragraph(INDENT, String.join(" ", rest), Ink.PLAIN);
    }

    private static String unchanged(Outlook outlook) {
        StringBuilder text = new StringBuilder();
        if (!outlook.staying().isEmpty()) {
            text.append(capital(NumberList.joined(outlook.staying()))).append(". ");
        }
        List<Source> leftOut = outlook.leftOut();
        if (leftOut.isEmpty()) {
            return text + "No later event is left out.";
        }
        List<String> named = leftOut.subList(0, Math.min(MOST_LEFT_OUT, leftOut.size())).stream()
                .map(Source::text)
                .toList();
        text.append("Left out: ").append(String.join("; ", named));
        int more = leftOut.size() - named.size();
        return text + (more > 0 ? "; and " + more + " more" : "") + ".";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String state(PnSpan span) {
        return span.state().key().replace('-', ' ') + ", " + cluster(span.controller());
    }

    private void writePrevention(Prevention prevention) throws IOException {
        page.heading("What would have prevented it");
        if (prevention.harm() == Harm.NONE) {
            page.paragraph(INDENT, "There is nothing to prevent: the main has it in service.", Ink.PLAIN);
            return;
        }
        for (Remedy event : prevention.blame()) {
            page.paragraph(INDENT, "To blame: " + event.words() + ".", Ink.PLAIN);
            page.paragraph(INDENT + INDENT, "Without it: " + effect(event) + ".", Ink.PLAIN);
        }
        if (!prevention.blame().isEmpty()) {
            page.blank();
        }
        writeRemedies(prevention);
        if (!prevention.inVain().isEmpty()) {
            page.blank();
            page.paragraph(INDENT, "In vain: " + String.join("; ", prevention.inVain()) + ".", Ink.FAINT);
        }
        page.blank();
        page.paragraph(
                INDENT,
                "Each is a run of its own with one thing different, with seed "
                        + explanation.history().scenario().seed() + ": " + prevention.runs()
                        + " runs. Calls and times are those of the whole run, of this port network.",
                Ink.FAINT);
    }

    private String effect(Remedy remedy) {
        Cost cost = remedy.cost();
        return state(remedy.then()) + " at " + Words.duration(explanation.at()) + "; "
                + Spoken.count(cost.totals().callsDropped(), "call") + " dropped, "
                + Words.duration(cost.totals().outage()) + " of outage";
    }

    private void writeRemedies(Prevention prevention) throws IOException {
        if (prevention.remedies().isEmpty()) {
            page.paragraph(INDENT, "Nothing that can be set or built would have helped.", Ink.PLAIN);
        } else {
            TextTable table = new TextTable(
                    0, "with", "at " + Words.duration(explanation.at()), ">dropped", ">outage", ">cannot dial");
            row(table, prevention.asItIs(), Ink.BOLD, "");
            for (Remedy remedy : prevention.remedies()) {
                row(table, remedy, Ink.PLAIN, remedy.verdict() == Verdict.PREVENTS ? "" : " (shortens it)");
            }
            page.table(table);
        }
        for (Remedy remedy : prevention.remedies()) {
            worseForOthers(prevention, remedy);
        }
        if (!prevention.assumed().isEmpty()) {
            page.blank();
            page.paragraph(
                    INDENT,
                    "It also hangs on lengths that the simulator assumes: "
                            + prevention.assumed().stream()
                                    .map(remedy -> remedy.words()
                                            + (remedy.verdict() == Verdict.PREVENTS ? " prevents it" : " shortens it"))
                                    .collect(Collectors.joining("; "))
                            + ".",
                    Ink.PLAIN);
        }
    }

    private void row(TextTable table, Remedy remedy, Ink ink, String note) {
        Cost cost = remedy.cost();
        table.row(
                ink,
                remedy.words() + note,
                state(remedy.then()),
                String.valueOf(cost.totals().callsDropped()),
                Words.duration(cost.totals().outage()),
                Words.duration(cost.cannotDial()));
    }

    private void worseForOthers(Prevention prevention, Remedy remedy) throws IOException {
        Cost as = prevention.asItIs().others();
        Cost then = remedy.others();
        long calls = then.totals().callsDropped() - as.totals().callsDropped();
        long outage = then.totals().outage() - as.totals().outage();
        if (calls > 0 || outage > 0) {
            page.paragraph(
                    INDENT,
                    "With " + remedy.words() + " the other port networks would have fared worse: "
                            + Spoken.count(then.totals().callsDropped(), "call") + " dropped instead of "
                            + as.totals().callsDropped() + ", " + Words.duration(then.totals().outage())
                            + " of outage instead of " + Words.duration(as.totals().outage()) + ".",
                    Ink.PLAIN);
        }
    }

    private void writeWhyNot(WhyNot whyNot) throws IOException {
        page.heading("The condition");
        page.paragraph(INDENT, whyNot.condition() + " (" + String.join(", ", whyNot.rules()) + ")", Ink.PLAIN);
        if (whyNot.happened().isPresent()) {
            page.heading("It has happened");
            page.table(stepTable(List.of(whyNot.happened().get())));
            return;
        }
        if (!whyNot.obstacles().isEmpty()) {
            page.heading("What stood in its way");
            page.table(stepTable(whyNot.obstacles()));
        }
        page.heading("What would have made it happen by then");
        if (whyNot.enablers().isEmpty()) {
            page.paragraph(INDENT, "Nothing of what was tried.", Ink.PLAIN);
        } else {
            TextTable table = new TextTable(1, ">at", "with");
            for (Enabler enabler : whyNot.enablers()) {
                table.row(Ink.PLAIN, Words.duration(enabler.at()), enabler.words());
            }
            page.table(table);
        }
        page.blank();
        if (!whyNot.inVain().isEmpty()) {
            page.paragraph(INDENT, "In vain: " + String.join("; ", whyNot.inVain()) + ".", Ink.FAINT);
        }
        String end = Words.duration(whyNot.lookedUntil());
        page.paragraph(
                INDENT,
                whyNot.comesAt().isPresent()
                        ? "If nothing changes, it comes at "
                                + Words.duration(whyNot.comesAt().getAsLong()) + "."
                        : "If nothing changes, it does not come until " + end + ".",
                Ink.PLAIN);
    }
}
