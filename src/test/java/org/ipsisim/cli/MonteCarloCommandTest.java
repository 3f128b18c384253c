package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class MonteCarloCommandTest {
    private static final String MONTH = "scenarios/month-by-chance.yaml";

    @TempDir
    Path directory;

    private static Outcome study(String... args) {
        List<String> all = new ArrayList<>(List.of("monte-carlo", MONTH));
        all.addAll(List.of(args));
        return Outcome.of(all.toArray(String[]::new));
    }

    @Test
    void the_answer_comes_first_and_intervals_say_what_they_are() {
        Outcome outcome = study("--runs=40", "--threads=1");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().replaceAll("\\s+", " "))
                .matches("(?s)[0-9.]+% of the runs of 30d have at least one failover .*")
                .contains("How many runs have at least one", "Wilson's", "Student's", "order statistics", " nines");
        assertThat(outcome.out().lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
    }

    @Test
    void a_setting_is_compared_under_the_same_outages() {
        Outcome outcome = study("--runs=40", "--against=timers.no-service-timeout=2m", "--format=json");
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        assertThat(json.get("headline").asString()).startsWith("With timers.no-service-timeout=2m a run has ");
        JsonNode all = json.get("differences").get(8).get("outageSeconds");
        assertThat(all.get("high").asDouble()).isNegative();
        double apart = json.get("otherProspects")
                        .get(8)
                        .get("outageSeconds")
                        .get("mean")
                        .get("estimate")
                        .asDouble()
                - json.get("prospects")
                        .get(8)
                        .get("outageSeconds")
                        .get("mean")
                        .get("estimate")
                        .asDouble();
        assertThat(all.get("estimate").asDouble()).isCloseTo(apart, within(1e-3));
        assertThat(all.get("varianceCut").asDouble()).isGreaterThan(2);
    }

    @Test
    void the_seed_can_be_chosen_and_the_longest_outage_shown_alone() {
        JsonNode json = new ObjectMapper()
                .readTree(study("--runs=20", "--seed=5", "--format=json").out());
        assertThat(json.get("seed").asInt()).isEqualTo(5);
        Outcome run = Outcome.of(
                "run",
                MONTH,
                "--seed",
                json.get("worstRun").get("runSeed").asString(),
                "--format=json",
                "--resets-only");
        double outage = 0;
        for (JsonNode pn : new ObjectMapper().readTree(run.out()).get("portNetworks")) {
            outage += pn.get("totals").get("outageSeconds").asDouble();
        }
        assertThat(outage).isCloseTo(json.get("worstRun").get("outageSeconds").asDouble(), within(1e-6));
    }

    @Test
    void the_command_for_the_longest_outage_can_be_pasted_into_a_shell() {
        assertThat(study("--runs=5", "--set=title=A month at the branch").out().replaceAll("\\s+", " "))
                .containsPattern("`ipsisim run " + MONTH + " --seed -?\\d+ --set 'title=A month at the branch'`");
    }

    @Test
    void the_number_of_threads_changes_no_byte() {
        for (int threads : new int[] {1, 2, 8}) {
            Outcome outcome = study(
                    "--runs=30",
                    "--against=timers.no-service-timeout=2m",
                    "--threads=" + threads,
                    "--report",
                    directory.resolve("r" + threads).toString());
            assertThat(outcome.status()).as(outcome.err()).isZero();
        }
        for (String name : List.of("index.html", "monte-carlo.json", "monte-carlo.csv", "outage.png")) {
            for (int threads : new int[] {2, 8}) {
                assertThat(directory.resolve("r" + threads).resolve(name))
                        .hasSameBinaryContentAs(directory.resolve("r1").resolve(name));
            }
        }
    }

    @Test
    void a_row_of_CSV_is_a_statistic() {
        assertThat(study("--runs=30", "--format=csv").out())
                .startsWith("setting,pn,measure,statistic,estimate,low,high\na,1,outageSeconds,mean,")
                .contains("\na,all,failover,share,", "\na,8,callsDropped,p99,", "\na,all,availability,share,");
    }

    @Test
    void the_rare_run_that_counts_most_can_be_played() {
        String text = study("--rare", "--set=duration=1d", "--runs=50").out().replaceAll("\\s+", " ");
        String events = text.replaceAll(".*'(events=[^']*)'.*", "$1");
        Outcome run = Outcome.of(
                "run", MONTH, "--set=duration=1d", "--set=random-outages=[]", "--set", events, "--format=json");
        double outage = 0;
        for (JsonNode pn : new ObjectMapper().readTree(run.out()).get("portNetworks")) {
            outage += pn.get("totals").get("outageSeconds").asDouble();
        }
        assertThat(outage).as(events + run.err()).isPositive();
    }

    @Test
    void what_is_rare_is_told_with_what_says_how_far_to_trust_it() {
        Outcome outcome = study("--rare", "--set=duration=1d", "--runs=1500", "--format=json");
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        assertThat(json.get("weights").get("mean").asDouble()).isCloseTo(1, within(0.3));
        for (JsonNode event : json.get("rareEvents")) {
            JsonNode probability = event.get("probability");
            boolean trusted = probability.get("effectiveRuns").asDouble() >= 30
                    && probability.get("largestShare").asDouble() <= 0.1;
            assertThat(probability.get("estimate").isNull())
                    .as(event.toString())
                    .isEqualTo(!trusted);
        }
        assertThat(outcome.out()).contains("\"estimate\": null").containsPattern("\"estimate\": 0\\.[0-9]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--runs=0 | '0' is not a whole number from 1 to 1 000 000",
                "--runs=2000000 | '2000000' is not a whole number from 1 to 1 000 000",
                "--until-precision=1 | is not a percentage above 0% and below 100%, such as 1%",
                "--until-precision=0% | is not a percentage above 0% and below 100%, such as 1%",
                "--set=random-outages=[] | has no `random-outages`",
                "--against=seed=3 | must have the same outages",
                "--against=duration=3d | must have the same outages",
                "--rare --against=timers.no-service-timeout=2m | --rare tells of one setting"
            })
    void what_cannot_be_is_refused(String option, String message) {
        Outcome outcome = study(option.split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
        assertThat(outcome.out()).isEmpty();
    }
}
