package org.ipsisim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation as a site: whole, linked, and with nothing from elsewhere. */
class SiteTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"#]*)(?:#([^\"]+))?\"");

    @TempDir
    private static Path site;

    private static List<Path> pages;

    @BeforeAll
    static void write() throws IOException {
        Site.write(site);
        try (Stream<Path> files = Files.walk(site)) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(site.resolve("reports")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void has_a_page_for_each_page_of_docs_and_the_menu_leads_to_all_that_are_for_users() throws IOException {
        assertThat(pages).hasSizeGreaterThan(20).contains(site.resolve("index.html"), site.resolve("docs/rules.html"));
        String home = Files.readString(site.resolve("index.html"));
        assertThat(home).contains("<a href=\"docs/tutorial.html\">Tutorial</a>");
        for (Page page : Page.all()) {
            String name = page.path().getFileName().toString().replace(".md", ".html");
            if (!name.equals("README.html")) {
                assertThat(home).contains("<a href=\"docs/" + name + "\">");
            }
        }
    }

    @Test
    void each_link_leads_to_a_file_and_a_heading_that_are_there() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages) {
            for (MatchResult link :
                    ADDRESS.matcher(Files.readString(page)).results().toList()) {
                String file = link.group(1);
                if (!file.matches("[a-z]+:.*")) {
                    links++;
                    Path target =
                            file.isEmpty() ? page : page.resolveSibling(file).normalize();
                    boolean leads = Files.exists(target)
                            && (link.group(2) == null
                                    || Files.readString(target).contains(" id=\"" + link.group(2) + "\""));
                    if (!leads) {
                        broken.add(site.relativize(page) + ": " + link.group());
                    }
                }
            }
        }
        assertThat(links).isGreaterThan(500);
        assertThat(broken).isEmpty();
    }

    @Test
    void loads_nothing_from_elsewhere_and_draws_its_diagrams() throws IOException {
        for (Path page : pages) {
            assertThat(Files.readString(page)).doesNotContain("src=\"http").doesNotContain("<!-- ");
        }
        assertThat(Files.readString(site.resolve("docs/model.html")))
                .contains("<pre class=\"mermaid\">")
                .contains("<script src=\"../mermaid.js\">");
        assertThat(site.resolve("mermaid.js")).isNotEmptyFile();
    }
}
