package org.ipsisim.document;

import java.util.stream.Stream;

/** Writes documents as Markdown. */
public final class DocumentMarkdown {
    private DocumentMarkdown() {}

    /** The whole text, with headings from the second level on. */
    public static String of(Document document) {
        StringBuilder out = new StringBuilder("## " + MarkdownText.escape(document.title()) + "\n\n");
        out.append("**").append(MarkdownText.escape(document.answer())).append("**\n\n");
        return out + sections(document, "### ");
    }

    /**
     * The sections of a document, for a text of another kind.
     *
     * @param mark what comes before each heading, such as {@code ## }
     */
    public static String sections(Document document, String mark) {
        StringBuilder out = new StringBuilder();
        document.parts().forEach(part -> write(part, mark, out));
        return out.toString();
    }

    private static void write(Document.Part part, String mark, StringBuilder out) {
        if (part instanceof Document.Heading heading) {
            out.append(mark).append(MarkdownText.escape(heading.words())).append("\n\n");
        } else if (part instanceof Document.Subheading heading) {
            out.append('#')
                    .append(mark)
                    .append(MarkdownText.escape(heading.words()))
                    .append("\n\n");
        } else if (part instanceof Document.Paragraph paragraph) {
            String label = paragraph.label().isEmpty() ? "" : paragraph.label() + ": ";
            out.append(MarkdownText.escape(label + paragraph.words())).append("\n\n");
        } else if (part instanceof Document.Items items) {
            items(items.sentences().stream(), out);
        } else if (part instanceof Document.Figures figures) {
            items(figures.figures().stream().map(figure -> figure.name() + ": " + figure.value()), out);
        } else if (part instanceof Document.Rows<?> rows) {
            out.append(MarkdownText.table(rows.table()));
        } else if (part instanceof Document.Folded folded) {
            out.append("<details><summary>").append(folded.summary()).append("</summary>\n\n");
            out.append(MarkdownText.table(folded.table())).append("</details>\n\n");
        } else if (part instanceof Document.Code code) {
            out.append(MarkdownText.code(code.text())).append("\n\n");
        }
    }

    private static void items(Stream<String> sentences, StringBuilder out) {
        sentences.forEach(sentence ->
                out.append("- ").append(MarkdownText.escape(sentence)).append('\n'));
        out.append('\n');
    }
}
