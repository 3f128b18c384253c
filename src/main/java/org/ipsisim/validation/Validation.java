package org.ipsisim.validation;

import java.util.List;
import org.ipsisim.scenario.ReadResult;

/**
 * What came of checking some scenario files.
 *
 * @param version name and version of the program
 * @param files those that could be read, in the order of the command line
 * @param unreadable why the others could not be read
 */
public record Validation(String version, List<File> files, List<Unreadable> unreadable) {
    /**
     * A file that could be read.
     *
     * @param name as the user wrote it; {@code -} for standard input
     */
    public record File(String name, ReadResult result) {
        /** How many errors are listed. */
        long errors() {
            return result.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.isError())
                    .count();
        }

        /** How many warnings are listed. */
        long warnings() {
            return result.diagnostics().size() - errors();
        }

        /** What came of it in a word. */
        String verdict() {
            return result.hasErrors() ? "wrong" : "fine";
        }
    }

    /** A file that could not be read, and why. */
    public record Unreadable(String name, String reason) {}

    /** Keeps copies of the lists. */
    public Validation {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }
}
