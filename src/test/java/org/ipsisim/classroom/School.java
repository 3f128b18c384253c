package org.ipsisim.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ipsisim.course.Lesson;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;

/** Rooms with a clock that goes when a test says so, and a worker that works when it is told to. */
final class School {
    private static final ClassRuns RUNS = new ClassRuns(scenario("wan-cut"));

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<String> news = new ArrayList<>();
    private long now = 5_000;
    final Rooms rooms = new Rooms(() -> now);

    static Scenario scenario(String name) {
        try {
            Path file = Path.of("scenarios", name + ".yaml");
            ReadResult result = ScenarioReader.read(name + ".yaml", Files.readAllBytes(file), List.of());
            assertThat(result.diagnostics()).isEmpty();
            return result.scenario().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A room in which nothing is asked of the simulator. */
    Room room(int students) {
        return new Room(rooms, RUNS, RunSheet.NONE, List.of(), students, tasks::add, news::add);
    }

    Room room() {
        return room(32);
    }

    /** A room with runs of its own. */
    Room roomOf(String scenario) {
        return new Room(rooms, new ClassRuns(scenario(scenario)), RunSheet.NONE, List.of(), 32, tasks::add, news::add);
    }

    /** A room of a lesson. */
    Room roomOf(Lesson lesson) {
        return new Room(
                rooms,
                new ClassRuns(lesson.exercise().history().scenario()),
                RunSheet.of(lesson),
                List.of(),
                32,
                tasks::add,
                news::add);
    }

    Browser browser() {
        return new Browser(rooms);
    }

    void pass(long millis) {
        now += millis;
        rooms.tick();
    }

    /** Does what takes long. */
    void work() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    List<String> news() {
        return news;
    }
}
