package org.ipsisim.document;

import java.util.List;
import java.util.stream.Collectors;

/** Writes text as Markdown that shows it as it is. */
public final class MarkdownText {
    private MarkdownText() {}

    /** A text on one line, with every character escaped that has a meaning in Markdown or HTML. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if (c == '&') {
                out.append("&amp;");
            } else if (c == '<') {
                out.append("&lt;");
            } else if (c == '@' || c == '#') {
                out.append("&#").append(c).append(';');
            } else if (c >= 0x20 && c != 0x7F) {
                out.append("\\`*_[]|~$!>".indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
            }
        });
        return out.toString().replace("://", ":&#47;/");
    }

    /** A text as code, whatever backticks it holds. */
    public static String code(String text) {
        String oneLine = text.replaceAll("[\\r\\n\\t]", " ");
        String fence = "`";
        while (oneLine.contains(fence)) {
            fence += "`";
        }
        String space = oneLine.startsWith("`") || oneLine.endsWith("`") ? " " : "";
        return fence + space + oneLine + space + fence;
    }

    /** A table; numbers are set flush right. */
    public static <R> String table(Table<R> table) {
        List<Table.Column<R>> columns = table.textColumns();
        StringBuilder out =
                new StringBuilder(row(columns.stream().map(Table.Column::name).toList()));
        out.append(columns.stream()
                        .map(column -> column.isNumber() ? "---:" : "---")
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
        table.rows()
                .forEach(row -> out.append(
                        row(columns.stream().map(column -> column.text(row)).toList())));
        return out.append('\n').toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownText::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
