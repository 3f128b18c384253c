package org.ipsisim.course;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.scenario.DataFile;

/** The lessons that come with the program, in their order. */
public final class Course {
    /** The prefix that names the scenario of a lesson on a command line. */
    private static final String SCHEME = "lesson:";

    private static final LessonReader.Source RESOURCES = new Resources();

    private Course() {}

    /** Files within the program. */
    private static final class Resources implements LessonReader.Source {
        @Override
        public byte[] read(String name) throws IOException {
            try (InputStream in = Course.class.getResourceAsStream("lessons/" + name)) {
                if (in == null) {
                    throw new FileNotFoundException(name);
                }
                return in.readAllBytes();
            }
        }

        @Override
        public String shown(String name) {
            return SCHEME + name.replaceFirst("(\\.scenario)?\\.yaml$", "");
        }
    }

    /** The names of the lessons, in order. */
    public static List<String> names() {
        DataFile file = DataFile.read("course.yaml", resource("course.yaml"), "a course");
        List<String> names = new ArrayList<>();
        file.root()
                .orElseThrow()
                .mapping("a course", "lessons")
                .list("lessons", 1000)
                .forEach(item -> item.text("the name of a lesson").ifPresent(names::add));
        return names;
    }

    /** What the list of lessons says about each. */
    public static List<Lesson.Head> heads() {
        return names().stream().map(name -> reader(name).head()).toList();
    }

    /**
     * A lesson of the course, with its answers.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Lesson lesson(String name) {
        LessonReader reader = reader(name);
        return reader.read().orElseThrow(() -> new IllegalArgumentException(name + ": " + reader.diagnostics()));
    }

    /**
     * The scenario that a name such as {@code lesson:cold-reset} stands for, as YAML; empty if it is the name of a file.
     *
     * @throws IOException if there is no such lesson
     */
    public static Optional<byte[]> scenarioNamed(String name) throws IOException {
        if (!name.startsWith(SCHEME)) {
            return Optional.empty();
        }
        Optional<byte[]> scenario = findScenario(name.substring(SCHEME.length()));
        if (scenario.isEmpty()) {
            throw new IOException("there is no such lesson; `ipsisim lesson` lists them");
        }
        return scenario;
    }

    /** The lesson that a name such as {@code lesson:cold-reset} stands for; empty if it stands for none. */
    public static Optional<Lesson> findLesson(String name) {
        String lesson = name.startsWith(SCHEME) ? name.substring(SCHEME.length()) : "";
        return names().contains(lesson) ? Optional.of(lesson(lesson)) : Optional.empty();
    }

    /** The scenario of a lesson as YAML; empty if there is no such lesson. */
    public static Optional<byte[]> findScenario(String name) {
        return names().contains(name) ? Optional.of(resource(name + ".scenario.yaml")) : Optional.empty();
    }

    private static LessonReader reader(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("there is no lesson " + name);
        }
        try {
            return new LessonReader(RESOURCES, name + ".yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try {
            return RESOURCES.read(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
