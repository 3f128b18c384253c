package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A study that goes on from a file of runs gives, byte for byte, what it would have given in one go. */
class ResumeTest {
    private static final String MONTH = "monte-carlo scenarios/month-by-chance.yaml --set duration=3d --runs 9";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("runs.ndjson");
    }

    private Outcome run(String line, String... more) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--resume", file.toString()));
        words.addAll(List.of(more));
        return Outcome.of(words.toArray(String[]::new));
    }

    private static Outcome inOneGo(String line) {
        return Outcome.of(line.split(" "));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    private String has(int runs) {
        return file + " has " + runs + (runs == 1 ? " run" : " runs") + "\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MONTH + " --against timers.no-service-timeout=2m",
                "monte-carlo scenarios/month-by-chance.yaml --set duration=1d --runs 1600 --until-precision 30%",
                "sweep scenarios/switch-reboot.yaml --vary timers.pn-cold-reset-delay=60s..120s:30s --over seed=1,2,3",
                "thresholds scenarios/wan-cut.yaml --fault wan --step 45s",
                "thresholds scenarios/wan-cut.yaml --fault wan --set links[0].loss=40% --seeds 5 --up-to 90s --step 30s",
                "audit scenarios/separated-pair.yaml --faults 2 --durations 30s,10m",
                "audit scenarios/wan-cut.yaml --exhaustive",
                "audit scenarios/wan-cut.yaml --faults 2 --set fallback.auto-return=connection-up",
                "replay scenarios/wan-cut.yaml --outages scenarios/data/wan-cuts-2025.csv --zone America/Chicago"
                        + " --map rtr-dal-1=wan --map rtr-aus-1=wan --map pn-7=pn-2"
            })
    void every_study_goes_on_from_every_other_run(String line) throws IOException {
        Outcome whole = inOneGo(line);
        assertThat(run(line, "--threads=2").out()).isEqualTo(whole.out());
        List<String> all = lines();
        List<String> some = new ArrayList<>();
        for (int i = 0; i < all.size() - 1; i++) {
            if (i == 0 || i % 2 == 1) {
                some.add(all.get(i));
            }
        }
        for (String threads : List.of("1", "8")) {
            Files.write(file, some);
            Outcome outcome = run(line, "--threads", threads);
            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(outcome.err()).contains(has(some.size() - 1));
            assertThat(outcome.out()).isEqualTo(whole.out());
            assertThat(lines()).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void nothing_is_run_again_that_is_there() throws IOException {
        Outcome whole = run(MONTH);
        byte[] before = Files.readAllBytes(file);
        assertThat(run(MONTH, "--format=text")).isEqualTo(new Outcome(0, whole.out(), has(9)));
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void the_file_can_be_torn_at_any_byte() throws IOException {
        Outcome whole = run(MONTH);
        byte[] all = Files.readAllBytes(file);
        int header = lines().get(0).getBytes(StandardCharsets.UTF_8).length + 1;
        for (int length :
                new int[] {0, 1, header - 1, header, header + 1, header + 300, all.length - 30, all.length - 1}) {
            Files.write(file, Arrays.copyOf(all, length));
            Outcome outcome = run(MONTH);
            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(outcome.out()).isEqualTo(whole.out());
            assertThat(new String(all, StandardCharsets.UTF_8).lines().toList())
                    .containsExactlyInAnyOrderElementsOf(lines());
        }
    }

    @Test
    void other_damage_is_told_with_its_line() throws IOException {
        run(MONTH);
        List<String> all = lines();
        for (int line : new int[] {2, 5, all.size()}) {
            List<String> damaged = new ArrayList<>(all);
            String text = damaged.get(line - 1);
            damaged.set(line - 1, text.replaceFirst("([0-9])([,\\]}])", "7$1$2"));
            Files.write(file, damaged);
            Outcome outcome = run(MONTH);
            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .isEqualTo("ipsisim: " + file + ":" + line
                            + ": the line is damaged; delete it, and --resume makes its run again\n");
            assertThat(lines()).isEqualTo(damaged);
            damaged.remove(line - 1);
            Files.write(file, damaged);
            assertThat(run(MONTH).out()).isEqualTo(inOneGo(MONTH).out());
        }
        all.set(0, all.get(0).replace("austin", "boston"));
        Files.write(file, all);
        assertThat(run(MONTH).err()).contains(":1: the header is damaged, so the file cannot be used");
        all.set(0, all.get(0).replace("ipsisim runs 1", "ipsisim runs 2"));
        Files.write(file, all);
        assertThat(run(MONTH).err()).contains(":1: this is not `ipsisim runs 1`: another version of ipsisim wrote it");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--runs 9 --set duration=3d --seed 4 | --seed is 4 now, not given then",
                "--runs 10 --set duration=3d | --runs is 10 now, 9 then",
                "--runs 9 --set duration=3d --set seed=3 | --set is duration=3d and seed=3 now, duration=3d then",
                "--runs 9 --set duration=3d --shard=2/3 | shard 2/3 now, not split then"
            })
    void what_differs_is_told(String options, String difference) throws IOException {
        run(MONTH);
        List<String> before = lines();
        Outcome outcome = run("monte-carlo scenarios/month-by-chance.yaml " + options);
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "ipsisim: " + file + " has the runs of another study: " + difference
                                + ". Give the same command again, or another file\n"));
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void an_edited_scenario_is_another_one() throws IOException {
        Path copy = directory.resolve("copy.yaml");
        Files.copy(Path.of("scenarios/month-by-chance.yaml"), copy);
        String line = "monte-carlo " + copy + " --runs 3";
        run(line);
        Files.writeString(copy, Files.readString(copy) + "# looked through\n");
        assertThat(run(line).err()).contains("the content of " + copy + " differs");
    }

    @Test
    void what_changes_no_run_may_differ() {
        Outcome whole = run(MONTH);
        Outcome again = run(
                "monte-carlo --runs=9 scenarios/month-by-chance.yaml --set=duration=3d",
                "--format=text",
                "--threads=3",
                "--report",
                directory.resolve("report").toString());
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(whole.out());
    }

    @Test
    void no_other_file_is_overwritten() throws IOException {
        Files.writeString(file, "my notes");
        Outcome outcome = run(MONTH);
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        2, "", "ipsisim: " + file + " is not a file of runs, as --resume and --shard write them\n"));
        assertThat(file).hasContent("my notes");
        Files.writeString(file, "my notes\nof today\n");
        assertThat(run(MONTH).status()).isEqualTo(2);
        assertThat(file).hasContent("my notes\nof today\n");
    }

    @Test
    void one_process_at_a_time_writes_a_file() throws IOException {
        run(MONTH);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(run(MONTH))
                    .isEqualTo(new Outcome(2, "", "ipsisim: " + file + " is in use by another ipsisim\n"));
        }
    }

    @Test
    void what_is_refused_leaves_no_file() {
        assertThat(run("sweep scenarios/wan-cut.yaml --vary timers.no-service-timeout=1s,2m")
                        .status())
                .isEqualTo(2);
        assertThat(file).doesNotExist();
        assertThat(run("monte-carlo scenarios/wan-cut.yaml").status()).isEqualTo(2);
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_written_is_told_at_once() {
        file = directory.resolve("nowhere").resolve("runs.ndjson");
        Outcome outcome = run(MONTH);
        assertThat(outcome).isEqualTo(new Outcome(3, "", "ipsisim: " + file + ": no such file or directory\n"));
    }
}
