package org.ipsisim.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.ipsisim.report.TextStyle;

/** The result of a study in every form it can take. */
interface StudyResult {
    void writeText(Writer out, TextStyle style) throws IOException;

    void writeJson(Writer out) throws IOException;

    void writeCsv(Writer out) throws IOException;

    /** Writes the report directory, whole or not at all. */
    void writeReport(Path directory) throws IOException;

    /** What is missing because the process was told to end, in words; empty if nothing is. */
    default String missing() {
        return "";
    }

    /** The exit status of a whole result, after saying why if it is not {@link ExitStatus#OK}. */
    default int verdict(Terminal terminal) {
        return ExitStatus.OK;
    }
}
