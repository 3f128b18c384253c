package org.ipsisim.document;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.ipsisim.document.ReportTable.Column.Kind;

/** Writes tables as HTML, each in a box that scrolls by itself. */
public final class HtmlTables {
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

    /**
     * Writes a table with one more column at its end.
     *
     * @param lastHead its head
     * @param lastCell writes what stands in it, by the number of the row from 0
     */
    public void write(ReportTable table, String lastHead, IntConsumer lastCell) {
        open(table.caption());
        heads(table, Optional.of(lastHead));
        page.open("tbody").line();
        for (int i = 0; i < table.rows().size(); i++) {
            page.open("tr");
            cells(table, table.rows().get(i), false);
            page.open("td");
            lastCell.accept(i);
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
}
