package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
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

    private final Source source;
    private final int columnShift;
    private final Problems problems;
    private final ParserImpl parser;

    private YamlTree(Source source, String text, int columnShift, Problems problems) {
        this.source = source;
        this.columnShift = columnShift;
        this.problems = problems;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(Limits.FILE_BYTES + 1)
                .setUseMarks(true)
                .setSchema(new FailsafeSchema())
                .build();
        this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** The tree of a file; empty if it is no YAML or holds nothing, with an error. */
    static Optional<Node> ofFile(Source source, String text, Problems problems) {
        return new YamlTree(source, text, 0, problems).document();
    }

    /** The tree of the value in an assignment that starts at an index of it. */
    static Optional<Node> ofValue(Source source, String assignment, int start, Problems problems) {
        int shift = assignment.codePointCount(0, start);
        return new YamlTree(source, assignment.substring(start), shift, problems).document();
    }

    private Optional<Node> document() {
        try {
            parser.next();
            if (parser.checkEvent(Event.ID.StreamEnd)) {
                problems.error(Span.at(source, 1, 1), "", "the file is empty")
                        .allowed("at least `title`, `duration` and `port-networks`");
                return Optional.empty();
            }
            parser.next();
            Node root = node(parser.next(), 1);
            parser.next();
            if (!parser.checkEvent(Event.ID.StreamEnd)) {
                problems.error(startOf(parser.peekEvent()), "", "a second YAML document starts here")
                        .allowed("one scenario in a file");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (Refused e) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            new SyntaxError(source, columnShift, problems).report(e);
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.error(Span.at(source, 1, 1), "", "not valid YAML").note(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Node node(Event event, int depth) throws Refused {
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

    private Span startOf(Event event) {
        Mark mark = event.getStartMark().orElseThrow();
        return Span.at(source, mark.getLine() + 1, mark.getColumn() + 1 + columnShift);
    }

    private Span spanOf(Event event) {
        Mark start = event.getStartMark().orElseThrow();
        Mark end = event.getEndMark().orElseThrow();
        int length;
        if (end.getLine() == start.getLine()) {
            length = end.getColumn() - start.getColumn();
        } else {
            String line = source.line(start.getLine() + 1);
            length = line.codePointCount(0, line.length()) - start.getColumn() - columnShift;
        }
        return new Span(source, start.getLine() + 1, start.getColumn() + 1 + columnShift, Math.max(1, length));
    }
}
