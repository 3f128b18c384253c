package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ThresholdsCommandTest {
    private static final String WAN_CUT = "scenarios/wan-cut.yaml";

    private static Outcome thresholds(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "thresholds";
        System.arraycopy(args, 0, all, 1, args.length);
        return Outcome.of(all);
    }

    @Test
    void the_cut_that_is_asked_for_is_tried() {
        Outcome outcome = thresholds(WAN_CUT, "--fault=wan", "--format=json", "--set=timers.pn-cold-reset-delay=120s");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        assertThat(json.get("faults").size()).isEqualTo(1);
        JsonNode pn2 = json.get("faults").get(0).get("portNetworks").get(1);
        assertThat(pn2.get("nothingUpTo").asInt()).isEqualTo(14);
        assertThat(pn2.get("noCallUpTo").asInt()).isEqualTo(134);
    }

    @Test
    void when_how_long_and_how_finely_can_be_chosen() {
        Outcome outcome = thresholds(
                WAN_CUT, "--fault=wan", "--at=2m500ms", "--up-to=1m", "--step=7s", "--seed=3", "--format=csv");
        assertThat(outcome.out().lines())
                .containsExactly(
                        "fault,kind,pn,from,to,outcome,callsDrop,refused,endless",
                        "wan,link,1,0,60,nothing,false,,",
                        "wan,link,2,0,14.5,nothing,false,,",
                        "wan,link,2,14.501,60,warm-reset,false,,",
                        "wan,link,3,0,14.5,nothing,false,,",
                        "wan,link,3,14.501,60,warm-reset,false,,");
    }

    @Test
    void several_seeds_tell_the_odds() {
        Outcome outcome = thresholds(
                WAN_CUT,
                "--fault=wan",
                "--set=links[0].loss=40%",
                "--seeds=10",
                "--up-to=20s",
                "--step=10s",
                "--format=csv");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines())
                .hasSize(10)
                .contains("wan,link,2,0,10,0,0,0,,,,", "wan,link,2,20,10,10,0,0,,,,");
        assertThat(thresholds(WAN_CUT, "--fault=wan", "--set=links[0].loss=40%", "--up-to=20s")
                        .out())
                .contains("--seeds 100 gives the odds");
    }

    /** However the file says how long it is. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{at: 1m, fail: wan, for: 95s}",
                "{at: 1m, fail: wan}, {at: 2m35s, restore: wan}, {at: 20m, restore: wan}",
                "{at: 30s, restore: wan}, {at: 1m, fail: wan, for: 20m}, {at: 2m, restore: main}, {at: 2m35s, restore: wan}"
            })
    void the_answer_says_how_far_the_cut_of_the_scenario_is_from_the_edges(String events) {
        assertThat(thresholds(WAN_CUT, "--fault=wan", "--step=10s", "--set=events=[" + events + "]", "--quiet")
                        .out()
                        .replace('\n', ' '))
                .startsWith("A cut of wan costs nothing up to 14s, no call up to 1m14s and no failover up to 6m14s."
                        + " The scenario cuts wan for 1m35s: 21s too long to cost no call, 4m39s short of costing a"
                        + " failover.");
    }

    @Test
    void the_values_of_a_setting_at_which_the_outcome_changes() {
        Outcome outcome = thresholds(
                WAN_CUT,
                "--vary=timers.pn-cold-reset-delay=60s..120s",
                "--step=10s",
                "--set=events[0].for=90s",
                "--format=json");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        assertThat(json.get("headline").asString())
                .isEqualTo("timers.pn-cold-reset-delay is 1m, 16s from where the outcome changes, at 1m16s."
                        + " pn 2-3: cold reset, calls drop up to 1m15.999s; warm reset from 1m16s.");
        assertThat(json.get("whole").asBoolean()).isTrue();
        assertThat(json.get("subjects").get(1).get("bands").get(0).get("to").asDouble())
                .isEqualTo(75.999);
    }

    @Test
    void a_setting_that_is_none_is_told_with_its_place() {
        Outcome outcome = thresholds(WAN_CUT, "--vary=timers.no-servce-timeout=2m..15m");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--vary", "did you mean `no-service-timeout`?");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--fault=wann | --fault: 'wann' is not a name in this scenario; did you mean `wan`?",
                "--fault=zzzzzzzz | --fault: 'zzzzzzzz' is not a name in this scenario; there are wan, hq, dallas, main,",
                "--fault=wan --fault=wan | --fault wan appears twice",
                "--step=1ms --up-to=1h | that would take 25 200 007 runs, more than 1 000 000; choose a longer --step",
                "--vary=timers.no-service-timeout=2m..15m --fault=wan | --fault is about cuts, and --vary leaves them",
                "--vary=timers.no-service-timeout=2..15m | '2' is not a duration such as 4s or 1m30s",
                "--vary=timers.no-service-timeout=15m..2m | the first value is not shorter than the last one",
                "--vary=timers.no-service-timeout=15m | is not KEY=FROM..TO",
                "--vary=a=1s..2s --vary=b=1s..2s | --vary takes one setting at a time",
                "--step=2h | --step is longer than the longest cut that is tried",
                "--seeds=1 | '1' is not a whole number from 2 to 100 000",
                "--seeds=10000 | more than 1 000 000; choose a longer --step, a shorter --up-to, fewer cuts",
                "--at=90 | did you mean 90s?",
                "--at=0s | is not longer than 0s",
                "--up-to=9000d | at most 366d",
                "scenarios/minimal.yaml | thresholds takes one scenario, not 2",
            })
    void what_cannot_be_is_refused_before_anything_runs(String args, String message) {
        Outcome outcome = thresholds((WAN_CUT + " " + args).split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("ipsisim: ").contains(message);
    }

    @Test
    void a_wrong_scenario_is_told_as_always() {
        assertThat(thresholds(Outcome.file("wrong.yaml")).status()).isEqualTo(2);
        assertThat(thresholds("nix.yaml").status()).isEqualTo(3);
    }
}
