package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AuditCommandTest {
    private static final String PAIR = "scenarios/separated-pair.yaml";

    private static Outcome audit(String args) {
        return Outcome.of(("audit " + args).split(" "));
    }

    @Test
    void the_answer_is_the_first_sentence() {
        Outcome outcome = audit(PAIR + " --faults 2");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .startsWith("8 single faults and 7 pairs of others keep port networks out of service until\n"
                        + "repaired; the worst, east + plant for 1h, drops 180 calls and costs 3h3m of\n"
                        + "service.\n")
                .contains("  main-a + main-b  1-3\n")
                .contains("Port networks 1-3 have no survivable core on their lists.");
        assertThat(outcome.out().lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
        assertThat(outcome.err()).isEqualTo("audit: 120 single faults and pairs x 3 durations: 360 runs\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv"})
    void any_number_of_threads_gives_the_same_bytes(String format) {
        String one = audit(PAIR + " --faults 2 --threads 1 --format " + format).out();
        assertThat(one).isNotEmpty();
        for (int threads : new int[] {2, 8}) {
            assertThat(audit(PAIR + " --faults 2 --threads " + threads + " --format " + format)
                            .out())
                    .isEqualTo(one);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenarios/main-lost.yaml", "scenarios/second-ipsi-does-not.yaml", PAIR})
    void the_long_way_gives_the_same(String file) {
        String common = file + " --faults 2 --durations 10s,15m --format csv";
        assertThat(audit(common + " --exhaustive").out())
                .isEqualTo(audit(common).out());
    }

    @Test
    void a_limit_that_is_exceeded_is_a_failure() {
        Outcome outcome = audit(PAIR + " --durations 30s,10m --fail-above outage=10m --fail-above calls=79");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("cost more than 10m without service")
                .contains("2 of 15 faults cost more than 79 calls dropped");
        assertThat(audit(PAIR + " --fail-above calls=1000").status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"calls, callsDropped, ''", "outage, outageSeconds, s"})
    void what_costs_exactly_the_limit_does_not_exceed_it(String limit, String column, String unit) {
        List<List<String>> rows = audit(PAIR + " --durations 30s --format csv")
                .out()
                .lines()
                .map(row -> List.of(row.split(",", -1)))
                .toList();
        int index = rows.get(0).indexOf(column);
        long most = rows.stream()
                .skip(1)
                .mapToLong(row -> Math.round(Double.parseDouble(row.get(index)) * 1000))
                .max()
                .orElseThrow();
        assertThat(most).isPositive();
        String exact = unit.isEmpty() ? Long.toString(most / 1000) : most + "ms";
        String less = unit.isEmpty() ? Long.toString(most / 1000 - 1) : most - 1 + "ms";
        String line = PAIR + " --durations 30s --fail-above " + limit + "=";
        assertThat(audit(line + exact).status()).isZero();
        assertThat(audit(line + less).status()).isEqualTo(1);
    }

    @Test
    void programs_get_every_run_as_a_row_and_the_minimal_sets_as_a_list() {
        String csv = audit(PAIR + " --faults 2 --format csv").out();
        assertThat(csv.lines()).hasSize(361).contains("main-a,server,main-b,server,3600,140,10757.997,180,0,1-3,1");
        JsonNode json = new ObjectMapper()
                .readTree(audit(PAIR + " --faults 2 --top 3 --format json").out());
        assertThat(json.get("lasting").size()).isEqualTo(15);
        assertThat(json.get("worstPairs").size()).isEqualTo(3);
        assertThat(json.get("coreless").size()).isEqualTo(3);
    }

    @Test
    void a_report_has_a_page_a_chart_and_the_data(@TempDir Path directory) throws Exception {
        Outcome outcome = audit(PAIR + " --faults 2 --report " + directory);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder("index.html", "worst.png", "worst.svg", "audit.json", "audit.csv");
        assertThat(Files.readString(directory.resolve("index.html")))
                .contains("ipsisim audit " + PAIR + " --faults 2 --report report")
                .contains("class=\"chart\"")
                .doesNotContain("src=\"http")
                .doesNotContain("href=");
        assertThat(javax.imageio.ImageIO.read(directory.resolve("worst.png").toFile()))
                .isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--faults=3 | '3' is not a whole number from 1 to 2",
                "--durations=30s,30s | a duration is given twice",
                "--durations=30s, | '' is not a duration such as 90s or 2m30s",
                "--durations=90 | did you mean 90s?",
                "--fail-above=outage | 'outage' is not a limit such as outage=10m or calls=100",
                "--fail-above=outage=10 | '10' is not a duration such as 10m; did you mean 10s?",
                "--top=0 | '0' is not a whole number from 1 to 999 999",
            })
    void what_cannot_be_is_refused_before_anything_runs(String args, String message) {
        Outcome outcome = audit(PAIR + " " + args);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("ipsisim: ").contains(message).doesNotContain("runs");
    }
}
