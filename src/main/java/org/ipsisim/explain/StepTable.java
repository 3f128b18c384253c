package org.ipsisim.explain;

import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Words;

/** Steps as a table: each with what stands in the scenario about it, and the timer that governed it, below it. */
final class StepTable {
    private static final int WIDEST_SUBJECT = 16;

    private StepTable() {}

    static TextTable of(List<Step> steps) {
        TextTable table = new TextTable(2, ">at", "who", "what", "rule").limit(1, WIDEST_SUBJECT);
        for (Step step : steps) {
            table.row(
                    Ink.PLAIN,
                    Words.duration(step.at()),
                    name(step.subject()),
                    step.text(),
                    String.join(", ", step.rules()));
            step.source().ifPresent(source -> table.row(Ink.FAINT, "", "", "  " + source.text(), ""));
            step.timer().ifPresent(timer -> table.row(Ink.FAINT, "", "", "  " + words(timer), ""));
        }
        return table;
    }

    /** With timers outside the ranges of the product, no step comes before the one before it. */
    private static String words(GoverningTimer timer) {
        long length = timer.due() - timer.from();
        String inEffect = length == timer.value() ? "" : ", in effect " + Words.duration(length);
        return timer.setting().key() + " " + Words.duration(timer.value()) + inEffect + " (" + timer.origin() + ")";
    }

    /** A subject as tables write it: {@code pn 1} for {@code pn-1}. */
    static String name(Subject subject) {
        return subject.isPn() ? "pn " + subject.pn() : subject.name();
    }
}
