package org.ipsisim.scenario;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser stumbled over, and where. */
final class SyntaxError {
    private final Source source;
    private final int columnShift;
    private final Problems problems;

    SyntaxError(Source source, int columnShift, Problems problems) {
        this.source = source;
        this.columnShift = columnShift;
        this.problems = problems;
    }

    void report(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        boolean neverClosed = problem.contains("stream end") || problem.contains("end of stream");
        boolean atContext = neverClosed && e.getContextMark().isPresent()
                || e.getProblemMark().isEmpty();
        Optional<Mark> mark = atContext ? e.getContextMark() : e.getProblemMark();
        int line = mark.isPresent() ? mark.get().getLine() + 1 : 1;
        int column = mark.isPresent() ? mark.get().getColumn() + 1 + columnShift : 1;
        int contextLine =
                e.getContextMark().isPresent() ? e.getContextMark().get().getLine() + 1 : line;
        for (int i = line; i >= Math.max(1, Math.min(contextLine, line - 1)); i--) {
            int tab = indentingTab(source.line(i));
            if (tab >= 0) {
                problems.error(Span.at(source, i, tab + 1), "", "a tab indents this line")
                        .allowed("spaces for indentation");
                return;
            }
        }
        Finding finding = problems.error(Span.at(source, line, column), "", inWords(problem, context));
        if (contextLine != line && !context.isEmpty()) {
            finding.note("it began in line " + contextLine + ": `"
                    + source.line(contextLine).strip() + "`");
        }
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
