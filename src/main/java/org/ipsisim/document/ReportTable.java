package org.ipsisim.document;

import java.util.List;

/**
 * A table of a report, before it is written as HTML or Markdown.
 *
 * @param caption what it shows, for those who do not see the page around it
 * @param columns the columns; the first one heads the rows
 * @param rows one text for each column
 */
public record ReportTable(String caption, List<Column> columns, List<List<String>> rows) {
    /**
     * One column.
     *
     * @param name its head
     * @param kind what it holds
     */
    public record Column(String name, Kind kind) {
        /** What a column holds. */
        public enum Kind {
            /** Text that may wrap. */
            WORDS,
            /** A short name that stays in one line. */
            NAME,
            /** Numbers or times, which are set flush right. */
            NUMBER
        }

        public static Column words(String name) {
            return new Column(name, Kind.WORDS);
        }

        public static Column name(String name) {
            return new Column(name, Kind.NAME);
        }

        public static Column number(String name) {
            return new Column(name, Kind.NUMBER);
        }

        public boolean isNumber() {
            return kind == Kind.NUMBER;
        }
    }

    /** @throws IllegalArgumentException if a row has not as many texts as there are columns */
    public ReportTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(caption + ": " + row + " does not fit " + columns);
            }
        }
    }
}
