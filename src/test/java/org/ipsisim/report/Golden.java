package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares an output with the file that holds what it should be; {@code -DupdateGolden=true} rewrites the file. */
final class Golden {
    private static final Path ROOT = Path.of("src", "test", "resources", "golden", "report");

    private Golden() {}

    static void check(String name, String actual) {
        Path file = ROOT.resolve(name);
        try {
            if ("true".equals(System.getProperty("updateGolden"))) {
                Files.createDirectories(ROOT);
                Files.writeString(file, actual);
            }
            assertThat(actual).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
