package org.ipsisim.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** The documentation as a site to read in a browser: each page of Markdown as HTML, with a menu of them all. */
public final class Site {
    private static final Path INDEX = Path.of("docs/README.md");
    private static final Path HOME = Path.of("README.md");
    private static final List<Path> COPIED = List.of(Path.of("scenarios"), Path.of("reports"), Path.of("docs/jobs"));
    private static final String MERMAID = "/META-INF/resources/webjars/mermaid/11.14.0/dist/mermaid.min.js";

    /** A diagram as CommonMark renders it; the script wants it without the inner element. */
    private static final String DIAGRAM = "<pre><code class=\"language-mermaid\">((?s).*?)</code></pre>";

    private final List<org.commonmark.Extension> extensions =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private final Parser parser = Parser.builder().extensions(extensions).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(extensions).build();
    private final Path target;
    private final List<Path> pages;

    private Site(Path target) throws IOException {
        this.target = target;
        try (Stream<Path> root = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> benchmarks = Stream.of(Path.of("src/jmh/README.md"))) {
            pages = Stream.of(root, docs, benchmarks)
                    .flatMap(all -> all)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Writes the site to the directory that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path target) throws IOException {
        Site site = new Site(target);
        for (Path directory : COPIED) {
            site.copy(directory);
        }
        for (Path page : site.pages) {
            site.save(address(page), site.html(page));
        }
        site.save(Path.of("site.css"), resource("/org/ipsisim/document/page.css") + resource("site.css"));
        site.save(Path.of("mermaid.js"), resource(MERMAID));
    }

    private void copy(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void save(Path address, String text) throws IOException {
        Path file = target.resolve(address);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String resource(String name) {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a page stands in the site. */
    private static Path address(Path page) {
        String name = page.equals(HOME) ? "index.md" : page.toString();
        return Path.of(name.replaceAll("\\.md$", ".html"));
    }

    private String html(Path page) {
        Node tree = tree(page, page);
        String title = title(tree.getFirstChild());
        String up = "../".repeat(page.getNameCount() - 1);
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%TITLE%</title>
                <link rel="stylesheet" href="%UP%site.css">
                </head>
                <body>
                <nav aria-label="Pages">
                <p><a href="%UP%index.html">ipsisim</a></p>
                %MENU%</nav>
                <main>
                %BODY%</main>
                %SCRIPT%</body>
                </html>
                """.replace("%TITLE%", title.equals("ipsisim") ? title : title + " · ipsisim")
                .replace("%UP%", up)
                .replace("%MENU%", menu(page))
                .replace("%BODY%", renderer.render(tree).replaceAll(DIAGRAM, "<pre class=\"mermaid\">$1</pre>"))
                .replace("%SCRIPT%", has(tree, "mermaid") ? "<script src=\"" + up + "mermaid.js\"></script>\n" : "");
    }

    private static String title(Node node) {
        return TextContentRenderer.builder().build().render(node).strip();
    }

    private static boolean has(Node tree, String language) {
        boolean[] found = {false};
        tree.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                found[0] |= block.getInfo().equals(language);
            }
        });
        return found[0];
    }

    /** The headings and the links in the first column of the index of pages. */
    private String menu(Path page) {
        Node tree = tree(INDEX, page);
        StringBuilder menu = new StringBuilder();
        tree.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() > 1) {
                    menu.append("\n**").append(title(heading)).append("**\n\n");
                }
            }

            @Override
            public void visit(Link link) {
                boolean isFirst = link.getParent().getPrevious() == null && link.getPrevious() == null;
                if (isFirst) {
                    menu.append("- [")
                            .append(title(link.getFirstChild()))
                            .append("](")
                            .append(link.getDestination())
                            .append(")\n");
                }
            }
        });
        String own = "<a href=\"" + address(page).getFileName() + "\"";
        return renderer.render(parser.parse(menu.toString())).replace(own, own + " aria-current=\"page\"");
    }

    /** A page whose links are those of the site as they are to be on another page. */
    private Node tree(Path page, Path shownOn) {
        Node tree = parser.parse(Page.read(page).text());
        tree.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                Optional<String> target = linked(link.getDestination(), page, shownOn);
                target.ifPresentOrElse(link::setDestination, () -> unlink(link));
                visitChildren(link);
            }

            @Override
            public void visit(HtmlBlock comment) {
                comment.unlink();
            }
        });
        return tree;
    }

    /** What a link says on a page of the site; empty for a file of the source, which the site does not have. */
    private Optional<String> linked(String destination, Path page, Path shownOn) {
        URI uri = URI.create(destination);
        if (uri.isAbsolute()) {
            return Optional.of(destination);
        }
        String anchor = uri.getFragment() == null ? "" : "#" + uri.getFragment();
        if (uri.getPath().isEmpty()) {
            return Optional.of(anchor);
        }
        Path file = page.resolveSibling(uri.getPath()).normalize();
        boolean isCopied = COPIED.stream().anyMatch(file::startsWith);
        if (!pages.contains(file) && !isCopied) {
            return Optional.empty();
        }
        Path from = address(shownOn).resolveSibling("");
        Path to = pages.contains(file) ? address(file) : file;
        return Optional.of((from.toString().isEmpty() ? to : from.relativize(to)) + anchor);
    }

    private static void unlink(Link link) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }
}
