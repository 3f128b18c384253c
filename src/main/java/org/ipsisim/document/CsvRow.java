package org.ipsisim.document;

import org.ipsisim.history.Words;

/**
 * One row of CSV results. Fields are quoted as RFC 4180 says; lines end with LF. Free text that a spreadsheet would run
 * as a formula has an apostrophe before it.
 */
public final class CsvRow {
    private static final int MINUTE_DECIMALS = 3;

    private final StringBuilder row = new StringBuilder();
    private String separator = "";

    private CsvRow() {}

    /** A row without fields. */
    public static CsvRow of() {
        return new CsvRow();
    }

    /** Adds free text. */
    public CsvRow text(String value) {
        String safe = isFormula(value) ? "'" + value : value;
        boolean plain =
                safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0 && safe.indexOf('\r') < 0;
        return add(plain ? safe : '"' + safe.replace("\"", "\"\"") + '"');
    }

    /** Adds a whole number. */
    public CsvRow number(long value) {
        return add(String.valueOf(value));
    }

    /** Adds a time in milliseconds as plain seconds. */
    public CsvRow seconds(long millis) {
        return add(Words.decimalSeconds(millis).toPlainString());
    }

    /** Adds a time in milliseconds as plain minutes. */
    public CsvRow minutes(long millis) {
        return add(Words.decimalMinutes(millis, MINUTE_DECIMALS).toPlainString());
    }

    /** The row with its line end. */
    public String line() {
        return row + "\n";
    }

    private CsvRow add(String field) {
        row.append(separator).append(field);
        separator = ",";
        return this;
    }

    /** A lone dash is the name of standard input and no formula. */
    private static boolean isFormula(String value) {
        return !value.isEmpty() && !value.equals("-") && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
    }
}
