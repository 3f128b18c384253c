package org.ipsisim.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;

/** What a scenario expects of phones and session managers, against a history made by hand. */
class PhoneExpectationsTest {
    private static final String SCENARIO = """
            title: x
            duration: 10m
            sip:
              session-managers: [{name: sm-1}, {name: sm-2}]
              phones: [{name: desk, extensions: 1-10, controllers: [sm-1, sm-2]}]
            expect:
            """;

    @Test
    void counts_are_those_of_the_last_sample_before_the_time() {
        assertThat(check("{phones: desk, at: 59s, in-service: 100%, controller: sm-1}"))
                .isEqualTo("desk at 59s: in-service on sm-1 10: met, 10");
        assertThat(check("{phones: desk, at: 1m, in-service: 10}")).isEqualTo("desk at 1m: in-service 10: not met, 4");
        assertThat(check("{phones: desk, at: 2m, in-service: {at-least: 3, at-most: 3}, controller: sm-2}"))
                .isEqualTo("desk at 2m: in-service on sm-2 3: met, 3");
        assertThat(check("{phones: desk, at: 2m, limbo: {at-most: 50%}}"))
                .isEqualTo("desk at 2m: limbo at-most 5: not met, 6");
    }

    @Test
    void totals_are_those_of_the_run() {
        assertThat(check("{phones: desk, longest-outage: {at-most: 2m}}"))
                .isEqualTo("desk: longest-outage at-most 2m: met, 1m30s");
        assertThat(check("{phones: desk, phone-time-lost: 8m}")).isEqualTo("desk: phone-time-lost 8m: met, 8m");
        assertThat(check("{phones: desk, phones-affected: 10}")).isEqualTo("desk: phones-affected 10: not met, 6");
        assertThat(check("{phones: desk, longest-not-callable: 0s}"))
                .isEqualTo("desk: longest-not-callable 0s: met, 0s");
        assertThat(check("{session-manager: sm-2, requests: 9}")).isEqualTo("sm-2: requests 9: not met, 1");
        assertThat(check("{session-manager: sm-2, peak-requests-per-second: {at-most: 2}}"))
                .isEqualTo("sm-2: peak-requests-per-second at-most 2: met, 2");
        assertThat(check("{session-manager: sm-2, peak-queue: 3}")).isEqualTo("sm-2: peak-queue 3: met, 3");
        assertThat(check("{session-manager: sm-2, refused: 0}")).isEqualTo("sm-2: refused 0: not met, 4");
        assertThat(check("{session-manager: sm-2, useless: 5}")).isEqualTo("sm-2: useless 5: met, 5");
        assertThat(check("{session-manager: sm-2, lost: 6}")).isEqualTo("sm-2: lost 6: met, 6");
        assertThat(check("{session-manager: sm-2, stale-bindings: 7}")).isEqualTo("sm-2: stale-bindings 7: met, 7");
    }

    private static String check(String expectation) {
        byte[] yaml = (SCENARIO + "  - " + expectation).getBytes(StandardCharsets.UTF_8);
        Scenario scenario =
                ScenarioReader.read("test.yaml", yaml, List.of()).scenario().orElseThrow();
        History empty = Histories.of(scenario, new Trace(List.of()), List.of(), List.of(), 0);
        History history = new History(
                scenario,
                empty.trace(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                Detail.SILENCES,
                List.of(),
                sip(scenario.estate().sip()));
        ExpectationResult result = history.checkExpectations().get(0);
        return result.expect() + ": " + (result.met() ? "met, " : "not met, ") + result.actual();
    }

    private static SipHistory sip(SipEstate estate) {
        PhoneSample start = new PhoneSample(0, List.of(new PhoneSample.Count(PhoneState.IN_SERVICE, 0, 10)));
        PhoneSample cut = new PhoneSample(
                60_000,
                List.of(
                        new PhoneSample.Count(PhoneState.IN_SERVICE, 0, 1),
                        new PhoneSample.Count(PhoneState.IN_SERVICE, 1, 3),
                        new PhoneSample.Count(PhoneState.LIMBO, 0, 6)));
        PhoneOutage outage = new PhoneOutage(
                6,
                480_000,
                90_000,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
        PopulationHistory desk =
                new PopulationHistory(estate.phones().get(0), List.of(start, cut), outage, PhoneOutage.NONE);
        SessionManagerHistory second =
                new SessionManagerHistory(estate.sessionManagers().get(1), List.of(), List.of(), 1, 2, 3, 4, 5, 6, 7);
        return new SipHistory(List.of(desk), List.of(second), List.of());
    }
}
