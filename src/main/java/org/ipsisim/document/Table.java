package org.ipsisim.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Words;

/**
 * Rows of one kind, and named columns that are computed from each row. A table is declared once and rendered as text, HTML,
 * Markdown or CSV:
 *
 * <pre>{@code
 * Table.of(faults)
 *         .name("fault", fault -> fault.name()).ink(Ink.VERMILION)
 *         .number("calls dropped", fault -> fault.callsDropped())
 * }</pre>
 *
 * @param <R> what a row represents
 */
public final class Table<R> {
    /** What a column holds, and so how it is set. */
    enum Kind {
        /** Text that may wrap. */
        WORDS,
        /** A short name that stays on one line. */
        NAME,
        /** Numbers or times, which are set flush right. */
        NUMBER
    }

    /** Which forms of a table have a column. */
    private enum Shown {
        EVERYWHERE,
        /** Not on a terminal, which is too narrow for it. */
        NOT_IN_TEXT,
        PAGE_ONLY
    }

    /** Writes the content of a cell into a page. */
    public interface Markings<R> extends BiConsumer<R, Markup> {}

    /** One column; its properties are set after it is added. */
    static final class Column<R> {
        private final String name;
        private final Kind kind;
        private final Function<R, ?> cell;
        private Function<R, Ink> ink = row -> Ink.PLAIN;
        private int widest = Integer.MAX_VALUE;
        private Markings<R> html;
        private Shown shown = Shown.EVERYWHERE;
        private boolean once;

        private Column(String name, Kind kind, Function<R, ?> cell) {
            this.name = name;
            this.kind = kind;
            this.cell = cell;
            this.html = (row, page) -> page.text(text(row));
        }

        String name() {
            return name;
        }

        boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        boolean isName() {
            return kind == Kind.NAME;
        }

        String text(R row) {
            Object value = cell.apply(row);
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
        }

        Ink ink(R row) {
            return ink.apply(row);
        }

        int widest() {
            return widest;
        }

        boolean once() {
            return once;
        }

        /** Writes what a page shows. */
        void write(R row, Markup page) {
            html.accept(row, page);
        }
    }

    private final List<R> rows;
    private final List<Column<R>> columns = new ArrayList<>();
    private String caption = "";
    private Function<R, String> id = row -> "";
    private int most = Integer.MAX_VALUE;
    private String rest = "";
    private boolean leftOutIfTooWide;

    private Table(List<R> rows) {
        this.rows = List.copyOf(rows);
    }

    /** A table without columns. */
    public static <R> Table<R> of(List<R> rows) {
        return new Table<>(rows);
    }

    /** Adds a column of text that may wrap. */
    public Table<R> words(String name, Function<R, ?> cell) {
        return add(name, Kind.WORDS, cell);
    }

    /** Adds a column of short names that stay on one line. */
    public Table<R> name(String name, Function<R, ?> cell) {
        return add(name, Kind.NAME, cell);
    }

    /** Adds a column of numbers or times, set flush right. */
    public Table<R> number(String name, Function<R, ?> cell) {
        return add(name, Kind.NUMBER, cell);
    }

    /** Adds a column of times in milliseconds, written as plain seconds. */
    public Table<R> seconds(String name, ToLongFunction<R> millis) {
        return number(name, row -> Words.decimalSeconds(millis.applyAsLong(row)));
    }

    /** Adds a column of times from the start beside moments on the customer's clock; none if the run has no clock. */
    public Table<R> fromStart(Moments moments, ToLongFunction<R> millis) {
        return moments.clock().isEmpty() ? this : number("from start", row -> Words.duration(millis.applyAsLong(row)));
    }

    /** Adds a column that only pages have, such as a small drawing. */
    public Table<R> drawn(String name, Markings<R> html) {
        add(name, Kind.WORDS, row -> "");
        last().html = html;
        last().shown = Shown.PAGE_ONLY;
        return this;
    }

    private Table<R> add(String name, Kind kind, Function<R, ?> cell) {
        columns.add(new Column<>(name, kind, cell));
        return this;
    }

    private Column<R> last() {
        return columns.get(columns.size() - 1);
    }

    /** Sets off the last column in a terminal. */
    public Table<R> ink(Function<R, Ink> ink) {
        last().ink = ink;
        return this;
    }

    /** Sets off the last column in all rows. */
    public Table<R> ink(Ink ink) {
        return ink(row -> ink);
    }

    /** Lets the last column be no wider than this in a terminal; its cells wrap. */
    public Table<R> widest(int width) {
        last().widest = width;
        return this;
    }

    /** Writes the cells of the last column on a page, such as links. */
    public Table<R> html(Markings<R> html) {
        last().html = html;
        return this;
    }

    /**
     * Leaves the last column out of a text where a row has the same in it, and in all other such columns, as the row
     * above; a page shows it faintly.
     */
    public Table<R> once() {
        last().once = true;
        return this;
    }

    /** Leaves the last column out of texts for a terminal. */
    public Table<R> notInText() {
        last().shown = Shown.NOT_IN_TEXT;
        return this;
    }

    /** Says what the table shows, for screen readers; without it, a document takes its heading. */
    public Table<R> caption(String words) {
        caption = words;
        return this;
    }

    /** Gives each row of a page an anchor to link to. */
    public Table<R> id(Function<R, String> anchor) {
        id = anchor;
        return this;
    }

    /**
     * Limits the rows of a text.
     *
     * @param rows most rows; pages and data have more
     * @param where to find the others, such as {@code the CSV output has them all}
     */
    public Table<R> showing(int rows, String where) {
        most = rows;
        rest = where;
        return this;
    }

    /** Leaves the table, with its heading, out of a text that is too narrow for it. */
    public Table<R> leftOutIfTooWide() {
        leftOutIfTooWide = true;
        return this;
    }

    /** Whether there are no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    List<R> rows() {
        return rows;
    }

    List<Column<R>> columns() {
        return columns;
    }

    /** The columns that hold text, for Markdown and CSV. */
    List<Column<R>> textColumns() {
        return columns.stream()
                .filter(column -> column.shown != Shown.PAGE_ONLY)
                .toList();
    }

    /** The columns that a terminal shows. */
    List<Column<R>> terminalColumns() {
        return columns.stream()
                .filter(column -> column.shown == Shown.EVERYWHERE)
                .toList();
    }

    String caption() {
        return caption;
    }

    /** The anchor of a row; empty for none. */
    String anchor(R row) {
        return id.apply(row);
    }

    int most() {
        return most;
    }

    String rest() {
        return rest;
    }

    boolean isLeftOutIfTooWide() {
        return leftOutIfTooWide;
    }
}
