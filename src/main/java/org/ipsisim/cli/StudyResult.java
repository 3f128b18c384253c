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
}
