package org.ipsisim.document;

/** Writes documents as Markdown. */
public final class DocumentMarkdown {
    private DocumentMarkdown() {}

    /** The whole text, with headings from the second level on. */
    public static String of(Document document) {
        StringBuilder out = new StringBuilder("## " + MarkdownText.escape(document.title()) + "\n\n");
        out.append("**").append(MarkdownText.escape(document.answer())).append("**\n\n");
        document.parts().forEach(part -> write(part, out));
        return out.toString();
    }

    private static void write(Document.Part part, StringBuilder out) {
        if (part instanceof Document.Heading heading) {
            out.append("### ").append(MarkdownText.escape(heading.words())).append("\n\n");
        } else if (part instanceof Document.Paragraph paragraph) {
            String label = paragraph.label().isEmpty() ? "" : paragraph.label() + ": ";
            out.append(MarkdownText.escape(label + paragraph.words())).append("\n\n");
        } else if (part instanceof Document.Figures figures) {
            figures.figures()
                    .forEach(figure -> out.append("- ")
                            .append(MarkdownText.escape(figure.name() + ": " + figure.value()))
                            .append('\n'));
            out.append('\n');
        } else if (part instanceof Document.Rows<?> rows) {
            out.append(MarkdownText.table(rows.table()));
        } else if (part instanceof Document.Code code) {
            out.append(MarkdownText.code(code.text())).append("\n\n");
        }
    }
}
