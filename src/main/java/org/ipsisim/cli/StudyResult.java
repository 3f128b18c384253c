package org.ipsisim.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.ipsisim.document.TextStyle;

/**
 * The result of a study in every form it can take.
 *
 * @param report writes the report directory, whole or not at all
 * @param missing what is missing because the process was told to end, in words; empty if nothing is
 * @param verdict gives the exit status of a whole result, after saying why if it is not {@link ExitStatus#OK}
 */
record StudyResult(
        TextForm text, DataForm json, DataForm csv, Report report, String missing, ToIntFunction<Terminal> verdict) {
    /** Something for people to read. */
    interface TextForm {
        void write(Writer out, TextStyle style) throws IOException;
    }

    /** Something for programs to read. */
    interface DataForm {
        void write(Writer out) throws IOException;
    }

    /** A report directory. */
    interface Report {
        void write(Path directory) throws IOException;
    }

    /** A result of which nothing is missing, and which is neither good nor bad. */
    static StudyResult of(TextForm text, DataForm json, DataForm csv, Report report) {
        return new StudyResult(text, json, csv, report, "", terminal -> ExitStatus.OK);
    }

    StudyResult withMissing(String words) {
        return new StudyResult(text, json, csv, report, words, verdict);
    }

    StudyResult withVerdict(ToIntFunction<Terminal> judge) {
        return new StudyResult(text, json, csv, report, missing, judge);
    }
}
