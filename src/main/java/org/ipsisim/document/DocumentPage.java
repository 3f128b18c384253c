package org.ipsisim.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsisim.history.Words;

/** Writes documents as pages that stand alone: no script, no request to anywhere. */
public final class DocumentPage {
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** More rows than this are counted, not shown. */
    private static final int MOST_ROWS = 400;

    private final Markup page;
    private final HtmlTables tables;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private int sections;
    /** Whether headings begin sections, and not only parts of one. */
    private final boolean inSections;
    /** Whether an element is open that ends where the next section begins. */
    private boolean open;

    private DocumentPage(Markup page, boolean inSections, boolean open) {
        this.page = page;
        this.tables = new HtmlTables(page);
        this.inSections = inSections;
        this.open = open;
    }

    /**
     * The page as {@code index.html}, and the files of its charts.
     *
     * @throws IOException if a chart cannot be drawn
     */
    public static Map<String, byte[]> files(Document document) throws IOException {
        Markup page = HtmlPage.begin(document.title() + " – " + document.kind(), "", "");
        DocumentPage writer = new DocumentPage(page, true, true);
        String html = writer.html(document);
        writer.files.put("index.html", html.getBytes(StandardCharsets.UTF_8));
        return writer.files;
    }

    /**
     * Writes the sections of a document, without its charts' files, into a page of another kind.
     *
     * @throws UncheckedIOException if a chart cannot be drawn
     */
    public static void writeSections(Document document, Markup page) {
        write(document, new DocumentPage(page, true, false));
    }

    /** Writes a list of the sections of a document, with a link to each. */
    public static void writeContents(Document document, Markup page) {
        page.open("nav", "aria-label", "Contents").open("ul").line();
        for (Document.Part part : document.parts()) {
            if (part instanceof Document.Heading heading) {
                page.open("li")
                        .inline("a", heading.words(), "href", "#" + heading.id())
                        .close();
            }
        }
        page.close().close();
    }

    /** Writes a document into a section of a page of another kind; its headings are of the third level. */
    public static void writeParts(Document document, Markup page) {
        write(document, new DocumentPage(page, false, false));
    }

    private static void write(Document document, DocumentPage writer) {
        try {
            for (Document.Part part : document.parts()) {
                writer.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (writer.open) {
            writer.page.close();
        }
    }

    private String html(Document document) throws IOException {
        page.open("header").line();
        page.leaf("p", "Port-network survivability: " + document.kind(), "class", "kicker");
        page.leaf("h1", document.title());
        page.open("p", "class", "lede").prose(document.answer()).close();
        for (Document.Part part : document.parts()) {
            write(part);
        }
        return page.close().close().close().close().toString();
    }

    private void write(Document.Part part) throws IOException {
        if (part instanceof Document.Heading heading && !inSections) {
            page.leaf("h3", heading.words());
        } else if (part instanceof Document.Heading heading) {
            sections++;
            String id = heading.id().isEmpty() ? "s" + sections : heading.id();
            if (open) {
                page.close();
            }
            open = true;
            page.open("section", "aria-labelledby", id).line().leaf("h2", heading.words(), "id", id);
        } else if (part instanceof Document.Subheading heading) {
            page.leaf("h3", heading.words());
        } else if (part instanceof Document.Paragraph paragraph) {
            write(paragraph);
        } else if (part instanceof Document.Items items) {
            page.open("ul").line();
            items.sentences()
                    .forEach(sentence -> page.open("li").prose(sentence).close());
            page.close();
        } else if (part instanceof Document.Figures figures) {
            write(figures);
        } else if (part instanceof Document.Rows<?> rows) {
            tables.write(rows.table(), rows.heading(), MOST_ROWS);
            int more = rows.table().rows().size() - MOST_ROWS;
            if (more > 0) {
                page.leaf("p", "and " + Words.grouped(more) + " more, in the files beside this page", "class", "note");
            }
        } else if (part instanceof Document.Folded folded) {
            page.open("details").inline("summary", folded.summary()).line();
            tables.write(folded.table(), "", Integer.MAX_VALUE);
            page.close();
        } else if (part instanceof Document.Chart chart) {
            write(chart);
        } else if (part instanceof Document.Svg svg) {
            write(svg);
        } else if (part instanceof Document.Code code) {
            page.open("pre").inline("code", code.text()).close();
        }
    }

    private void write(Document.Paragraph paragraph) {
        String label = paragraph.label().isEmpty() ? "" : paragraph.label() + ": ";
        String[] attributes = paragraph.ink() == Ink.FAINT ? new String[] {"class", "note"} : new String[0];
        page.open("p", attributes).prose(label + paragraph.words()).close();
    }

    private void write(Document.Figures figures) {
        page.open("dl", "class", "figures").line();
        for (Figure figure : figures.figures()) {
            String value = figure.value().replaceAll("(\\d) (?=\\d{3})", "$1" + NO_BREAK_SPACE);
            page.fill("<div><dt>%</dt><dd>%</dd></div>\n", figure.name(), value);
        }
        page.close();
    }

    private void write(Document.Chart chart) throws IOException {
        Document.Image image = chart.image().get();
        String svg = image.svg();
        files.put(chart.file() + ".png", image.png());
        files.put(chart.file() + ".svg", svg.getBytes(StandardCharsets.UTF_8));
        drawing(svg, chart.alternative(), chart.caption());
    }

    private void write(Document.Svg svg) {
        String markup = svg.markup().get();
        if (!markup.isEmpty()) {
            drawing(markup, "Drawing, scrolls sideways", svg.caption());
        }
    }

    private void drawing(String markup, String name, String caption) {
        page.open("figure").line();
        page.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", name);
        page.line().raw(markup).close();
        if (!caption.isEmpty()) {
            page.leaf("figcaption", caption);
        }
        page.close();
    }
}
