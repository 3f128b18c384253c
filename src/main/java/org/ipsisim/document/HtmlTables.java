package org.ipsisim.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.ReportTable.Column.Kind;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Words;
import org.ipsisim.report.PhaseCharge;
import org.ipsisim.report.Phases;
import org.ipsisim.report.page.Report;
import org.ipsisim.report.page.SvgLook;
import org.ipsisim.report.timeline.ChartStyle;

/** Writes tables as HTML, each in a box that scrolls by itself. */
public final class HtmlTables {
    private static final int BAR_WIDTH = 200;
    private static final int BAR_HEIGHT = 12;

    private final Markup page;

    public HtmlTables(Markup page) {
        this.page = page;
    }

    public void write(ReportTable table) {
        open(table.caption());
        heads(table, Optional.empty());
        page.open("tbody").line();
        List<String> above = List.of();
        for (List<String> row : table.rows()) {
            page.open("tr");
            cells(table, row, !above.isEmpty() && above.get(0).equals(row.get(0)));
            page.close();
            above = row;
        }
        close();
    }

    /** The table of phases with a bar for each row; the longest bar is the longest sum. */
    public void writePhases(ReportTable table, Report report) {
        long longest = report.groups().stream()
                .mapToLong(group -> sum(Phases.of(group.first())))
                .max()
                .orElse(0);
        open(table.caption());
        heads(table, Optional.of("Shares"));
        page.open("tbody").line();
        for (int i = 0; i < table.rows().size(); i++) {
            page.open("tr");
            cells(table, table.rows().get(i), false);
            page.open("td");
            List<PhaseCharge> charges = Phases.of(report.groups().get(i).first());
            if (!charges.isEmpty()) {
                bar(charges, longest);
            }
            page.end().close();
        }
        close();
    }

    /** The trace; an entry can be linked to by {@code #e12}, and links to its cause. */
    public void writeTrace(ReportTable table) {
        open(table.caption());
        heads(table, Optional.empty());
        page.open("tbody").line();
        for (List<String> row : table.rows()) {
            String cause = row.get(4);
            page.open("tr", "id", "e" + row.get(0));
            page.inline("th", row.get(0), "scope", "row", "class", "n");
            page.inline("td", row.get(1), "class", "n").inline("td", row.get(2)).inline("td", row.get(3));
            page.open("td", "class", "n");
            if (cause.equals("scenario")) {
                page.text(cause);
            } else {
                page.inline("a", cause, "href", "#e" + cause);
            }
            page.end().close();
        }
        close();
    }

    private void open(String caption) {
        page.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", caption);
        page.line().open("table").line();
        page.leaf("caption", caption);
    }

    private void close() {
        page.close().close().close();
    }

    private void heads(ReportTable table, Optional<String> last) {
        page.open("thead").open("tr");
        for (ReportTable.Column column : table.columns()) {
            if (column.isNumber()) {
                page.inline("th", column.name(), "scope", "col", "class", "n");
            } else {
                page.inline("th", column.name(), "scope", "col");
            }
        }
        last.ifPresent(name -> page.inline("th", name, "scope", "col"));
        page.end().close();
    }

    private void cells(ReportTable table, List<String> row, boolean repeated) {
        page.inline("th", row.get(0), "scope", "row", "class", repeated ? "repeated" : "head");
        for (int i = 1; i < row.size(); i++) {
            if (table.columns().get(i).isNumber()) {
                page.inline("td", row.get(i), "class", "n");
            } else if (table.columns().get(i).kind() == Kind.NAME) {
                page.inline("td", row.get(i), "class", "name");
            } else if (row.get(i).startsWith("✗")) {
                page.inline("td", row.get(i), "class", "failed");
            } else {
                page.inline("td", row.get(i));
            }
        }
    }

    private void bar(List<PhaseCharge> charges, long longest) {
        StringBuilder words = new StringBuilder();
        charges.forEach(charge -> words.append(words.isEmpty() ? "" : ", ")
                .append(charge.state().phase())
                .append(' ')
                .append(Words.duration(charge.millis())));
        page.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 " + BAR_WIDTH + " " + BAR_HEIGHT,
                "role",
                "img",
                "aria-label",
                words.toString());
        long before = 0;
        for (PhaseCharge charge : charges) {
            PnState state = charge.state();
            page.open("g")
                    .inline("title", state.phase() + " " + Words.duration(charge.millis()))
                    .empty(
                            "rect",
                            "class",
                            "tl-" + state.key(),
                            "x",
                            share(before, longest),
                            "width",
                            share(charge.millis(), longest),
                            "height",
                            String.valueOf(BAR_HEIGHT),
                            "fill",
                            SvgLook.fill(state, ChartStyle.standard()))
                    .end();
            before += charge.millis();
        }
        page.end();
    }

    private static String share(long millis, long whole) {
        return BigDecimal.valueOf(millis)
                .multiply(BigDecimal.valueOf(BAR_WIDTH))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static long sum(List<PhaseCharge> charges) {
        return charges.stream().mapToLong(PhaseCharge::millis).sum();
    }
}
