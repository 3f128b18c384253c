package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One estate in a file of its own, timer profiles beside it, and scenarios that include both. */
class IncludedFilesTest {
    private static final String OUTAGE = """
            title: Friday
            include: [../estate.yaml, ../profiles/patient.yaml]
            duration: 30m
            timers: {no-service-timeout: 6m}
            events: [{at: 2m, fail: wan, for: 95s}]
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeEstate() throws IOException {
        write("estate.yaml", """
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch], latency: 25ms}]
                port-networks:
                  - {pn: 1-4, site: branch, calls: {pn: 30, ip: 10}}
                """);
        write("profiles/patient.yaml", "timers: {pn-cold-reset-delay: 120s, no-service-timeout: 5m}\n");
        write("profiles/hasty.yaml", "timers: {pn-cold-reset-delay: 60s}\n");
    }

    private String write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    /** What a command says of a scenario in a directory of its own, without the name of the temporary directory. */
    private Outcome validate(String text) throws IOException {
        Outcome outcome = Outcome.of("validate", write("outages/x.yaml", text));
        assertThat(outcome.status()).isEqualTo(2);
        return new Outcome(2, outcome.out(), outcome.err().replace(directory.toString(), "..."));
    }

    @Test
    void several_files_are_the_scenario_that_one_would_be() throws IOException {
        String whole = write("whole.yaml", """
                title: Friday
                duration: 30m
                timers: {pn-cold-reset-delay: 120s, no-service-timeout: 6m}
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch], latency: 25ms}]
                port-networks:
                  - {pn: 1-4, site: branch, calls: {pn: 30, ip: 10}}
                events: [{at: 2m, fail: wan, for: 95s}]
                """);
        Outcome joined = Outcome.of("validate", "--effective", write("outages/friday.yaml", OUTAGE));
        assertThat(joined.status()).isZero();
        assertThat(joined.out())
                .isEqualTo(Outcome.of("validate", "--effective", whole).out());
    }

    @Test
    void lists_are_joined_and_a_later_file_wins() throws IOException {
        String file = write("outages/more.yaml", """
                title: More
                include: [../estate.yaml, ../profiles/patient.yaml, ../profiles/hasty.yaml]
                duration: 30m
                port-networks: [{pn: 9, site: hq}]
                """);
        assertThat(Outcome.of("validate", "--effective", file).out())
                .containsSubsequence(
                        "pn-cold-reset-delay: 1m", "no-service-timeout: 5m", "pn: 1\n", "pn: 4\n", "pn: 9\n");
    }

    @Test
    void another_profile_is_compared_by_including_it_instead() throws IOException {
        String file = write("outages/friday.yaml", OUTAGE);
        String hasty = "include=[../estate.yaml, ../profiles/hasty.yaml]";
        Outcome patient = Outcome.of("run", file, "--format=csv");
        Outcome other = Outcome.of("run", file, "--format=csv", "--set", hasty);
        Outcome both =
                Outcome.of("run", file, "--format=csv", "--set", "timers.pn-cold-reset-delay=2m", "--set", hasty);
        assertThat(other.status()).isZero();
        assertThat(other.out()).isNotEqualTo(patient.out());
        assertThat(both.out()).isEqualTo(patient.out());
        assertThat(Outcome.of("compare", file, "--against", hasty).out()).contains("120");
    }

    @Test
    void results_name_the_file_that_sets_a_timer() throws IOException {
        String file = write("outages/friday.yaml", OUTAGE);
        Outcome outcome = Outcome.of("explain", file, "--pn", "1", "--at", "3m15s", "--format", "json");
        assertThat(outcome.out().replace(directory.toString(), "...")).contains("\".../profiles/patient.yaml:1\"");
    }

    @Test
    void a_mistake_in_an_included_file_names_both() throws IOException {
        write("estate.yaml", "sites: [hq]\nport-networks: [{pn: 1, site: hp}]\n");
        assertThat(validate("title: x\nduration: 1m\n\ninclude: ../estate.yaml\n")
                        .err())
                .isEqualTo("""
                .../estate.yaml:2:31: error: port-networks[0].site: `hp` is not a site in this scenario
                  2 | port-networks: [{pn: 1, site: hp}]
                    |                               ^^
                    = allowed: hq
                    = did you mean `hq`?
                    = note: included by .../outages/x.yaml:4
                """);
    }

    @Test
    void what_two_files_declare_is_an_error() throws IOException {
        assertThat(validate(
                                "title: x\nduration: 1m\ninclude: ../estate.yaml\nport-networks: [{pn: 4-5, site: branch}]\n")
                        .err())
                .contains(
                        ".../outages/x.yaml:4:22: error: port-networks[1].pn: port network 4 is declared twice",
                        "note: the first one is on line 4 of .../estate.yaml");
        assertThat(validate("title: x\nduration: 1m\ninclude: ../estate.yaml\nsites: [hq]\n")
                        .err())
                .contains("`hq` is already the name of a site", "note: the other one is on line 1 of .../estate.yaml");
    }

    @Test
    void a_key_that_one_file_has_twice_is_an_error_though_another_overrides_it() throws IOException {
        write("twice.yaml", "seed: 1\nseed: 2\n");
        assertThat(validate("title: x\nduration: 1m\nport-networks: [{pn: 1}]\ninclude: ../twice.yaml\nseed: 3\n")
                        .err())
                .contains(".../twice.yaml:2:1: error: seed: `seed` appears twice");
    }

    @Test
    void a_file_is_included_once_and_not_by_itself() throws IOException {
        write("a.yaml", "include: outages/../b.yaml\n");
        write("b.yaml", "include: [outages/x.yaml, a.yaml]\n");
        assertThat(validate("title: x\nduration: 1m\nport-networks: [{pn: 1}]\ninclude: ../a.yaml\n")
                        .err())
                .contains(
                        ".../b.yaml:1:11: error: include[0]: `outages/x.yaml` leads back to this scenario",
                        "note: included by .../a.yaml:1",
                        ".../b.yaml:1:27: error: include[1]: `a.yaml` is included twice",
                        "note: the first time by .../outages/x.yaml:4; included by .../a.yaml:1");
    }

    @Test
    void many_large_files_are_no_way_around_the_limits_of_one() throws IOException {
        write("a.yaml", "sites: [" + "a,".repeat(150_000) + "]\n");
        write("b.yaml", "events: [" + "b,".repeat(150_000) + "]\n");
        assertThat(validate("title: x\nduration: 1m\nport-networks: [{pn: 1}]\ninclude: [../a.yaml, ../b.yaml]\n")
                        .err())
                .contains(
                        ".../b.yaml:1:99970: error: too many values", "allowed: at most 200000 keys and values in all");
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            write("c" + i + ".yaml", "include: c" + (i + 1) + ".yaml\n");
            chain.append(i == 0 ? "" : ", ").append("../c").append(i).append(".yaml");
        }
        String rest = "title: x\nduration: 1m\nport-networks: [{pn: 1}]\ninclude: ";
        assertThat(validate(rest + "../c0.yaml\n").err())
                .contains("c19.yaml:1:10: error: include: `c20.yaml` is one file too many");
        assertThat(validate(rest + "[" + chain + "]\n").err()).contains("include: 30 entries are too many");
    }

    @Test
    void only_yaml_files_by_relative_paths_are_read() throws IOException {
        String err = validate("""
                title: x
                duration: 1m
                include: [/tmp/a.yaml, ~/a.yaml, 'C:\\a.yaml', ../secret.txt, nowhere.yaml]
                """).err();
        for (String path : new String[] {"/tmp/a.yaml", "~/a.yaml", "C:\\a.yaml", "../secret.txt"}) {
            assertThat(err).contains("`" + path + "` is not a file to include");
        }
        assertThat(err)
                .contains("`nowhere.yaml` cannot be included: .../outages/nowhere.yaml: no such file or directory");
    }

    @Test
    void without_a_file_only_what_it_could_not_mend_is_said_besides() throws IOException {
        write("broken.yaml", "sites: [hq\n");
        assertThat(validate("""
                        title: x
                        zone: UTC
                        include: [../estate.yml, ../broken.yaml]
                        evnets: []
                        port-networks: [{pn: 1, site: branch}]
                        events: [{at: "14:55", fail: wan}]
                        """).err().lines().filter(line -> line.contains("error:") || line.contains("warning:")))
                .satisfiesExactly(
                        missing -> assertThat(missing).contains("`../estate.yml` cannot be included"),
                        unknown -> assertThat(unknown).contains("`evnets` is not a key of the top level"),
                        broken -> assertThat(broken)
                                .contains(".../broken.yaml:1:8: error: this bracket is never closed"));
    }

    @Test
    void shards_of_a_study_keep_what_was_included() throws IOException {
        String scenario = write("outages/friday.yaml", OUTAGE);
        String vary = "--vary=timers.pn-cold-reset-delay=60s,80s";
        Outcome whole = Outcome.of("sweep", scenario, vary);
        assertThat(whole.status()).isZero();
        String first = directory.resolve("first").toString();
        String second = directory.resolve("second").toString();
        Outcome.of("sweep", scenario, vary, "--shard=1/2", "--resume=" + first);
        Outcome.of("sweep", scenario, vary, "--shard=2/2", "--resume=" + second);
        Files.delete(directory.resolve("estate.yaml"));
        assertThat(Outcome.of("merge", first, second).out()).isEqualTo(whole.out());
    }
}
