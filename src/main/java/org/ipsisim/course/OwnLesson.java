package org.ipsisim.course;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.ScenarioReader;

/** A user's own lesson: a file, with its scenario beside it. */
public final class OwnLesson {
    private final LessonReader reader;
    private final Optional<Lesson> lesson;

    /**
     * Reads a lesson and works it out.
     *
     * @param file as the user named it
     * @throws IOException if it cannot be read
     */
    public OwnLesson(Path file) throws IOException {
        reader = new LessonReader(new Directory(file), file.toString());
        lesson = reader.read();
    }

    /** Files beside the lesson. */
    private record Directory(Path lesson) implements LessonReader.Source {
        @Override
        public byte[] read(String name) throws IOException {
            try (InputStream in = Files.newInputStream(path(name))) {
                return in.readNBytes(ScenarioReader.MOST_BYTES + 1);
            } catch (InvalidPathException e) {
                throw new IOException(e);
            }
        }

        @Override
        public String shown(String name) {
            try {
                return path(name).toString();
            } catch (InvalidPathException e) {
                return name;
            }
        }

        private Path path(String name) {
            return name.equals(lesson.toString()) ? lesson : lesson.resolveSibling(name);
        }
    }

    /** The lesson; empty if {@link #diagnostics} has an error. */
    public Optional<Lesson> lesson() {
        return lesson;
    }

    /** The errors and warnings about the lesson and its scenario. */
    public List<Diagnostic> diagnostics() {
        return reader.diagnostics();
    }
}
