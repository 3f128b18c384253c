package org.ipsisim.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.ipsisim.history.Words;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind, and named columns that are computed from each row. Declared once, and rendered as text, HTML,
 * Markdown or CSV:
 *
 * <pre>{@code
 * Table.of(faults)
 *         .name("fault", fault -> fault.name()).ink(Ink.VERMILION)
 *         .number("calls dropped", fault -> fault.callsDropped())
 * }</pre>
 *
 * @param <R> what a row stands for
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

    /** Writes the content of a cell into a page. */
    public interface Markings<R> extends BiConsumer<R, Markup> {}

    /**
     * One column.
     *
     * @param cell what stands there, written as plain text
     * @param ink how a terminal sets it off
     * @param widest most columns of a terminal that it takes
     * @param html what a page shows there instead of the text; null for the text
     * @param pageOnly whether only a page has it
     * @param once whether a text leaves it out where it is the same as in the row above
     */
    record Column<R>(
            String name,
            Kind kind,
            Function<R, ?> cell,
            Function<R, Ink> ink,
            int widest,
            @Nullable Markings<R> html,
            boolean pageOnly,
            boolean once) {
        String text(R row) {
            Object value = cell.apply(row);
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
        }
    }

    private final List<R> rows;
    private final List<Column<R>> columns = new ArrayList<>();
    private String caption = "";
    private @Nullable Function<R, String> id;
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

    /** Adds a column that only pages have, such as a small drawing. */
    public Table<R> drawn(String name, Markings<R> html) {
        columns.add(new Column<>(name, Kind.WORDS, row -> "", row -> Ink.PLAIN, Integer.MAX_VALUE, html, true, false));
        return this;
    }

    private Table<R> add(String name, Kind kind, Function<R, ?> cell) {
        columns.add(new Column<>(name, kind, cell, row -> Ink.PLAIN, Integer.MAX_VALUE, null, false, false));
        return this;
    }

    /** Sets off the last column. */
    public Table<R> ink(Function<R, Ink> ink) {
        Column<R> last = removeLast();
        columns.add(new Column<>(last.name, last.kind, last.cell, ink, last.widest, last.html, false, last.once));
        return this;
    }

    /** Sets off the last column in all rows. */
    public Table<R> ink(Ink ink) {
        return ink(row -> ink);
    }

    /** Lets the last column be no wider than this in a terminal; its cells wrap. */
    public Table<R> widest(int width) {
        Column<R> last = removeLast();
        columns.add(new Column<>(last.name, last.kind, last.cell, last.ink, width, last.html, false, last.once));
        return this;
    }

    /** Says what a page shows in the last column instead of its text, such as a link. */
    public Table<R> html(Markings<R> html) {
        Column<R> last = removeLast();
        columns.add(new Column<>(last.name, last.kind, last.cell, last.ink, last.widest, html, false, last.once));
        return this;
    }

    /**
     * Leaves the last column out of a text where a row has the same in it, and in all other such columns, as the row
     * above; a page shows it faintly.
     */
    public Table<R> once() {
        Column<R> last = removeLast();
        columns.add(new Column<>(last.name, last.kind, last.cell, last.ink, last.widest, last.html, false, true));
        return this;
    }

    private Column<R> removeLast() {
        return columns.remove(columns.size() - 1);
    }

    /** Says what the table shows, for those who do not see the page around it; in a document, the heading without. */
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

    /** The columns that every form has. */
    List<Column<R>> textColumns() {
        return columns.stream().filter(column -> !column.pageOnly).toList();
    }

    String caption() {
        return caption;
    }

    /** The anchor of a row; empty for none. */
    String anchor(R row) {
        return id == null ? "" : id.apply(row);
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
