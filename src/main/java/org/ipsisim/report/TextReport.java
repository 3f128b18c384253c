package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Table;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;

/**
 * A run for a person at a terminal: the headline, the timelines drawn, what each port network and its calls went
 * through, what happened and why, the assumptions, and last whether the expectations were met.
 */
public final class TextReport {
    private final History history;
    private final TextPage page;
    private final List<ExpectationResult> results;

    private TextReport(History history, TextPage page) {
        this.history = history;
        this.page = page;
        this.results = history.checkExpectations();
    }

    /**
     * Writes the histories one after the other, and for several what they come to; flushes the writer and leaves it
     * open. No line is wider than the style's width.
     */
    public static void write(List<History> histories, Writer out, TextStyle style) throws IOException {
        TextPage page = new TextPage(out, style);
        for (int i = 0; i < histories.size(); i++) {
            if (i > 0) {
                page.blank();
                page.rule();
                page.blank();
            }
            new TextReport(histories.get(i), page).write();
        }
        if (histories.size() > 1) {
            writeVerdicts(histories, page);
        }
        out.flush();
    }

    /** Writes no more than the headline of each history and the expectations that it does not meet, if there are any. */
    public static void writeBrief(List<History> histories, Writer out, TextStyle style) throws IOException {
        TextPage page = new TextPage(out, style);
        for (History history : histories) {
            page.paragraph("", Headline.of(history), Ink.BOLD);
            List<ExpectationResult> missed = history.checkExpectations().stream()
                    .filter(result -> !result.met())
                    .toList();
            if (!missed.isEmpty()) {
                page.table(RunTables.expectations(missed));
            }
        }
        out.flush();
    }

    /** Writes the headline once more, for a person who does not see the first line any more. */
    public static void writeHeadline(History history, Writer out, TextStyle style) throws IOException {
        TextPage page = new TextPage(out, style);
        page.blank();
        page.paragraph("", Headline.of(history), Ink.BOLD);
        out.flush();
    }

    private void write() throws IOException {
        page.paragraph("", Headline.of(history), Ink.BOLD);
        Scenario scenario = history.scenario();
        page.paragraph(
                "",
                scenario.provenance().file() + ", " + history.moments().length() + ", release "
                        + scenario.estate().release().key() + ", seed " + scenario.seed(),
                Ink.FAINT);
        Document document = RunDocument.of(EnumSet.complementOf(EnumSet.of(RunSection.LADDERS)), history)
                .section("Assumptions")
                .items(Assumptions.of(history))
                .section("Expectations: " + verdict(results))
                .table(RunTables.expectations(results));
        DocumentText.writeParts(document, page);
    }

    private static void writeVerdicts(List<History> histories, TextPage page) throws IOException {
        page.blank();
        page.rule();
        page.heading(histories.size() + " scenarios");
        page.table(Table.of(histories)
                .words("file", history -> history.scenario().provenance().file())
                .words("expectations", history -> verdict(history.checkExpectations()))
                .ink(history -> history.checkExpectations().stream().allMatch(ExpectationResult::met)
                        ? Ink.PLAIN
                        : Ink.VERMILION));
    }

    private static String verdict(List<ExpectationResult> results) {
        long met = results.stream().filter(ExpectationResult::met).count();
        long open = results.stream().filter(ExpectationResult::isInconclusive).count();
        long unmet = results.size() - met - open;
        if (results.isEmpty()) {
            return "none";
        }
        if (met == results.size()) {
            return results.size() == 1 ? "met" : "all " + met + " met";
        }
        return Stream.of(met + " met", unmet + " NOT met", open + " inconclusive")
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }
}
