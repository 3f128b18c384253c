package org.ipsisim.document;

/** Writes tables as HTML, each in a box that scrolls by itself. */
public final class HtmlTables {
    private final Markup page;

    public HtmlTables(Markup page) {
        this.page = page;
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
}
