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

    /** Writes a table with its own caption. */
    public void write(Table<?> table) {
        write(table, "", Integer.MAX_VALUE);
    }

    /**
     * Writes a table.
     *
     * @param heading its caption if it has none of its own
     * @param most rows
     */
    <R> void write(Table<R> table, String heading, int most) {
        open(table.caption().isEmpty() ? heading : table.caption());
        page.open("thead").open("tr");
        for (Table.Column<R> column : table.columns()) {
            head(column.name(), column.isNumber());
        }
        page.end().close();
        page.open("tbody").line();
        String above = "";
        for (R row : table.rows().subList(0, Math.min(most, table.rows().size()))) {
            above = write(table, row, above);
        }
        close();
    }

    private <R> String write(Table<R> table, R row, String above) {
        String anchor = table.anchor(row);
        if (anchor.isEmpty()) {
            page.open("tr");
        } else {
            page.open("tr", "id", anchor);
        }
        Table.Column<R> first = table.columns().get(0);
        String name = first.text(row);
        boolean number = first.isNumber();
        page.open("th", "scope", "row", "class", number ? "n" : name.equals(above) ? "repeated" : "head");
        first.write(row, page);
        page.end();
        for (Table.Column<R> column : table.columns().subList(1, table.columns().size())) {
            if (column.isNumber()) {
                page.open("td", "class", "n");
            } else if (column.isName()) {
                page.open("td", "class", "name");
            } else if (column.text(row).startsWith("✗")) {
                page.open("td", "class", "failed");
            } else {
                page.open("td");
            }
            column.write(row, page);
            page.end();
        }
        page.close();
        return name;
    }

    private void head(String name, boolean number) {
        if (number) {
            page.inline("th", name, "scope", "col", "class", "n");
        } else {
            page.inline("th", name, "scope", "col");
        }
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
            head(column.name(), column.isNumber());
        }
        last.ifPresent(name -> head(name, false));
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
