package org.ipsisim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.course.Course;

/** The files that a command reads, by the names that the user gives. */
interface InputFiles {
    /** The name of standard input. */
    String STDIN = "-";

    /**
     * The bytes of a file.
     *
     * @param most the most bytes to read
     * @throws IOException if it cannot be read, or its name is impossible
     */
    byte[] content(String name, int most) throws IOException;

    /** The files of this machine. */
    static InputFiles ofDisk(InputStream standardInput) {
        return (name, most) -> {
            if (name.equals(STDIN)) {
                return standardInput.readNBytes(most);
            }
            Path path = path(name);
            if (Files.isDirectory(path)) {
                throw new IOException("is a directory, not a file");
            }
            try (InputStream file = Files.newInputStream(path)) {
                return file.readNBytes(most);
            }
        };
    }

    /** With the scenarios of lessons by their names, such as {@code lesson:cold-reset}. */
    default InputFiles withLessons() {
        return (name, most) -> {
            Optional<byte[]> lesson = Course.scenarioNamed(name);
            return lesson.isPresent() ? lesson.get() : content(name, most);
        };
    }

    /** How a message names a file. */
    static String spoken(String name) {
        return name.equals(STDIN) ? "standard input" : name;
    }

    /** The path of a name that the user gave. */
    static Path path(String name) throws IOException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IOException("the name cannot be used in the character set of the locale", e);
        }
    }

    /** Files whose text is known, and no others. */
    static InputFiles of(Map<String, String> texts) {
        return (name, most) -> {
            if (!texts.containsKey(name)) {
                throw new NoSuchFileException(name);
            }
            return texts.get(name).getBytes(StandardCharsets.UTF_8);
        };
    }
}
