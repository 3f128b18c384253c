package org.ipsisim.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text in columns; when it is too wide, the widest cells wrap within their columns. */
public final class TextTable {
    private static final String GAP = "  ";

    /** No column is squeezed below this. */
    private static final int NARROWEST = 6;

    private record Row(Ink ink, String[] cells) {
        Row cleaned(TextStyle style) {
            return new Row(
                    ink,
                    Arrays.stream(cells)
                            .map(cell -> TerminalText.clean(cell, style))
                            .toArray(String[]::new));
        }
    }

    private final String[] headers;
    private final boolean[] toTheRight;
    private final int inkColumn;
    private final int[] limits;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param inkColumn the column that a row's ink colours
     * @param headers one for each column; a {@code >} before it sets the column flush right
     */
    public TextTable(int inkColumn, String... headers) {
        this.inkColumn = inkColumn;
        this.headers = new String[headers.length];
        this.toTheRight = new boolean[headers.length];
        this.limits = new int[headers.length];
        Arrays.fill(limits, Integer.MAX_VALUE);
        for (int i = 0; i < headers.length; i++) {
            toTheRight[i] = headers[i].startsWith(">");
            this.headers[i] = toTheRight[i] ? headers[i].substring(1) : headers[i];
        }
    }

    /** Lets a column be no wider than this; its cells wrap. */
    public TextTable limit(int column, int width) {
        limits[column] = width;
        return this;
    }

    /** Adds a row: one cell for each column. */
    public void row(Ink ink, String... cells) {
        rows.add(new Row(ink, cells));
    }

    /** The lines of the header and the rows, none wider than {@code width} columns. */
    List<String> lines(TextStyle style, int width) {
        List<Row> cleaned = new ArrayList<>();
        cleaned.add(new Row(Ink.FAINT, headers).cleaned(style));
        rows.forEach(row -> cleaned.add(row.cleaned(style)));
        int[] widths = widths(cleaned, width);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cleaned.size(); i++) {
            append(lines, cleaned.get(i), widths, style, i == 0);
        }
        return lines;
    }

    private int[] widths(List<Row> cleaned, int width) {
        int[] widths = new int[headers.length];
        int total = GAP.length() * (headers.length - 1);
        for (int i = 0; i < widths.length; i++) {
            for (Row row : cleaned) {
                widths[i] = Math.max(widths[i], TerminalText.width(row.cells[i]));
            }
            widths[i] = Math.min(widths[i], limits[i]);
            total += widths[i];
        }
        while (total > width) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] >= widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                return widths;
            }
            widths[widest]--;
            total--;
        }
        return widths;
    }

    private void append(List<String> lines, Row row, int[] widths, TextStyle style, boolean header) {
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> column = TerminalText.wrap(row.cells[i], widths[i]);
            columns.add(column);
            height = Math.max(height, column.size());
        }
        for (int k = 0; k < height; k++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = k < columns.get(i).size() ? columns.get(i).get(k) : "";
                boolean last = i == widths.length - 1 && !toTheRight[i];
                String padded = last ? cell : TerminalText.pad(cell, widths[i], toTheRight[i]);
                boolean inked = header || i == inkColumn;
                line.append(i == 0 ? "" : GAP).append(inked && !cell.isEmpty() ? row.ink.paint(padded, style) : padded);
            }
            lines.add(line.toString());
        }
    }
}
