package org.ipsisim.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path directory;

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void a_file_is_written_whole() throws IOException {
        Path file = directory.resolve("f");
        WholeFile.write(file, out -> out.write("ü"), false);
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("ü");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_failure_leaves_what_was_there() throws IOException {
        Path file = Files.writeString(directory.resolve("f"), "old");
        assertThatThrownBy(() -> WholeFile.write(
                        file,
                        out -> {
                            out.write("half");
                            throw new IOException("no room");
                        },
                        true))
                .hasMessage("no room");
        assertThat(file).content().isEqualTo("old");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_file_is_replaced_only_if_it_may_be() throws IOException {
        Path file = Files.writeString(directory.resolve("f"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> out.write("new"), false))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).content().isEqualTo("old");
        WholeFile.write(file, out -> out.write("new"), true);
        assertThat(file).content().isEqualTo("new");
    }

    @Test
    void why_it_failed_is_said_in_words() {
        assertThatThrownBy(() -> WholeFile.write(directory, out -> out.write("x"), true))
                .isInstanceOfSatisfying(
                        IOException.class, e -> assertThat(IoReason.of(e)).isEqualTo("is a directory"));
        assertThatThrownBy(() -> WholeFile.write(directory.resolve("no/where"), out -> out.write("x"), true))
                .isInstanceOfSatisfying(
                        IOException.class, e -> assertThat(IoReason.of(e)).isEqualTo("no such file or directory"));
    }
}
