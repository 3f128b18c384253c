package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Builds the tree of one YAML document from the events of the parser, which carry lines and columns.
 *
 * <p>Anchors, aliases and tags are refused: a scenario needs none, and aliases can blow a small file up.
 */
final class YamlTree {
    /** The text is not usable as YAML; the error is reported already. */
    private static final class Refused extends Exception {
        Refused() {
            super(null, null, false, false);
        }
    }

    /** What the parser says, and the same in plain words; the first one that fits holds. */
    private static final List<Map.Entry<String, String>> PLAIN_WORDS = List.of(
            Map.entry(
                    "mapping values are not allowed",
                    "a `:` where no value can follow; is the indentation right, or are quotes missing?"),
            Map.entry("could not find expected ':'", "a key without `:`"),
            Map.entry("expected <block end>", "this line does not fit the ones above it; is the indentation right?"),
            Map.entry("stream end", "this bracket is never closed"),
            Map.entry("expected ',' or '}'", "`,` or `}` is missing here"),
            Map.entry("expected ',' or ']'", "`,` or `]` is missing here"),
            Map.entry(
                    "that cannot start any token", "a value cannot start with this character; put the text in quotes"));

    private static final int SMALLEST_BUFFER = 1024;
    private static final String SCENARIO = "a scenario";

    private final SourceFile source;
    private final String what;
    private final int shift;
    private final Problems problems;
    private final ParserImpl parser;
    private int reached;

    private YamlTree(SourceFile source, String text, String what, int shift, Problems problems) {
        this.source = source;
        this.what = what;
        this.shift = shift;
        this.problems = problems;
        this.parser = parser(source.name(), text);
    }

    /** A parser whose events have places, as indices of code points. */
    static ParserImpl parser(String name, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setBufferSize(Math.max(SMALLEST_BUFFER, text.length()))
                .setCodePointLimit(Limits.FILE_BYTES + 1)
                .setUseMarks(true)
                .setSchema(new FailsafeSchema())
                .build();
        return new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** The tree of a file; empty if it is no YAML or holds nothing, with an error. */
    static Optional<Node> ofFile(SourceFile source, String text, Problems problems) {
        return ofFile(source, text, SCENARIO, problems);
    }

    /**
     * The tree of a file; empty if it is no YAML or holds nothing, with an error.
     *
     * @param what the file is, with an article
     */
    static Optional<Node> ofFile(SourceFile source, String text, String what, Problems problems) {
        return new YamlTree(source, text, what, 0, problems).document();
    }

    /** The tree of the value in an assignment that starts at an index of it. */
    static Optional<Node> ofValue(SourceFile source, String assignment, int start, Problems problems) {
        int shift = assignment.codePointCount(0, start);
        return new YamlTree(source, assignment.substring(start), SCENARIO, shift, problems).document();
    }

    private Optional<Node> document() {
        try {
            parser.next();
            if (parser.checkEvent(Event.ID.StreamEnd)) {
                problems.error(SourceSpan.at(source, 1, 1), "", "the file is empty")
                        .allowed(what.equals(SCENARIO) ? "at least `title`, `duration` and `port-networks`" : what);
                return Optional.empty();
            }
            parser.next();
            Node root = node(parser.next(), 1);
            parser.next();
            if (!parser.checkEvent(Event.ID.StreamEnd)) {
                problems.error(startOf(parser.peekEvent()), "", "a second YAML document starts here")
                        .allowed(what.replaceFirst("^an? ", "one ") + " in a file");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (Refused e) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            report(e);
            return Optional.empty();
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The scanner lets a NumberFormatException escape for a \x that the text ends in.
            problems.error(
                    source.span(reached + shift, 1), "", "not valid YAML: the text after this place cannot be read");
            return Optional.empty();
        }
    }

    private Node node(Event event, int depth) throws Refused {
        reached = event.getEndMark().orElseThrow().getIndex();
        if (problems.countValue() > Limits.NODES) {
            throw refuse(event, "too many values", "at most " + Limits.NODES + " keys and values in all");
        }
        if (event instanceof AliasEvent alias) {
            throw refuse(alias, "aliases (`*name`) are not allowed", "write the value out");
        }
        NodeEvent nodeEvent = (NodeEvent) event;
        Optional<Anchor> anchor = nodeEvent.getAnchor();
        if (anchor.isPresent()) {
            throw refuse(event, "anchors (`&name`) are not allowed", "write the value out where it is needed");
        }
        if (event instanceof ScalarEvent scalar) {
            if (scalar.getTag().isPresent()) {
                throw refuse(event, "tags (`!name`) are not allowed", "write the value without a tag");
            }
            return new Node.Scalar(spanOf(event), scalar.getValue(), scalar.isPlain());
        }
        if (((CollectionStartEvent) event).getTag().isPresent()) {
            throw refuse(event, "tags (`!name`) are not allowed", "write the value without a tag");
        }
        if (depth > Limits.NESTING) {
            throw refuse(event, "nested too deeply", "at most " + Limits.NESTING + " levels of lists and mappings");
        }
        return event.getEventId() == Event.ID.SequenceStart ? listing(event, depth) : mapping(event, depth);
    }

    private Node listing(Event start, int depth) throws Refused {
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(parser.next(), depth + 1));
        }
        parser.next();
        return new Node.Listing(startOf(start), items);
    }

    private Node mapping(Event start, int depth) throws Refused {
        List<Node.Entry> entries = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event keyEvent = parser.next();
            Node key = node(keyEvent, depth + 1);
            if (!(key instanceof Node.Scalar scalar)) {
                throw refuse(keyEvent, "a list or a mapping cannot be a key", "a plain word as key");
            }
            entries.add(new Node.Entry(scalar, node(parser.next(), depth + 1)));
        }
        parser.next();
        return new Node.Mapping(startOf(start), entries);
    }

    private Refused refuse(Event event, String message, String allowed) {
        problems.error(spanOf(event), "", message).allowed(allowed);
        return new Refused();
    }

    private SourceSpan startOf(Event event) {
        return source.span(event.getStartMark().orElseThrow().getIndex() + shift, 1);
    }

    private SourceSpan spanOf(Event event) {
        int start = event.getStartMark().orElseThrow().getIndex();
        int end = event.getEndMark().orElseThrow().getIndex();
        return source.span(start + shift, end - start);
    }

    /** Says in plain words what the parser stumbled over, and where. */
    private void report(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        boolean neverClosed = problem.contains("stream end") || problem.contains("end of stream");
        boolean atContext = neverClosed && e.getContextMark().isPresent()
                || e.getProblemMark().isEmpty();
        SourceSpan span = placeOf(atContext ? e.getContextMark() : e.getProblemMark());
        SourceSpan began = e.getContextMark().isPresent() ? placeOf(e.getContextMark()) : span;
        for (int line = span.line(); line >= Math.max(1, Math.min(began.line(), span.line() - 1)); line--) {
            int tab = indentingTab(source.line(line));
            if (tab >= 0 && !source.isCommandLine()) {
                problems.error(SourceSpan.at(source, line, tab + 1), "", "a tab indents this line")
                        .allowed("spaces for indentation");
                return;
            }
        }
        Finding finding = problems.error(span, "", inWords(problem, context));
        if (began.line() != span.line() && !context.isEmpty()) {
            finding.note("it began on line " + began.line() + ": "
                    + Quote.of(source.line(began.line()).strip()));
        }
    }

    private SourceSpan placeOf(Optional<Mark> mark) {
        return source.span(mark.isPresent() ? mark.get().getIndex() + shift : 0, 1);
    }

    private static int indentingTab(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                return i;
            }
            if (line.charAt(i) != ' ') {
                return -1;
            }
        }
        return -1;
    }

    private static String inWords(String problem, String context) {
        if (problem.contains("unexpected end of stream") && context.contains("scalar")) {
            return "the quote is never closed";
        }
        return PLAIN_WORDS.stream()
                .filter(words -> problem.contains(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("not valid YAML: " + (problem.isEmpty() ? context : problem));
    }
}
