package org.ipsisim.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ipsisim.document.TextStyle;
import org.ipsisim.history.History;
import org.ipsisim.report.CsvReport;
import org.ipsisim.report.JsonReport;
import org.ipsisim.report.JunitReport;
import org.ipsisim.report.NdjsonReport;
import org.ipsisim.report.TextReport;
import picocli.CommandLine.TypeConversionException;

/** What {@code run --format} can be. */
enum ResultFormat {
    TEXT,
    JSON,
    NDJSON,
    CSV,
    JUNIT;

    /** The words on the command line. */
    static List<String> words() {
        return Arrays.stream(values()).map(ResultFormat::word).toList();
    }

    /** @throws TypeConversionException if it is no format */
    static ResultFormat parse(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("'" + word + "' is not one of " + String.join(", ", words())));
    }

    /** Whether single heartbeats can be part of it. */
    boolean carriesHeartbeats() {
        return this == JSON || this == NDJSON;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes histories to standard output: text as the terminal can show it, all else as UTF-8. */
    void write(List<History> histories, Terminal terminal) {
        Writer out = this == TEXT ? terminal.textOut() : terminal.utf8Out();
        try {
            switch (this) {
                case TEXT -> TextReport.write(histories, out, style(terminal.look()));
                case JSON -> JsonReport.write(histories, out);
                case NDJSON -> NdjsonReport.write(histories, out);
                case CSV -> CsvReport.write(histories, out);
                case JUNIT -> JunitReport.write(histories, out);
                default -> throw new IllegalStateException(word());
            }
        } catch (IOException e) {
            terminal.out().keepFailure(e);
        }
    }

    /** How text is laid out for a terminal. */
    static TextStyle style(Look look) {
        return new TextStyle(look.width(), look.outColour(), look.unicode());
    }
}
