package org.ipsisim.explain;

import java.io.IOException;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.Words;

/** Why something has not happened, as sections of a page. */
final class WhyNotText {
    private static final String INDENT = "  ";

    private WhyNotText() {}

    static void write(WhyNot whyNot, TextPage page) throws IOException {
        page.heading("The condition");
        page.paragraph(INDENT, whyNot.condition() + " (" + String.join(", ", whyNot.rules()) + ")", Ink.PLAIN);
        if (whyNot.happened().isPresent()) {
            page.heading("It has happened");
            page.table(StepTable.of(List.of(whyNot.happened().get())));
            return;
        }
        if (!whyNot.obstacles().isEmpty()) {
            page.heading("What stood in its way");
            page.table(StepTable.of(whyNot.obstacles()));
        }
        page.heading("What would have made it happen");
        writeEnablers(whyNot, page);
        page.paragraph(
                INDENT,
                whyNot.comesAt().isPresent()
                        ? "If nothing changes, it comes at "
                                + Words.duration(whyNot.comesAt().getAsLong()) + "."
                        : "If nothing changes, it has not come by " + Words.duration(whyNot.lookedUntil()) + " either.",
                Ink.PLAIN);
    }

    private static void writeEnablers(WhyNot whyNot, TextPage page) throws IOException {
        if (whyNot.enablers().isEmpty()) {
            page.paragraph(INDENT, "Nothing of what was tried.", Ink.PLAIN);
        } else {
            TextTable table = new TextTable(1, ">at", "with");
            for (WhyNot.Enabler enabler : whyNot.enablers()) {
                table.row(Ink.PLAIN, Words.duration(enabler.at()), enabler.words());
            }
            page.table(table);
        }
        page.blank();
        if (!whyNot.inVain().isEmpty()) {
            page.paragraph(INDENT, "No effect: " + String.join("; ", whyNot.inVain()) + ".", Ink.FAINT);
        }
    }
}
