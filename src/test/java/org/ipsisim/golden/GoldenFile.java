package org.ipsisim.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with an output that a person has read; {@code -DupdateGolden=true} writes it anew, to be reviewed as a diff. */
public final class GoldenFile {
    private static final Path ROOT = Path.of("src", "test", "resources", "golden");

    private GoldenFile() {}

    /** The folder of golden files of that name. */
    public static Path folder(String name) {
        return ROOT.resolve(name);
    }

    /** Whether outputs are to be written instead of compared. */
    public static boolean isToBeWritten() {
        return "true".equals(System.getProperty("updateGolden"));
    }

    /** An output is what stands in the file. */
    public static void check(Path file, String actual) {
        try {
            if (isToBeWritten()) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("run with -DupdateGolden=true to write it").exists();
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
