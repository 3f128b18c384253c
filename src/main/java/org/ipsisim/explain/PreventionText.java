package org.ipsisim.explain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.document.Ink;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;
import org.ipsisim.study.Cost;

/** What would have prevented a state, as a section of a page. */
final class PreventionText {
    private static final String INDENT = "  ";

    private final Explanation explanation;
    private final TextPage page;

    PreventionText(Explanation explanation, TextPage page) {
        this.explanation = explanation;
        this.page = page;
    }

    void write(Prevention prevention) throws IOException {
        page.heading("What would have prevented it");
        if (prevention.harm() == Harm.NONE) {
            page.paragraph(INDENT, "There is nothing to prevent: the main has it in service.", Ink.PLAIN);
            return;
        }
        writeEvents(prevention);
        if (prevention.remedies().isEmpty()) {
            page.paragraph(
                    INDENT, "Nothing that was tried, of what can be set or built, would have helped.", Ink.PLAIN);
        } else {
            page.table(table(prevention));
            writePriceForOthers(prevention);
        }
        if (!prevention.assumed().isEmpty()) {
            page.blank();
            page.paragraph(
                    INDENT,
                    "It depends on lengths that the simulator assumes; it would not have happened with "
                            + prevention.assumed().stream().map(Remedy::words).collect(Collectors.joining("; "))
                            + ".",
                    Ink.PLAIN);
        }
        if (!prevention.inVain().isEmpty()) {
            page.blank();
            page.paragraph(INDENT, "No effect: " + String.join("; ", prevention.inVain()) + ".", Ink.FAINT);
        }
        page.blank();
        page.paragraph(INDENT, howFound(prevention), Ink.FAINT);
    }

    private void writeEvents(Prevention prevention) throws IOException {
        for (Remedy event : prevention.events()) {
            String role = event.verdict() == Verdict.PREVENTS ? "Cause: " : "Contributed: ";
            page.paragraph(INDENT, role + event.words() + ".", Ink.PLAIN);
            page.paragraph(INDENT + INDENT, "Without it: " + effect(event) + ".", Ink.PLAIN);
        }
        if (!prevention.events().isEmpty()) {
            page.blank();
        }
    }

    private String effect(Remedy remedy) {
        long calls = remedy.cost().callsDropped();
        long outage = remedy.cost().outage();
        return (calls == 0 ? "no call" : RoundedNumbers.count(calls, "call")) + " dropped, "
                + (outage == 0 ? "no outage" : Words.duration(outage) + " of outage") + "; "
                + state(remedy.then()) + " at " + Words.duration(explanation.at());
    }

    private String state(PnSpan span) {
        return span.state().key().replace('-', ' ') + ", "
                + Words.clusterName(span.controller(), explanation.history().mainCluster());
    }

    private TextTable table(Prevention prevention) {
        TextTable table = new TextTable(
                0, "with", "at " + Words.duration(explanation.at()), ">dropped", ">outage", ">cannot dial");
        row(table, prevention.asItIs(), Ink.BOLD, "");
        for (Remedy remedy : prevention.remedies()) {
            row(table, remedy, Ink.PLAIN, note(prevention, remedy));
        }
        return table;
    }

    private static String note(Prevention prevention, Remedy remedy) {
        String note = remedy.verdict() == Verdict.PREVENTS ? "" : " (shortens it)";
        return prevention.harm() == Harm.WAITING
                ? note + " (" + RoundedNumbers.count(remedy.run().serverInterchanges(), "interchange") + " instead of "
                        + prevention.asItIs().run().serverInterchanges() + ")"
                : note;
    }

    private void row(TextTable table, Remedy remedy, Ink ink, String note) {
        Cost cost = remedy.cost();
        table.row(
                ink,
                remedy.words() + note,
                state(remedy.then()),
                String.valueOf(cost.callsDropped()),
                Words.duration(cost.outage()),
                Words.duration(cost.cannotDial()));
    }

    private void writePriceForOthers(Prevention prevention) throws IOException {
        List<String> prices = new ArrayList<>();
        for (Remedy remedy : prevention.remedies()) {
            String price = price(prevention.asItIs().others(), remedy.others());
            if (!price.isEmpty()) {
                prices.add(remedy.words() + ": " + price);
            }
        }
        if (!prices.isEmpty()) {
            page.blank();
            page.paragraph(
                    INDENT, "Other port networks would pay for it. " + String.join("; ", prices) + ".", Ink.PLAIN);
        }
    }

    private static String price(Cost as, Cost then) {
        List<String> more = new ArrayList<>();
        long calls = then.callsDropped() - as.callsDropped();
        long outage = then.outage() - as.outage();
        if (calls > 0) {
            more.add(RoundedNumbers.count(calls, "more call") + " dropped");
        }
        if (outage > 0) {
            more.add(Words.duration(outage) + " more outage");
        }
        return String.join(", ", more);
    }

    private String howFound(Prevention prevention) {
        String text = "Found by " + RoundedNumbers.count(prevention.runs(), "run")
                + " with one thing different each, and seed "
                + explanation.history().scenario().seed()
                + " in all. Calls and times are those of the whole run, of this port network.";
        return text + prevention.otherSeeds().map(PreventionText::words).orElse("");
    }

    private static String words(OtherSeeds others) {
        return " Chance has a part in it: with the next " + others.seeds() + " seeds it would be as bad at this moment "
                + RoundedNumbers.times(others.atMoment()) + ", and at some time of the run "
                + RoundedNumbers.times(others.atAll())
                + ".";
    }
}
