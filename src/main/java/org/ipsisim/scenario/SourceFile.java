package org.ipsisim.scenario;

import java.util.Arrays;
import java.util.Optional;

/** A text that values are read from: the scenario file, or one {@code --set} assignment. */
final class SourceFile {
    private final String name;
    private final boolean commandLine;
    private final String text;
    private final Optional<SourceSpan> includedBy;
    private final int[] starts;
    private final int[] codePointStarts;

    private SourceFile(String name, boolean commandLine, String text, int lines, Optional<SourceSpan> includedBy) {
        this.name = name;
        this.commandLine = commandLine;
        this.text = text;
        this.includedBy = includedBy;
        this.starts = new int[lines];
        this.codePointStarts = new int[lines];
    }

    /** A file; lines end with LF, CR LF or CR. */
    static SourceFile ofFile(String name, String text) {
        return ofFile(name, text, Optional.empty());
    }

    /** A file, and the place that includes it. */
    static SourceFile ofFile(String name, String text, Optional<SourceSpan> includedBy) {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            lines += endsLine(text, i) ? 1 : 0;
        }
        SourceFile source = new SourceFile(name, false, text, lines, includedBy);
        int line = 1;
        int codePoints = 0;
        for (int i = 0; i < text.length(); i++) {
            codePoints += Character.isLowSurrogate(text.charAt(i)) ? 0 : 1;
            if (endsLine(text, i)) {
                source.starts[line] = i + 1;
                source.codePointStarts[line] = codePoints;
                line++;
            }
        }
        return source;
    }

    /** An assignment of the command line: one line, whatever it holds. */
    static SourceFile ofAssignment(String assignment) {
        return new SourceFile(Diagnostic.COMMAND_LINE, true, assignment, 1, Optional.empty());
    }

    String name() {
        return name;
    }

    /** The place that includes the file; empty for the scenario itself. */
    Optional<SourceSpan> includedBy() {
        return includedBy;
    }

    /** Whether it is an assignment of the command line; its only line is the assignment then. */
    boolean isCommandLine() {
        return commandLine;
    }

    /** The text of a line without its end, from 1. */
    String line(int number) {
        int start = starts[number - 1];
        int end = number < starts.length ? starts[number] : text.length();
        if (!commandLine) {
            while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
                end--;
            }
        }
        return text.substring(start, end);
    }

    /**
     * The place of some characters, cut at the end of their first line.
     *
     * @param index of the first one, in code points from 0
     * @param length in code points
     */
    SourceSpan span(int index, int length) {
        int found = Arrays.binarySearch(codePointStarts, index);
        int line = found >= 0 ? found + 1 : -found - 1;
        int column = index - codePointStarts[line - 1] + 1;
        int rest = length;
        if (line < codePointStarts.length && index + length > codePointStarts[line]) {
            String lineText = line(line);
            rest = lineText.codePointCount(0, lineText.length()) - column + 1;
        }
        return new SourceSpan(this, line, column, Math.max(1, rest));
    }

    private static boolean endsLine(String text, int index) {
        char c = text.charAt(index);
        return c == '\n' || c == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n');
    }
}
