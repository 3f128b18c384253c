package org.ipsisim.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small disk of its own in memory; only root can make one. */
final class Disk implements AutoCloseable {
    private final Path place;

    Disk(Path place, int kilobytes) throws IOException, InterruptedException {
        this.place = Files.createDirectories(place);
        if (!does("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "none", place.toString())) {
            Assumptions.abort("only root can mount a small disk");
        }
    }

    /** No file on it can be written any more. */
    void freeze() throws IOException, InterruptedException {
        does("mount", "-o", "remount,ro", place.toString());
    }

    @Override
    public void close() {
        try {
            does("umount", place.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean does(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
