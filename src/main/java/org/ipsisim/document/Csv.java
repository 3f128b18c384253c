package org.ipsisim.document;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes tables as CSV: fields quoted as RFC 4180 says, lines that end with LF. Text that a spreadsheet would run as a
 * formula has an apostrophe before it, and characters that would steer a terminal are replaced.
 */
public final class Csv {
    /** Characters that steer a terminal, other than tabs and line ends; file names may contain them. */
    private static final Pattern UNSHOWN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\n\\r]]");

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
        String shown = UNSHOWN.matcher(value).replaceAll("\uFFFD");
        String safe = isFormula(shown) ? "'" + shown : shown;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** A lone dash is the name of standard input and no formula. */
    private static boolean isFormula(String value) {
        return !value.isEmpty() && !value.equals("-") && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
    }
}
