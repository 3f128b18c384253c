package org.ipsisim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** The files that a command reads, by the names that the user gives. */
interface InputFiles {
    /** The name of standard input. */
    String STDIN = "-";

    /**
     * The bytes of a file.
     *
     * @param most no more than so many are read
     * @throws java.nio.file.InvalidPathException if the name cannot be one
     */
    byte[] content(String name, int most) throws IOException;

    /** Those of this machine. */
    static InputFiles ofDisk(InputStream standardInput) {
        return (name, most) -> {
            if (name.equals(STDIN)) {
                return standardInput.readNBytes(most);
            }
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new IOException("is a directory, not a file");
            }
            try (InputStream file = Files.newInputStream(path)) {
                return file.readNBytes(most);
            }
        };
    }

    /** Some whose content is known, and no others. */
    static InputFiles of(Map<String, byte[]> contents) {
        return (name, most) -> {
            if (!contents.containsKey(name)) {
                throw new NoSuchFileException(name);
            }
            return contents.get(name);
        };
    }
}
