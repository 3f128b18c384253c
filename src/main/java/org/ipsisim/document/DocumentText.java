package org.ipsisim.document;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes documents for a person at a terminal. */
public final class DocumentText {
    private final TextPage page;
    private Document.@Nullable Heading heading;
    private boolean afterTable;
    private boolean inSection;

    /** The label before the last paragraph: a note below it is indented as far. */
    private String label = "";

    private DocumentText(TextPage page) {
        this.page = page;
    }

    /** Writes a document; flushes the writer and leaves it open. No line is wider than the style's width. */
    public static void write(Document document, Writer out, TextStyle style) throws IOException {
        TextPage page = new TextPage(out, style);
        page.paragraph("", document.answer(), Ink.BOLD);
        writeParts(document, page);
        out.flush();
    }

    /** Writes what comes after the answer. */
    public static void writeParts(Document document, TextPage page) throws IOException {
        DocumentText text = new DocumentText(page);
        for (Document.Part part : document.parts()) {
            text.write(part);
        }
    }

    private void write(Document.Part part) throws IOException {
        if (part instanceof Document.Heading begun) {
            heading = begun;
        } else if (part instanceof Document.Paragraph paragraph) {
            heading = paragraph.inSection() ? heading : null;
            head();
            write(paragraph);
        } else if (part instanceof Document.Subheading sub) {
            boolean isFirst = heading != null;
            head();
            if (!isFirst) {
                page.blank();
            }
            page.paragraph("  ", sub.words(), Ink.BOLD);
            afterTable = false;
        } else if (part instanceof Document.Items items) {
            head();
            for (String sentence : items.sentences()) {
                page.paragraph("  - ", sentence, Ink.PLAIN);
            }
        } else if (part instanceof Document.Drawing drawing) {
            head();
            drawing.content().write(page);
        } else if (part instanceof Document.Rows<?> rows && page.fits(rows.table())) {
            head();
            if (afterTable) {
                page.blank();
            }
            page.table(rows.table());
            afterTable = true;
        }
    }

    /** Writes the heading once there is something below it. */
    private void head() throws IOException {
        if (heading != null) {
            page.heading(heading.words());
            heading = null;
            label = "";
            afterTable = false;
            inSection = true;
        }
    }

    private void write(Document.Paragraph paragraph) throws IOException {
        boolean labelled = !paragraph.label().isEmpty();
        if (afterTable || inSection && !paragraph.inSection() || labelled && label.isEmpty()) {
            page.blank();
        }
        afterTable = false;
        inSection = paragraph.inSection();
        label = labelled ? paragraph.label() + "  " : paragraph.ink() == Ink.FAINT ? " ".repeat(label.length()) : "";
        page.paragraph((paragraph.inSection() ? "  " : "") + label, paragraph.words(), paragraph.ink());
    }
}
