package org.ipsisim.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a result says to a person, in the order in which it is read: the answer first, then sections of sentences and
 * tables. Renderers write it as text ({@link DocumentText}), as a page ({@link DocumentPage}) or as Markdown
 * ({@link DocumentMarkdown}). A section without content is left out with its heading.
 */
public final class Document {
    /** One part of a document. */
    sealed interface Part {}

    /**
     * What begins a section.
     *
     * @param id by which a page can be linked to; empty for a number
     */
    record Heading(String words, String id) implements Part {}

    /** What begins a part of a section. */
    record Subheading(String words) implements Part {}

    /**
     * A sentence or more.
     *
     * @param label a short name before it; empty for none
     * @param ink how a terminal sets it off; a faint one is a note
     * @param inSection whether it is in a section, which a text indents
     */
    record Paragraph(String label, String words, Ink ink, boolean inSection) implements Part {}

    /** Sentences, one a line. */
    record Items(List<String> sentences) implements Part {}

    /** A few numbers at the head of a page. */
    record Figures(List<Figure> figures) implements Part {}

    /** A table under a heading. */
    record Rows<R>(String heading, Table<R> table) implements Part {}

    /** A table that a page shows when its summary is clicked. */
    record Folded(String summary, Table<?> table) implements Part {}

    /** What only a text draws. */
    record Drawing(Content content) implements Part {}

    /** What only a page shows: an image, as files of its own too. */
    record Chart(String file, Supplier<Image> image, String alternative, String caption) implements Part {}

    /** What only a page shows: a drawing in SVG; nothing if it is empty. */
    record Svg(Supplier<String> markup, String caption) implements Part {}

    /** A command or another text to copy; a text has none. */
    record Code(String text) implements Part {}

    /** Draws into a text. */
    public interface Content {
        void write(TextPage page) throws IOException;
    }

    /** An image, drawn in each of its forms. */
    public interface Image {
        /** The PNG file. */
        byte[] png() throws IOException;

        /** The SVG file, which a page shows; its parts have names that no other image of a page has. */
        String svg() throws IOException;
    }

    private final String kind;
    private final String title;
    private final String answer;
    private final List<Part> parts = new ArrayList<>();
    private @Nullable Heading heading;
    private boolean headed;

    /**
     * A document without sections.
     *
     * @param kind of result, in two or three words, such as {@code audit}
     * @param title of the scenario
     * @param answer in a sentence or two
     */
    public Document(String kind, String title, String answer) {
        this.kind = kind;
        this.title = title;
        this.answer = answer;
    }

    /** Begins a section. */
    public Document section(String words) {
        return section(words, "");
    }

    /** Begins a section to which a page can be linked by {@code id}. */
    public Document section(String words, String id) {
        heading = new Heading(words, id);
        headed = false;
        return this;
    }

    /** Begins a part of a section. */
    public Document subsection(String words) {
        return add(new Subheading(words));
    }

    /** Adds a paragraph; nothing if it is empty. */
    public Document paragraph(String words) {
        return say("", words, Ink.PLAIN);
    }

    /** Adds sentences, each a paragraph of its own. */
    public Document paragraphs(List<String> all) {
        all.forEach(this::paragraph);
        return this;
    }

    /** Adds a paragraph with a short name before it, such as {@code A}. */
    public Document labelled(String label, String words) {
        return say(label, words, Ink.PLAIN);
    }

    /** Adds a note: a sentence that explains the rest; nothing if it is empty. */
    public Document note(String words) {
        return say("", words, Ink.FAINT);
    }

    /** Adds a warning without its full stop; nothing if it is empty. */
    public Document warning(String words) {
        return words.isEmpty() ? this : say("", words + ".", Ink.VERMILION);
    }

    /** Adds a paragraph after the last section; nothing if it is empty. */
    public Document closing(String words, Ink ink) {
        return words.isEmpty() ? this : put(new Paragraph("", words, ink, false));
    }

    private Document say(String label, String words, Ink ink) {
        return words.isEmpty() ? this : add(new Paragraph(label, words, ink, heading != null));
    }

    /** Adds a list of sentences; nothing if there are none. */
    public Document items(List<String> sentences) {
        return sentences.isEmpty() ? this : add(new Items(sentences));
    }

    /** Adds the few numbers that a page shows first. */
    public Document figures(List<Figure> figures) {
        return add(new Figures(figures));
    }

    /** Adds a table; nothing if it has no rows. */
    public <R> Document table(Table<R> table) {
        return table.isEmpty() ? this : add(new Rows<>(heading == null ? "" : heading.words, table));
    }

    /** Adds a table that is folded under a summary; a text has none. */
    public Document folded(String summary, Table<?> table) {
        return add(new Folded(summary, table));
    }

    /** Adds what a text draws. */
    public Document drawing(Content content) {
        return add(new Drawing(content));
    }

    /**
     * Adds an image that a page shows.
     *
     * @param file its name beside the page, without {@code .png} or {@code .svg}
     * @param image drawn when a page wants it
     * @param alternative for those who do not see it
     * @param caption below it; empty for none
     */
    public Document chart(String file, Supplier<Image> image, String alternative, String caption) {
        return add(new Chart(file, image, alternative, caption));
    }

    /** Adds a drawing that a page shows. */
    public Document svg(Supplier<String> markup, String caption) {
        return add(new Svg(markup, caption));
    }

    /** Adds a command to copy, for pages. */
    public Document code(String text) {
        return add(new Code(text));
    }

    private Document add(Part part) {
        if (heading != null && !headed) {
            parts.add(heading);
            headed = true;
        }
        return put(part);
    }

    private Document put(Part part) {
        parts.add(part);
        return this;
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String answer() {
        return answer;
    }

    List<Part> parts() {
        return parts;
    }
}
