package org.ipsisim.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path from the project's root
 */
record Page(Path path, String text) {
    /**
     * A fenced block of code.
     *
     * @param marker the words of a comment {@code <!-- … -->} in the line before it, or an empty text
     * @param language the word after the fence
     */
    record Block(Page page, String marker, String language, String text) {
        @Override
        public String toString() {
            return page.path + ": " + text.lines().findFirst().orElse("");
        }
    }

    private static final Path DOCS = Path.of("docs");
    private static final Pattern BLOCK = Pattern.compile("(?m)(?:^<!-- (.*) -->\\n)?^```(\\w+)\\n((?s:.*?))^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}(\\./ipsisim.*)$|`(\\./ipsisim[^`]*)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** The README and every page under docs. */
    static List<Page> all() {
        try (Stream<Path> files = Files.list(DOCS)) {
            return Stream.concat(Stream.of(Path.of("README.md")), files.sorted())
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page under docs. */
    static Page named(String name) {
        return read(DOCS.resolve(name));
    }

    static Page read(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(2).equals(language))
                .map(block ->
                        new Block(this, block.group(1) == null ? "" : block.group(1), block.group(2), block.group(3)))
                .toList();
    }

    /** The command lines that begin with {@code ./ipsisim}, on lines of their own or within a sentence. */
    List<String> commands() {
        return COMMAND.matcher(text)
                .results()
                .map(command -> command.group(1) == null ? command.group(2) : command.group(1))
                .toList();
    }

    /** The targets of links and images within the project. */
    List<String> links() {
        return LINK.matcher(withoutBlocks())
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .toList();
    }

    /** What a link after a hash can name. */
    List<String> anchors() {
        return HEADING.matcher(withoutBlocks())
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** The rows of tables whose first cell is a letter and a number, such as R15: their cells. */
    List<List<String>> rows(String letter) {
        List<List<String>> rows = new ArrayList<>();
        Pattern row = Pattern.compile("(?m)^\\| (" + letter + "[0-9]+) \\|(.*)\\|$");
        for (MatchResult found : row.matcher(text).results().toList()) {
            List<String> cells = new ArrayList<>(List.of(found.group(1)));
            Stream.of(found.group(2).split("\\|", -1)).map(String::strip).forEach(cells::add);
            rows.add(cells);
        }
        return rows;
    }

    private String withoutBlocks() {
        return BLOCK.matcher(text).replaceAll("");
    }
}
