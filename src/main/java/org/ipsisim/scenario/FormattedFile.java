package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/**
 * A scenario file with its keys in the order of the format and its spacing in one style. It means the same, and every
 * comment is kept: above the key, or behind the value, where it stood.
 */
public final class FormattedFile {
    /** Levels below a key are indented by this. */
    private static final String INDENT = "  ";

    /**
     * An entry of a block, with the comments and the empty line above it.
     *
     * @param rank the place of its key in the format
     */
    private record Entry(int rank, List<String> above, List<String> lines) {}

    private final int[] text;
    private final ParserImpl parser;
    /** Everything before this code point is written. */
    private int at;

    private FormattedFile(String name, String text) {
        this.text = text.codePoints().toArray();
        this.parser = YamlTree.parser(name, text);
    }

    /**
     * The text of a file in canonical form; lines end with LF.
     *
     * @return empty, with an error, if the file is wrong, or is written in a way that would lose something
     */
    private static Optional<String> of(String name, byte[] content, FileReading reading) {
        Optional<Node.Mapping> before = reading.mapping(name, content, Optional.empty());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String source = new SourceText(name, reading.problems()).decode(content).orElseThrow();
        String formatted = new FormattedFile(name, source).whole();
        Optional<Node> after = YamlTree.ofFile(SourceFile.ofFile(name, formatted), formatted, new Problems());
        if (after.isPresent() && isSame(before.get(), after.get()) && Arrays.equals(marks(source), marks(formatted))) {
            return Optional.of(formatted);
        }
        return reading.problems()
                .error(before.get().span(), "", "cannot be brought into the usual form without losing something")
                .allowed("plain YAML: no `---`, no `?` before a key, no comment between a key and its value")
                .none();
    }

    /** A file in canonical form, or what is wrong with it. */
    public static Result of(String name, byte[] content) {
        FileReading reading = new FileReading(name);
        Optional<String> formatted = of(name, content, reading);
        return new Result(formatted, reading.problems().result(Optional.empty()).diagnostics());
    }

    /**
     * What came of a file.
     *
     * @param text its canonical form; empty if there is an error
     */
    public record Result(Optional<String> text, List<Diagnostic> diagnostics) {}

    private String whole() {
        parser.next();
        parser.next();
        Event root = parser.next();
        List<String> header = above(start(root));
        List<String> own = new ArrayList<>(header.subList(header.lastIndexOf("") + 1, header.size()));
        header = header.subList(0, header.size() - own.size());
        List<String> lines = new ArrayList<>(header);
        if (root instanceof CollectionStartEvent flow && flow.isFlow()) {
            lines.addAll(own);
            lines.add(flow(root, Optional.of(ScenarioKeys.ROOT)) + comment());
        } else {
            lines.addAll(mapping(Optional.of(ScenarioKeys.ROOT), 0, own));
        }
        lines.addAll(above(text.length));
        while (!lines.isEmpty() && lines.get(0).isEmpty()) {
            lines.remove(0);
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    /** The lines of a collection in block style, not indented; the last of them may be comments. */
    private List<String> block(Event start, Optional<Mapping<?>> kind, int parentColumn) {
        int column = Math.max(column(start(start)), parentColumn + 1);
        List<String> lines =
                start.getEventId() == Event.ID.MappingStart ? mapping(kind, column, List.of()) : listing(kind, column);
        lines.addAll(trailing(column));
        return lines;
    }

    private List<String> mapping(Optional<Mapping<?>> kind, int column, List<String> aboveFirst) {
        List<String> order = order(kind);
        List<Entry> entries = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event key = parser.next();
            List<String> above = new ArrayList<>(entries.isEmpty() ? aboveFirst : List.of());
            above.addAll(above(start(key)));
            String name = slice(start(key), end(key));
            at = end(key);
            Optional<Mapping<?>> inner = kind.flatMap(it -> under(it, name));
            Event value = parser.next();
            List<String> lines = new ArrayList<>();
            if (isBlock(value)) {
                at = text[at] == ':' ? at + 1 : at;
                lines.add(name + ":" + comment());
                block(value, inner, column).forEach(line -> lines.add(line.isEmpty() ? "" : INDENT + line));
            } else {
                lines.addAll(leaf(value, inner, column));
                lines.set(0, before(name + ":", lines.get(0)));
            }
            int rank = order.indexOf(name);
            entries.add(new Entry(rank < 0 ? order.size() : rank, above, lines));
        }
        parser.next();
        entries.sort(Comparator.comparingInt(Entry::rank));
        return lines(entries);
    }

    private List<String> listing(Optional<Mapping<?>> kind, int column) {
        List<Entry> entries = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            Event item = parser.next();
            List<String> above = above(start(item));
            List<String> lines = isBlock(item) ? block(item, kind, column) : leaf(item, kind, column(start(item)));
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                lines.set(i, i == 0 ? before("-", line) : line.isEmpty() ? "" : INDENT + line);
            }
            entries.add(new Entry(0, above, lines));
        }
        parser.next();
        return lines(entries);
    }

    /** A line behind its key or dash; the comment of an empty value brings its spaces along. */
    private static String before(String start, String line) {
        return line.isEmpty() || line.startsWith(" ") || line.startsWith("\t") ? start + line : start + " " + line;
    }

    private static List<String> lines(List<Entry> entries) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            boolean isFirst = lines.isEmpty();
            entry.above().stream().filter(line -> !(isFirst && line.isEmpty())).forEach(lines::add);
            lines.addAll(entry.lines());
        }
        return lines;
    }

    /** A single value, or a collection in brackets, with the comment behind it. */
    private List<String> leaf(Event value, Optional<Mapping<?>> kind, int column) {
        int start = start(value);
        boolean isScalar = value.getEventId() == Event.ID.Scalar;
        String line = isScalar ? "" : flow(value, kind);
        String source = slice(start, isScalar ? end(value) : at).stripTrailing();
        at = start + source.codePointCount(0, source.length());
        if (!isScalar && !source.contains("\n")) {
            return new ArrayList<>(List.of(line + comment()));
        }
        // A value of several lines keeps them; only their distance from the left changes.
        int left = isScalar ? leastIndent(source) - INDENT.length() : column;
        List<String> lines = new ArrayList<>();
        for (String each : source.lines().toList()) {
            int indent = each.length() - each.stripLeading().length();
            String shift = lines.isEmpty() ? "" : " ".repeat(Math.max(1, indent - left));
            lines.add(each.isBlank() ? "" : (shift + each.stripLeading()).stripTrailing());
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + comment());
        return lines;
    }

    /** The indentation of the text of a value that has several lines. */
    private static int leastIndent(String source) {
        return source.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
    }

    /** A value inside brackets, on one line. */
    private String flow(Event value, Optional<Mapping<?>> kind) {
        at = end(value);
        if (value.getEventId() == Event.ID.Scalar) {
            return slice(start(value), end(value));
        }
        List<Entry> entries = new ArrayList<>();
        boolean isMapping = value.getEventId() == Event.ID.MappingStart;
        List<String> order = isMapping ? order(kind) : List.of();
        while (!parser.checkEvent(isMapping ? Event.ID.MappingEnd : Event.ID.SequenceEnd)) {
            String name = isMapping ? flow(parser.next(), Optional.empty()) : "";
            Optional<Mapping<?>> inner = isMapping ? kind.flatMap(it -> under(it, name)) : kind;
            String content = (isMapping ? name + ": " : "") + flow(parser.next(), inner);
            int rank = order.indexOf(name);
            entries.add(new Entry(rank < 0 ? order.size() : rank, List.of(), List.of(content)));
        }
        at = end(parser.next());
        entries.sort(Comparator.comparingInt(Entry::rank));
        return (isMapping ? "{" : "[") + String.join(", ", lines(entries)) + (isMapping ? "}" : "]");
    }

    /** The keys of a kind of mapping; none for an expectation, whose order is that of the results. */
    private static List<String> order(Optional<Mapping<?>> kind) {
        return kind.filter(it -> !(it instanceof ExpectKeys))
                .map(it -> List.copyOf(it.keys()))
                .orElse(List.of());
    }

    /** What a mapping under a key, or in a list under it, is. */
    private static Optional<Mapping<?>> under(Mapping<?> mapping, String name) {
        return mapping.listKeys().stream()
                .filter(key -> key.name().equals(name) && key.form().mappings().size() == 1)
                .<Mapping<?>>map(key -> key.form().mappings().get(0))
                .findFirst();
    }

    /** The comment on the rest of the line, with the spaces before it, at least one. */
    private String comment() {
        int i = at;
        while (i < text.length && (text[i] == ' ' || text[i] == '\t')) {
            i++;
        }
        if (i == at || i == text.length || text[i] != '#') {
            return "";
        }
        int start = at;
        at = endOfLine(i);
        return slice(start, at).stripTrailing();
    }

    /** The comments above a place, and an empty text where at least one empty line was. */
    private List<String> above(int start) {
        List<String> lines = new ArrayList<>();
        String[] gap = ((at == 0 ? "\n" : "") + slice(at, start)).split("\n", -1);
        for (int i = 1; i < gap.length - (start == text.length ? 0 : 1); i++) {
            String line = gap[i].strip();
            boolean isComment = line.matches("(- *)*#.*");
            boolean isSecondEmpty = line.isEmpty()
                    && !lines.isEmpty()
                    && lines.get(lines.size() - 1).isEmpty();
            if (isComment || !isSecondEmpty && !line.matches("[- ]+")) {
                lines.add(isComment ? line.substring(line.indexOf('#')) : line);
            }
        }
        at = start;
        return lines;
    }

    /** The comments below a block that belong to it, because they are indented as deep. */
    private List<String> trailing(int column) {
        List<String> lines = new ArrayList<>();
        int i = endOfLine(at) + 1;
        while (i < text.length) {
            int end = endOfLine(i);
            String line = slice(i, end);
            String words = line.strip();
            if (words.startsWith("#") && line.indexOf('#') >= column) {
                lines.add(words);
                at = end;
            } else if (!words.isEmpty()) {
                break;
            }
            i = end + 1;
        }
        return lines;
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    /** The number of characters before a place on its line. */
    private int column(int index) {
        int start = index;
        while (start > 0 && text[start - 1] != '\n') {
            start--;
        }
        return index - start;
    }

    private String slice(int start, int end) {
        return new String(text, start, end - start);
    }

    private static boolean isBlock(Event event) {
        return event instanceof CollectionStartEvent start && !start.isFlow();
    }

    private static int start(Event event) {
        return event.getStartMark().orElseThrow().getIndex();
    }

    private static int end(Event event) {
        return event.getEndMark().orElseThrow().getIndex();
    }

    /** Every character that is no space or comma, sorted: formatting moves them, and drops none. */
    private static int[] marks(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != ',')
                .sorted()
                .toArray();
    }

    /** Whether two trees mean the same; the keys of a mapping may stand in any order. */
    private static boolean isSame(Node a, Node b) {
        if (a instanceof Node.Mapping one && b instanceof Node.Mapping other) {
            List<Node.Entry> first = sorted(one);
            List<Node.Entry> second = sorted(other);
            return first.size() == second.size()
                    && isSame(
                            first.stream().map(Node.Entry::value).toList(),
                            second.stream().map(Node.Entry::value).toList())
                    && first.stream()
                            .map(entry -> entry.key().text())
                            .toList()
                            .equals(second.stream()
                                    .map(entry -> entry.key().text())
                                    .toList());
        }
        if (a instanceof Node.Listing one && b instanceof Node.Listing other) {
            return isSame(one.items(), other.items());
        }
        return a instanceof Node.Scalar one
                && b instanceof Node.Scalar other
                && one.plain() == other.plain()
                && one.text().equals(other.text());
    }

    private static boolean isSame(List<Node> first, List<Node> second) {
        boolean same = first.size() == second.size();
        for (int i = 0; same && i < first.size(); i++) {
            same = isSame(first.get(i), second.get(i));
        }
        return same;
    }

    private static List<Node.Entry> sorted(Node.Mapping mapping) {
        return mapping.entries().stream()
                .sorted(Comparator.comparing(entry -> entry.key().text()))
                .toList();
    }
}
