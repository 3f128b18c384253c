package org.ipsisim.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsisim.history.Lists;

/** A table of text in columns; when it is too wide, the widest cells wrap within their columns. */
public final class TextTable {
    private static final String GAP = "  ";

    /** No column is squeezed below this. */
    private static final int NARROWEST = 6;

    private record Row(Ink[] inks, String[] cells) {
        Row cleaned(TextStyle style) {
            return new Row(
                    inks,
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

    private TextTable(List<? extends Table.Column<?>> columns) {
        this(
                0,
                columns.stream()
                        .map(column -> (column.isNumber() ? ">" : "") + column.name())
                        .toArray(String[]::new));
        for (int i = 0; i < limits.length; i++) {
            limits[i] = columns.get(i).widest();
        }
    }

    /** The first rows of a table. */
    static <R> TextTable of(Table<R> table) {
        List<Table.Column<R>> columns = table.terminalColumns();
        TextTable text = new TextTable(columns);
        List<String> above = List.of();
        for (R row : Lists.first(table.rows(), table.most())) {
            List<String> names = columns.stream()
                    .filter(Table.Column::once)
                    .map(column -> column.text(row))
                    .toList();
            boolean repeated = !names.isEmpty() && names.equals(above);
            above = names;
            text.rows.add(new Row(
                    columns.stream().map(column -> column.ink(row)).toArray(Ink[]::new),
                    columns.stream()
                            .map(column -> repeated && column.once() ? "" : column.text(row))
                            .toArray(String[]::new)));
        }
        return text;
    }

    /** Adds a row: one cell for each column. */
    public void row(Ink ink, String... cells) {
        Ink[] inks = inks(Ink.PLAIN);
        inks[inkColumn] = ink;
        rows.add(new Row(inks, cells));
    }

    private Ink[] inks(Ink ink) {
        Ink[] inks = new Ink[headers.length];
        Arrays.fill(inks, ink);
        return inks;
    }

    /** The columns that it takes if nothing wraps. */
    int width(TextStyle style) {
        return Arrays.stream(widths(cleaned(style), Integer.MAX_VALUE)).sum() + GAP.length() * (headers.length - 1);
    }

    private List<Row> cleaned(TextStyle style) {
        List<Row> cleaned = new ArrayList<>();
        cleaned.add(new Row(inks(Ink.FAINT), headers).cleaned(style));
        rows.forEach(row -> cleaned.add(row.cleaned(style)));
        return cleaned;
    }

    /** The lines of the header and the rows, none wider than {@code width} columns. */
    List<String> lines(TextStyle style, int width) {
        List<Row> cleaned = cleaned(style);
        int[] widths = widths(cleaned, width);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cleaned.size(); i++) {
            append(lines, cleaned.get(i), widths, style);
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

    private void append(List<String> lines, Row row, int[] widths, TextStyle style) {
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
                line.append(i == 0 ? "" : GAP).append(cell.isEmpty() ? padded : row.inks[i].paint(padded, style));
            }
            lines.add(line.toString());
        }
    }
}
