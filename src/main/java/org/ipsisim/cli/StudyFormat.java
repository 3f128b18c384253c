package org.ipsisim.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** What {@code --format} can be for a study of many runs. */
enum StudyFormat {
    TEXT,
    JSON,
    CSV;

    /** The words on the command line. */
    static List<String> words() {
        return Arrays.stream(values()).map(StudyFormat::word).toList();
    }

    /** @throws TypeConversionException if it is no format */
    static StudyFormat parse(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("'" + word + "' is not one of " + String.join(", ", words())));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes a result to standard output: text as the terminal can show it, all else as UTF-8. */
    void write(StudyResult result, Terminal terminal) {
        try {
            if (this == TEXT) {
                result.text().write(terminal.textOut(), ResultFormat.style(terminal.look()));
            } else {
                Writer out = terminal.utf8Out();
                if (this == JSON) {
                    result.json().write(out);
                } else {
                    result.csv().write(out);
                }
            }
        } catch (IOException e) {
            terminal.out().keepFailure(e);
        }
    }
}
