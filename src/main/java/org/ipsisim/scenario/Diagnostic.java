package org.ipsisim.scenario;

/**
 * Something that is wrong, or doubtful, at one place of a scenario file or of a {@code --set} assignment.
 *
 * <p>The texts may hold whatever the file holds; {@link DiagnosticText} makes control characters visible. A text that
 * a diagnostic does not need is empty.
 *
 * @param isError whether it keeps the scenario from being run; otherwise it is a warning
 * @param file the file as the user named it, or {@code --set}
 * @param line line within the file, from 1; 1 for an assignment
 * @param column column of the first character of the token, in characters (code points) from 1
 * @param length length of the token on that line in characters, 1 or more
 * @param key path of the key it is about, such as {@code timers.no-service-timeout}; empty for the whole file
 * @param message what is wrong, in half a sentence
 * @param found what is there
 * @param allowed what is allowed there
 * @param suggestion the nearest correct word, or a correction
 * @param note what else helps
 * @param sourceLine the line of the file, or the assignment
 */
public record Diagnostic(
        boolean isError,
        String file,
        int line,
        int column,
        int length,
        String key,
        String message,
        String found,
        String allowed,
        String suggestion,
        String note,
        String sourceLine) {
    /** Name of the place of a diagnostic about a {@code --set} assignment. */
    public static final String COMMAND_LINE = "--set";

    /** Whether it is about a {@code --set} assignment rather than the file. */
    public boolean isCommandLine() {
        return file.equals(COMMAND_LINE);
    }

    /** The same as an error. */
    Diagnostic asError() {
        return new Diagnostic(
                true, file, line, column, length, key, message, found, allowed, suggestion, note, sourceLine);
    }
}
