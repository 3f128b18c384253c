package org.ipsisim.report.page;

import java.util.List;

/**
 * A table of a report, before it is written as HTML or Markdown.
 *
 * @param caption what it shows, for those who do not see the page around it
 * @param columns the columns; the first one heads the rows
 * @param rows one text for each column
 */
record ReportTable(String caption, List<Column> columns, List<List<String>> rows) {
    /**
     * One column.
     *
     * @param name its head
     * @param isNumber whether it holds numbers or times, which are set flush right
     */
    record Column(String name, boolean isNumber) {
        static Column words(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
    }

    /** @throws IllegalArgumentException if a row has not as many texts as there are columns */
    ReportTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(caption + ": " + row + " does not fit " + columns);
            }
        }
    }
}
