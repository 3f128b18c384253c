package org.ipsisim.scenario;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser stumbled over, and where. */
final class SyntaxError {
    private final SourceFile source;
    private final int shift;
    private final Problems problems;

    SyntaxError(SourceFile source, int shift, Problems problems) {
        this.source = source;
        this.shift = shift;
        this.problems = problems;
    }

    void report(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        boolean neverClosed = problem.contains("stream end") || problem.contains("end of stream");
        boolean atContext = neverClosed && e.getContextMark().isPresent()
                || e.getProblemMark().isEmpty();
        Span span = spanOf(atContext ? e.getContextMark() : e.getProblemMark());
        Span began = e.getContextMark().isPresent() ? spanOf(e.getContextMark()) : span;
        for (int line = span.line(); line >= Math.max(1, Math.min(began.line(), span.line() - 1)); line--) {
            int tab = indentingTab(source.line(line));
            if (tab >= 0 && !source.isCommandLine()) {
                problems.error(Span.at(source, line, tab + 1), "", "a tab indents this line")
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

    private Span spanOf(Optional<Mark> mark) {
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
        if (problem.contains("mapping values are not allowed")) {
            return "a `:` where no value can follow; is the indentation right, or are quotes missing?";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a key without `:`";
        }
        if (problem.contains("expected <block end>")) {
            return "this line does not fit the ones above it; is the indentation right?";
        }
        if (problem.contains("unexpected end of stream") && context.contains("scalar")) {
            return "the quote is never closed";
        }
        if (problem.contains("stream end")) {
            return "this bracket is never closed";
        }
        if (problem.contains("expected ',' or '}'")) {
            return "`,` or `}` is missing here";
        }
        if (problem.contains("expected ',' or ']'")) {
            return "`,` or `]` is missing here";
        }
        if (problem.contains("that cannot start any token")) {
            return "a value cannot start with this character; put the text in quotes";
        }
        return "not valid YAML: " + (problem.isEmpty() ? context : problem);
    }
}
