package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.generate.Generated;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.golden.ProcessorTime;
import org.ipsisim.scenario.Mutations;
import org.ipsisim.scenario.ScenarioWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, a run of it ends soon with a result or with errors in the file: no defect, no long wait. */
class AnyFileRunTest {
    private static final long[] FILES = Generated.seeds(10_000).toArray();
    private static final Duration MOST_TIME = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 1L << 30;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path directory;

    @Test
    void generated_and_damaged_files_run_or_are_refused() throws IOException {
        Path file = directory.resolve("any.yaml");
        Mutations mutations = new Mutations(20160118 + FILES[0], originals());
        int[] endings = new int[3];
        for (long number : FILES) {
            byte[] content = mutations.next();
            Files.write(file, content);
            ProcessorTime time = new ProcessorTime();
            long before = THREADS.getCurrentThreadAllocatedBytes();

            Outcome outcome = Outcome.of("run", file.toString(), "--format", "json");

            String what = "file " + number + ":\n" + new String(content, StandardCharsets.UTF_8);
            assertThat(outcome.status()).as(what + outcome.err()).isBetween(0, 2);
            assertThat(outcome.err()).as(what).doesNotContain("\tat ");
            assertThat(outcome.out().isEmpty()).as(what).isEqualTo(outcome.status() == 2);
            time.requireLessThan(MOST_TIME, what);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                    .as("bytes allocated, a bound of the heap in use; " + what)
                    .isLessThan(MOST_BYTES);
            endings[outcome.status()]++;
        }
        assertThat(endings[0]).as("runs").isBetween(FILES.length / 10, FILES.length * 9 / 10);
        assertThat(endings[1]).as("expectations not met").isPositive();
    }

    private static List<byte[]> originals() {
        List<byte[]> originals = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            originals.add(ScenarioWriter.yaml(ScenarioGenerator.scenario(seed)).getBytes(StandardCharsets.UTF_8));
        }
        for (String place : List.of("scenarios", "src/test/resources/cli")) {
            try (Stream<Path> files = Files.list(Path.of(place))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    byte[] content = Files.readAllBytes(file);
                    for (int times = 0; times < 20; times++) {
                        originals.add(content);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return originals;
    }
}
