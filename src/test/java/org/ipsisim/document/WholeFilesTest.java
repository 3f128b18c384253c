package org.ipsisim.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
    /** No process has this number: the largest of Linux is 4 194 304. */
    private static final String NOBODY = "4194305";

    @TempDir
    Path directory;

    private static Map<String, byte[]> files(String content) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("run.json", content.getBytes(StandardCharsets.UTF_8));
        files.put("index.html", content.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Test
    void files_keep_the_permissions_of_those_that_they_replace() throws IOException {
        WholeFiles.write(directory, "the report", files("old"));
        for (String name : files("").keySet()) {
            Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString("rw-rw----"));
        }
        WholeFiles.write(directory, "the report", files("new"));
        for (String name : files("").keySet()) {
            assertThat(directory.resolve(name)).hasContent("new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .isEqualTo("rw-rw----");
        }
        Path one = Files.writeString(directory.resolve("one"), "old");
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rw-------"));
        WholeFile.write(one, out -> out.write("new"), true);
        assertThat(one).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_a_killed_process_left_is_deleted_and_what_a_living_one_works_on_is_not() throws IOException {
        Path left = Files.createDirectory(directory.resolve(".ipsisim-" + NOBODY + "-123"));
        Files.writeString(left.resolve("index.html.old"), "old");
        Path living = Files.createDirectory(
                directory.resolve(".ipsisim-" + ProcessHandle.current().pid() + "-123"));
        WholeFiles.write(directory, "the report", files("new"));
        assertThat(left).doesNotExist();
        assertThat(living).exists();
        assertThat(directory).isDirectoryNotContaining("glob:**.old");
    }

    @Test
    void a_failure_puts_all_files_back() throws IOException {
        WholeFiles.write(directory, "the report", files("old"));
        Map<String, byte[]> files = files("new");
        files.put("taken", new byte[0]);
        Files.createDirectory(directory.resolve("taken"));
        assertThatThrownBy(() -> WholeFiles.write(directory, "the report", files))
                .hasMessageStartingWith("the report cannot be written to " + directory)
                .hasMessageEndingWith("taken: is a directory");
        assertThat(directory.resolve("run.json")).hasContent("old");
        assertThat(directory.resolve("index.html")).hasContent("old");
    }
}
