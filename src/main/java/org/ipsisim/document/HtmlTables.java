package org.ipsisim.document;

/** Writes tables as HTML, each in a box that scrolls by itself. */
record HtmlTables(Markup page) {
    /**
     * Writes a table.
     *
     * @param heading its caption if it has none of its own
     * @param most rows
     */
    <R> void write(Table<R> table, String heading, int most) {
        String caption = table.caption().isEmpty() ? heading : table.caption();
        page.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", caption);
        page.line().open("table").line().leaf("caption", caption);
        page.open("thead").open("tr");
        for (Table.Column<R> column : table.columns()) {
            page.fill(column.isNumber() ? "<th scope='col' class='n'>%</th>" : "<th scope='col'>%</th>", column.name());
        }
        page.end().close();
        page.open("tbody").line();
        String above = "";
        for (R row : table.rows().subList(0, Math.min(most, table.rows().size()))) {
            above = write(table, row, above);
        }
        page.close().close().close();
    }

    private <R> String write(Table<R> table, R row, String above) {
        String anchor = table.anchor(row);
        page.open("tr", anchor.isEmpty() ? new String[0] : new String[] {"id", anchor});
        Table.Column<R> first = table.columns().get(0);
        String name = first.text(row);
        boolean number = first.isNumber();
        page.open("th", "scope", "row", "class", number ? "n" : name.equals(above) ? "repeated" : "head");
        first.write(row, page);
        page.end();
        for (Table.Column<R> column : table.columns().subList(1, table.columns().size())) {
            String look = column.isNumber()
                    ? "n"
                    : column.isName() ? "name" : column.text(row).startsWith("✗") ? "failed" : "";
            page.open("td", look.isEmpty() ? new String[0] : new String[] {"class", look});
            column.write(row, page);
            page.end();
        }
        page.close();
        return name;
    }
}
