package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of expected texts of this package; {@code -DupdateGolden=true} rewrites them. */
final class Golden {
    private static final Path ROOT = Path.of("src/test/resources/golden/scenario");
    private static final boolean UPDATE = "true".equals(System.getProperty("updateGolden"));

    private Golden() {}

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

    static void assertSame(Path file, String actual) {
        try {
            if (UPDATE) {
                Files.writeString(file, actual);
            }
            assertThat(file).as("run with -DupdateGolden=true to write it").exists();
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
