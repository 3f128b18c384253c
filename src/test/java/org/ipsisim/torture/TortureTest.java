package org.ipsisim.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * Crowds of launchers, then trial after trial until the time is over; {@code -Dtorture.length=PT6M} changes how long, {@code -Dtorture.seed=N} where the
 * seeds begin. A finding does not end it: its input, command and output stay in {@code target/torture}, and its seed alone
 * repeats it.
 */
@Tag("torture")
class TortureTest {
    private static final Duration LENGTH = Duration.parse(System.getProperty("torture.length", "PT1H"));
    private static final long SEED = Long.getLong("torture.seed", 1);
    private static final Path PLACE = Path.of("target", "torture").toAbsolutePath();

    private final Map<String, Integer> counts = new TreeMap<>();
    private int findings;

    @Test
    void nothing_is_lost_nothing_hangs_and_no_stack_trace_is_shown() throws IOException, InterruptedException {
        Trees.delete(PLACE);
        Files.createDirectories(PLACE);
        long end = System.nanoTime() + LENGTH.toNanos();
        for (int crowd = 0; crowd < LENGTH.toMinutes() / 20; crowd++) {
            crowd(crowd);
        }
        for (long seed = SEED; System.nanoTime() < end; seed++) {
            attempt(seed);
        }
        counts.forEach((kind, count) -> System.out.println(count + " " + kind));
        assertThat(findings).as("findings, kept in " + PLACE).isZero();
    }

    private void crowd(int number) throws IOException, InterruptedException {
        Path tree = PLACE.resolve("crowd-" + number);
        try {
            new Crowd(SEED + number, tree).run();
            Trees.delete(tree);
            counts.merge("crowd", 1, Integer::sum);
        } catch (Finding finding) {
            keep(tree, "crowd " + number, finding);
            counts.merge("crowd, findings", 1, Integer::sum);
        }
    }

    private void attempt(long seed) throws IOException, InterruptedException {
        Path directory = PLACE.resolve("trial-" + seed);
        Trial trial = new Trial(seed, directory);
        String kind = trial.kind();
        try {
            int status = trial.run(kind);
            for (String stream : new String[] {"command", "out", "err"}) {
                Files.deleteIfExists(Attempt.stream(directory, stream).toPath());
            }
            Trees.delete(directory);
            kind += ", exit status " + status;
        } catch (Finding finding) {
            keep(directory, "-Dtorture.seed=" + seed + " (" + kind + ")", finding);
            kind += ", findings";
        } catch (TestAbortedException skipped) {
            kind += ", skipped: " + skipped.getMessage();
            Trees.delete(directory);
        }
        counts.merge(kind, 1, Integer::sum);
    }

    private void keep(Path directory, String name, Finding finding) throws IOException {
        findings++;
        String what = name + ": " + finding.getMessage();
        Files.writeString(Attempt.stream(directory, "finding").toPath(), what);
        System.out.println(what.lines().limit(5).collect(Collectors.joining("\n")));
    }
}
