package org.ipsisim.document;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes tables as CSV: fields quoted as RFC 4180 says, lines that end with LF. Text that a spreadsheet would run as a
 * formula has an apostrophe before it.
 */
public final class Csv {
    private Csv() {}

    /** Writes a header and the rows; flushes the writer and leaves it open. */
    public static <R> void write(Table<R> table, Writer out) throws IOException {
        List<Table.Column<R>> columns = table.textColumns();
        out.write(columns.stream().map(column -> field(column.name())).collect(Collectors.joining(",")) + "\n");
        for (R row : table.rows()) {
            out.write(columns.stream().map(column -> cell(column, row)).collect(Collectors.joining(",")) + "\n");
        }
        out.flush();
    }

    private static <R> String cell(Table.Column<R> column, R row) {
        return column.isNumber() ? column.text(row) : field(column.text(row));
    }

    private static String field(String value) {
        String safe = isFormula(value) ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** A lone dash is the name of standard input and no formula. */
    private static boolean isFormula(String value) {
        return !value.isEmpty() && !value.equals("-") && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
    }
}
