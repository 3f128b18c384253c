package org.ipsisim.scenario;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Renders diagnostics as text: file, line and column, what is wrong, the line with a caret under the token, what is
 * allowed. Characters that could disturb a terminal are made visible.
 */
public final class DiagnosticText {
    private static final String RESET = "\u001B[0m";
    private static final String BOLD = "\u001B[1m";
    private static final String RED = "\u001B[1;31m";
    private static final String YELLOW = "\u001B[1;33m";
    private static final String CYAN = "\u001B[36m";

    private final boolean colour;
    private final UnaryOperator<String> optionOf;

    /** @param colour whether to use ANSI colours */
    public DiagnosticText(boolean colour) {
        this(colour, assignment -> Diagnostic.COMMAND_LINE);
    }

    /**
     * For a command that has other options than {@code --set} to change a scenario.
     *
     * @param colour whether to use ANSI colours
     * @param optionOf the option with which the user has made an assignment such as {@code duration=1h}
     */
    public DiagnosticText(boolean colour, UnaryOperator<String> optionOf) {
        this.colour = colour;
        this.optionOf = optionOf;
    }

    /** All diagnostics of a result, with a last line that says how many were left out; each line ends with LF. */
    public String render(ReadResult result) {
        StringBuilder text = new StringBuilder(render(result.diagnostics()));
        if (result.omitted() > 0) {
            text.append("and ").append(result.omitted()).append(" more\n");
        }
        return text.toString();
    }

    /** Some diagnostics, one after the other. */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            render(diagnostic, text);
        }
        return text.toString();
    }

    private void render(Diagnostic diagnostic, StringBuilder text) {
        String option = diagnostic.isCommandLine() ? optionOf.apply(diagnostic.sourceLine()) : "";
        StringBuilder place = new StringBuilder(option.isEmpty() ? Visible.of(diagnostic.file()) : option);
        if (option.isEmpty()) {
            place.append(':').append(diagnostic.line()).append(':').append(diagnostic.column());
        }
        text.append(painted(BOLD, place.append(": ").toString()));
        text.append(diagnostic.isError() ? painted(RED, "error: ") : painted(YELLOW, "warning: "));
        if (!diagnostic.key().isEmpty()) {
            text.append(Visible.of(clipped(diagnostic.key()))).append(": ");
        }
        text.append(Visible.of(diagnostic.message())).append('\n');

        String gutter = option.isEmpty() ? Integer.toString(diagnostic.line()) : option;
        String margin = " ".repeat(gutter.length());
        Window window = Window.of(diagnostic);
        text.append("  ")
                .append(painted(CYAN, gutter + (window.text().isEmpty() ? " |" : " | ")))
                .append(window.text())
                .append('\n');
        String caret = painted(diagnostic.isError() ? RED : YELLOW, "^".repeat(window.caretLength()));
        text.append("  ").append(painted(CYAN, margin + " | "));
        text.append(" ".repeat(window.caretStart())).append(caret).append('\n');
        append(text, margin, "allowed: ", diagnostic.allowed());
        append(text, margin, "did you mean ", suggestion(diagnostic));
        append(text, margin, "note: ", diagnostic.note());
    }

    private static String suggestion(Diagnostic diagnostic) {
        return diagnostic.suggestion().isEmpty() ? "" : "`" + diagnostic.suggestion() + "`?";
    }

    private void append(StringBuilder text, String margin, String label, String what) {
        if (!what.isEmpty()) {
            text.append("  ")
                    .append(painted(CYAN, margin + " = "))
                    .append(label)
                    .append(Visible.of(what))
                    .append('\n');
        }
    }

    private static String clipped(String key) {
        int most = 100;
        return key.codePointCount(0, key.length()) <= most
                ? key
                : key.substring(0, key.offsetByCodePoints(0, most)) + "...";
    }

    private String painted(String code, String text) {
        return colour ? code + text + RESET : text;
    }

    /**
     * The part of a source line that a message shows, with every unsafe character made visible.
     *
     * @param text what to print
     * @param caretStart number of terminal columns before the token
     * @param caretLength number of columns of the token, at least one
     */
    private record Window(String text, int caretStart, int caretLength) {
        private static final int WIDTH = 100;
        private static final int BEFORE = 40;
        private static final String CUT = "...";

        static Window of(Diagnostic diagnostic) {
            int[] line = diagnostic.sourceLine().codePoints().toArray();
            int start = Math.min(diagnostic.column() - 1, line.length);
            int end = Math.min(start + diagnostic.length(), line.length);
            int from = line.length <= WIDTH || start <= WIDTH - BEFORE ? 0 : start - BEFORE;
            int to = Math.min(line.length, from + WIDTH);

            String before = (from > 0 ? CUT : "") + visible(line, from, start);
            String token = visible(line, start, Math.min(end, to));
            String after = visible(line, Math.min(end, to), to) + (to < line.length ? CUT : "");
            return new Window((before + token + after).stripTrailing(), columns(before), Math.max(1, columns(token)));
        }

        private static String visible(int[] line, int from, int to) {
            return from >= to ? "" : Visible.of(new String(line, from, to - from));
        }

        private static int columns(String text) {
            int columns = 0;
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                columns += columns(c);
                i += Character.charCount(c);
            }
            return columns;
        }

        private static int columns(int c) {
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
                return 0;
            }
            boolean wide = c >= 0x1100 && c <= 0x115F
                    || c >= 0x2E80 && c <= 0xA4CF
                    || c >= 0xAC00 && c <= 0xD7A3
                    || c >= 0xF900 && c <= 0xFAFF
                    || c >= 0xFE30 && c <= 0xFE6F
                    || c >= 0xFF00 && c <= 0xFF60
                    || c >= 0xFFE0 && c <= 0xFFE6
                    || c >= 0x1F300 && c <= 0x1FAFF
                    || c >= 0x20000 && c <= 0x3FFFD;
            return wide ? 2 : 1;
        }
    }
}
