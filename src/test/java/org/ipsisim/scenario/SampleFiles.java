package org.ipsisim.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipsisim.golden.GoldenFile;

/** Scenario files for tests: valid ones, and mistakes with what is said of them. */
final class SampleFiles {
    private static final Path ROOT = GoldenFile.folder("scenario");

    private SampleFiles() {}

    static Path directory(String name) {
        return ROOT.resolve(name);
    }

    /** The files of a directory that end so, in the order of their names. */
    static List<Path> list(String directory, String end) {
        try (Stream<Path> files = Files.list(directory(directory))) {
            return files.filter(f -> f.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mistakes: a file each, with the scenario file, a line {@code ---}, and what is said of it. */
    static List<Mistake> mistakes() {
        return list("diagnostics", ".txt").stream().map(Mistake::of).toList();
    }

    /**
     * A scenario file with a mistake.
     *
     * @param file where it stands with what is said of it
     * @param input the scenario file
     * @param separator the line between input and output, with its line end
     */
    record Mistake(Path file, String input, String separator) {
        private static final Pattern SEPARATOR = Pattern.compile("(?m)^---\\n|\\n--- without a line end above\\n");

        static Mistake of(Path file) {
            try {
                String text = Files.readString(file);
                MatchResult last =
                        SEPARATOR.matcher(text).results().reduce((a, b) -> b).orElseThrow();
                return new Mistake(file, text.substring(0, last.start()), last.group());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The name of the scenario file. */
        String name() {
            return file.getFileName().toString().replace(".txt", ".yaml");
        }

        byte[] content() {
            return input.getBytes(StandardCharsets.UTF_8);
        }

        void check(String output) {
            GoldenFile.check(file, input + separator + output);
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
