package org.ipsisim.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.golden.GoldenFile;

/** Scenario files for tests: valid ones, and wrong ones with what is said of them. */
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
}
