package org.ipsisim.scenario;

/**
 * A token's place in a source.
 *
 * @param source the text it is in
 * @param line from 1
 * @param column of its first character, in code points from 1
 * @param length on that line, in code points, 1 or more
 */
record SourceSpan(SourceFile source, int line, int column, int length) {
    /** A place of one character. */
    static SourceSpan at(SourceFile source, int line, int column) {
        return new SourceSpan(source, line, column, 1);
    }

    /** The place for a message: {@code estate.yaml:5}, or the option of the command line. */
    String shown() {
        return source.isCommandLine() ? source.name() : source.name() + ":" + line;
    }

    /** The place for a message about another place: {@code line 5}, of another file with its name. */
    String seenFrom(SourceSpan other) {
        return "line " + line + (source.name().equals(other.source.name()) ? "" : " of " + source.name());
    }
}
