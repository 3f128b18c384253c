package org.ipsisim.document;

import java.io.IOException;
import java.util.List;
import org.ipsisim.history.Words;

/**
 * The text output as it grows: headings, paragraphs and lines of a given width.
 *
 * @param out takes the text
 * @param style how the text goes to its reader
 */
public record TextPage(Appendable out, TextStyle style) {
    /** A heading with a blank line before and after it. */
    public void heading(String text) throws IOException {
        blank();
        for (String line : TerminalText.wrap(TerminalText.clean(text, style), style.width())) {
            line(Ink.BOLD.paint(line, style));
        }
        blank();
    }

    /** A paragraph; its first line begins with {@code lead}, the others with as many blanks. */
    public void paragraph(String lead, String text, Ink ink) throws IOException {
        String clean = TerminalText.clean(text, style);
        String start = lead;
        for (String line : TerminalText.wrap(clean, style.width() - lead.length())) {
            line(start + ink.paint(line, style));
            start = " ".repeat(lead.length());
        }
    }

    /** A line that fits the width, without the blanks at its end. */
    public void line(String text) throws IOException {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        out.append(text, 0, end).append('\n');
    }

    /** An empty line. */
    public void blank() throws IOException {
        out.append('\n');
    }

    /** A rule across the page. */
    public void rule() throws IOException {
        line(Ink.FAINT.paint((style.unicode() ? "─" : "-").repeat(style.width()), style));
    }

    /** Physical lines of a table, two blanks in from the left. */
    public void table(TextTable table) throws IOException {
        List<String> lines = table.lines(style, style.width() - 2);
        for (String line : lines) {
            line("  " + line);
        }
    }

    /** A table, two blanks in from the left; below it, how many rows it does not show. */
    public void table(Table<?> table) throws IOException {
        table(TextTable.of(table));
        int more = table.rows().size() - table.most();
        if (more > 0) {
            blank();
            paragraph("  ", "and " + Words.grouped(more) + " more; " + table.rest(), Ink.FAINT);
        }
    }

    /** Whether a table is to be shown here, or would be left out for its width. */
    boolean fits(Table<?> table) {
        return !table.isLeftOutIfTooWide() || TextTable.of(table).width(style) <= style.width() - 2;
    }
}
