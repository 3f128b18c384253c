package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Table;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

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

    private void write() throws IOException {
        page.paragraph("", Headline.of(history), Ink.BOLD);
        Scenario scenario = history.scenario();
        page.paragraph(
                "",
                scenario.provenance().file() + ", " + Words.duration(history.duration()) + ", release "
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
        long unmet = results.size() - met;
        if (results.isEmpty()) {
            return "none";
        }
        if (unmet == 0) {
            return results.size() == 1 ? "met" : "all " + met + " met";
        }
        return (met == 0 ? "" : met + " met, ") + unmet + " NOT met";
    }
}
