package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A study that is split among machines gives, put together, byte for byte what one machine gives. */
class ShardsTest {
    private static final String MONTH = "monte-carlo scenarios/month-by-chance.yaml --set duration=3d --runs 7";

    @TempDir
    Path directory;

    private static Outcome run(String line, String... more) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of(more));
        return Outcome.of(words.toArray(String[]::new));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private static Outcome merge(List<String> files, String... more) {
        return run("merge " + String.join(" ", files), more);
    }

    /** Makes a shard, with another number of threads each time; every other one on standard output. */
    private String shard(String line, int number, int of) throws IOException {
        String file = path("part-" + number + "-of-" + of + ".ndjson");
        String shard = "--shard=" + number + "/" + of;
        String threads = "--threads=" + List.of(1, 2, 8).get(number % 3);
        boolean toFile = number % 2 == 0;
        Outcome outcome = toFile ? run(line, shard, threads, "--resume=" + file) : run(line, shard, threads);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("shard " + number + "/" + of + " is finished; ");
        if (toFile) {
            assertThat(outcome.out()).isEmpty();
        } else {
            Files.writeString(Path.of(file), outcome.out());
        }
        return file;
    }

    private List<String> shards(String line, int of) throws IOException {
        List<String> files = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            files.add(shard(line, number, of));
        }
        return files;
    }

    private static void assertSameFiles(Path actual, Path expected) throws IOException {
        List<Path> files = files(expected);
        assertThat(files).hasSizeGreaterThan(2);
        assertThat(files(actual)).hasSameSizeAs(files);
        for (Path file : files) {
            assertThat(actual.resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MONTH,
                MONTH + " --against timers.no-service-timeout=2m --seed 9",
                MONTH + " --rare --set duration=1d",
                "sweep scenarios/switch-reboot.yaml --vary timers.pn-cold-reset-delay=60s..120s:30s"
                        + " --vary events[0].for=20s,90s --over seed=1,2,3 --prefer service",
                "thresholds scenarios/wan-cut.yaml --fault wan --fault hq --step 45s",
                "thresholds scenarios/wan-cut.yaml --fault wan --set links[0].loss=40% --seeds 5 --up-to 90s --step 30s",
                "audit scenarios/separated-pair.yaml --faults 2 --durations 30s,10m",
                "audit scenarios/separated-pair.yaml --exhaustive --top 3",
                "audit scenarios/wan-cut.yaml --faults 2 --set fallback.auto-return=connection-up",
                "replay scenarios/wan-cut.yaml --outages scenarios/data/wan-cuts-2025.csv --zone America/Chicago"
                        + " --map rtr-dal-1=wan --map rtr-aus-1=wan --map pn-7=pn-2"
                        + " --against timers.no-service-timeout=2m"
            })
    void every_study_comes_out_the_same(String line) throws IOException {
        Path one = directory.resolve("one");
        Outcome whole = run(line, "--report", one.toString());
        assertThat(whole.status()).as(whole.err()).isZero();
        List<String> files = shards(line, 3);
        Collections.reverse(files);
        Path merged = directory.resolve("merged");
        assertThat(merge(files, "--report", merged.toString()).out()).isEqualTo(whole.out());
        assertSameFiles(merged, one);
        for (String format : List.of("json", "csv")) {
            assertThat(merge(files, "--format", format).out())
                    .isEqualTo(run(line, "--format", format).out());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30})
    void it_does_not_matter_into_how_many_shards(int of) throws IOException {
        assertThat(merge(shards(MONTH, of)).out()).isEqualTo(run(MONTH).out());
    }

    @Test
    void what_one_machine_has_made_alone_can_be_shown_again() throws IOException {
        String file = path("runs.ndjson");
        Outcome outcome = run(MONTH, "--resume", file);
        assertThat(merge(List.of(file))).isEqualTo(new Outcome(0, outcome.out(), ""));
    }

    @Test
    void a_limit_of_an_audit_is_checked_after_the_merge() throws IOException {
        String line = "audit scenarios/wan-cut.yaml --fail-above outage=10m";
        Outcome merged = merge(shards(line, 2));
        Outcome whole = run(line);
        assertThat(merged.status()).isEqualTo(1).isEqualTo(whole.status());
        assertThat(whole.err()).endsWith(merged.err());
        assertThat(merged.err()).contains(" cost more than 10m without service");
    }

    @Test
    void a_missing_shard_is_told_by_its_number() throws IOException {
        List<String> files = shards(MONTH, 4);
        Outcome one = merge(List.of(files.get(0), files.get(1), files.get(3)));
        assertThat(one).isEqualTo(new Outcome(2, "", "ipsisim: shard 3/4 is missing\n"));
        Outcome three = merge(files.subList(1, 2), "--report", path("report"));
        assertThat(three).isEqualTo(new Outcome(2, "", "ipsisim: 3 shards are missing: 1/4, 3/4, 4/4\n"));
        assertThat(directory.resolve("report")).doesNotExist();
    }

    @Test
    void a_shard_that_is_there_twice_is_told() throws IOException {
        List<String> files = shards(MONTH, 2);
        String copy = path("copy.ndjson");
        Files.copy(Path.of(files.get(0)), Path.of(copy));
        Outcome outcome = merge(List.of(files.get(0), files.get(1), copy));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("ipsisim: shard 1/2 is given twice: " + files.get(0) + " and " + copy + "\n");
    }

    @Test
    void a_shard_that_is_not_finished_is_told() throws IOException {
        List<String> files = shards(MONTH, 2);
        Path last = Path.of(files.get(1));
        List<String> lines = Files.readAllLines(last);
        Files.write(last, lines.subList(0, lines.size() - 1));
        Outcome outcome = merge(files);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("ipsisim: " + last + " is not finished: 3 runs of shard 2/2 are in it. ")
                .endsWith("continues with --resume " + last + "\n");
        assertThat(run(MONTH, "--shard=2/2", "--resume=" + last).status()).isZero();
        assertThat(merge(files).out()).isEqualTo(run(MONTH).out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                MONTH + "7 | --runs is 77 in B, 7 in A",
                MONTH + " --set seed=2 | --set is duration=3d and seed=2 in B, duration=3d in A",
                "audit scenarios/month-by-chance.yaml | audit in B, monte-carlo in A",
                "monte-carlo C --set duration=3d --runs 7 | the scenario is C in B, scenarios/month-by-chance.yaml in A",
            })
    void shards_of_two_studies_are_told_apart(String other, String difference) throws IOException {
        String copy = path("copy.yaml");
        Files.writeString(
                Path.of(copy),
                Files.readString(Path.of("scenarios/month-by-chance.yaml")).replace("10m", "20m"));
        String a = shard(MONTH, 1, 2);
        String b = shard(other.replace(" C ", " " + copy + " "), 2, 2);
        String told = difference.replace(" B,", " " + b + ",").replaceFirst(" A$", " " + a);
        assertThat(merge(List.of(a, b)))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "ipsisim: these are not shards of one study: " + told.replace(" C ", " " + copy + " ") + "\n"));
    }

    @Test
    void the_same_scenario_may_have_another_path_on_each_machine() throws IOException {
        String copy = path("copy.yaml");
        Files.copy(Path.of("scenarios/month-by-chance.yaml"), Path.of(copy));
        String a = shard(MONTH, 1, 2);
        String b = shard("monte-carlo " + copy + " --set duration=3d --runs 7", 2, 2);
        assertThat(merge(List.of(a, b)).out()).isEqualTo(run(MONTH).out());
    }

    @Test
    void the_record_of_outages_may_have_another_path_too() throws IOException {
        String copy = path("cuts.csv");
        Files.copy(Path.of("scenarios/data/wan-cuts-2025.csv"), Path.of(copy));
        String line = "replay scenarios/month-by-chance.yaml --outages FILE --zone America/Chicago"
                + " --map rtr-dal-1=wan-dallas --map rtr-aus-1=wan-austin";
        String here = line.replace("FILE", "scenarios/data/wan-cuts-2025.csv");
        String a = shard(here, 1, 2);
        String b = shard(line.replace("FILE", copy), 2, 2);
        assertThat(merge(List.of(a, b)).out()).isEqualTo(run(here).out());
    }

    @Test
    void a_file_that_is_named_twice_is_refused() throws IOException {
        String file = shard(MONTH, 1, 1);
        assertThat(merge(List.of(file, file))).isEqualTo(new Outcome(2, "", "ipsisim: " + file + " is named twice\n"));
    }

    @Test
    void parts_may_be_counted_from_0() throws IOException {
        List<String> files = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            files.add(path("part-" + number + ".ndjson"));
            assertThat(run(MONTH, "--shard=" + number + "/3", "--resume=" + files.get(number))
                            .status())
                    .isZero();
        }
        assertThat(merge(files).out()).isEqualTo(run(MONTH).out());
    }

    @Test
    void shards_of_two_versions_of_a_file_or_of_two_splits_are_told_apart() throws IOException {
        Path copy = directory.resolve("copy.yaml");
        Files.copy(Path.of("scenarios/month-by-chance.yaml"), copy);
        String line = "monte-carlo " + copy + " --set duration=3d --runs 7";
        String a = shard(line, 1, 2);
        String third = shard(line, 3, 3);
        Files.writeString(copy, Files.readString(copy).replace("10m", "20m"));
        assertThat(merge(List.of(a, shard(line, 2, 2))).err())
                .isEqualTo("ipsisim: these are not shards of one study: the content of " + copy + " differs\n");
        assertThat(merge(List.of(a, third)).err())
                .isEqualTo("ipsisim: these are not shards of one study: shard 3/3 in " + third + ", shard 1/2 in " + a
                        + "\n");
    }

    @Test
    void what_is_no_file_of_runs_is_refused() throws IOException {
        Outcome scenario = merge(List.of("scenarios/wan-cut.yaml"));
        assertThat(scenario.status()).isEqualTo(2);
        assertThat(scenario.err())
                .isEqualTo(
                        "ipsisim: scenarios/wan-cut.yaml is not a file of runs, as --resume and --shard write them\n");
        assertThat(merge(List.of("nowhere.ndjson")))
                .isEqualTo(new Outcome(3, "", "ipsisim: nowhere.ndjson: no such file or directory\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--shard=4/3 | '4/3' is not a part such as 3/20: its number, and the number of parts",
                "--shard=00/3 | '00/3' is not a part such as 3/20",
                "--shard=1/10001 | at most 10 000",
                "--shard=half | 'half' is not a part such as 3/20",
                "--shard=1/2 --until-precision=5% | --shard: whether the result is precise enough depends on the runs of all",
                "--shard=1/2 --format=json | --shard: --format goes with `ipsisim merge`",
                "--shard=1/2 --report=out | --shard: --report goes with `ipsisim merge`"
            })
    void what_cannot_be_split_is_refused(String options, String message) {
        Outcome outcome = run(MONTH + " " + options);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message);
    }
}
