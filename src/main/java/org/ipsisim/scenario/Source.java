package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;

/** A text that values are read from: the scenario file, or one {@code --set} assignment. */
final class Source {
    private final String name;
    private final boolean commandLine;
    private final List<String> lines;

    private Source(String name, boolean commandLine, List<String> lines) {
        this.name = name;
        this.commandLine = commandLine;
        this.lines = lines;
    }

    static Source ofFile(String name, String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        lines.add(text.substring(start));
        return new Source(name, false, lines);
    }

    static Source ofAssignment(String assignment) {
        return new Source(Diagnostic.COMMAND_LINE, true, List.of(assignment));
    }

    String name() {
        return name;
    }

    /** Whether it is an assignment of the command line; its only line is the assignment then. */
    boolean isCommandLine() {
        return commandLine;
    }

    /** The text of a line without its end, from 1; empty past the last line. */
    String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
