package org.ipsisim.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.report.JunitReport;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/**
 * What a scenario expects of the states of a port network over a span of time. The WAN is cut at 1m: contact lost then, warm
 * reset at 1m14s, cold reset at 2m14s, no service at 2m44s, restart by core 10 at 7m14s, in service at 8m14s; it ends at 10m.
 */
class StateExpectationsTest {
    private static final String SCENARIO = """
            title: x
            duration: 10m
            sites: [hq, branch]
            links: [{id: wan, between: [hq, branch]}]
            servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
            port-networks: [{pn: 1, site: branch}]
            events: [{at: 1m, fail: wan}]
            expect:
            """;

    @Test
    void within_is_met_by_the_first_moment_of_the_state() {
        assertThat(check("{pn: 1, at: 1m, within: 8m, state: in-service}"))
                .isEqualTo("pn-1 from 1m within 8m: state in-service: MET, in-service at 8m14s");
        assertThat(check("{pn: 1, at: 1m, within: 1m14s, state: cold-reset}"))
                .isEqualTo("pn-1 from 1m within 1m14s: state cold-reset: MET, cold-reset at 2m14s");
        assertThat(check("{pn: 1, at: 1m30s, within: 1s, state: warm-reset}"))
                .isEqualTo("pn-1 from 1m30s within 1s: state warm-reset: MET, warm-reset at 1m30s");
        assertThat(check("{pn: 1, at: 1m, within: 1m13s, state: cold-reset}"))
                .isEqualTo("pn-1 from 1m within 1m13s: state cold-reset: NOT_MET, never");
    }

    @Test
    void always_and_never_are_decided_by_the_first_moment_that_breaks_them() {
        assertThat(check("{pn: 1, always: in-service}"))
                .isEqualTo("pn-1: always in-service: NOT_MET, contact-lost at 1m");
        assertThat(check("{pn: 1, at: 8m14s, always: in-service}"))
                .isEqualTo("pn-1 from 8m14s: always in-service: MET, always");
        assertThat(check("{pn: 1, within: 59s, always: in-service}"))
                .isEqualTo("pn-1 within 59s: always in-service: MET, always");
        assertThat(check("{pn: 1, never: cold-reset}"))
                .isEqualTo("pn-1: never cold-reset: NOT_MET, cold-reset at 2m14s");
        assertThat(check("{pn: 1, never: down}")).isEqualTo("pn-1: never down: MET, never");
        assertThat(check("{pn: 1, at: 3m, never: cold-reset}")).isEqualTo("pn-1 from 3m: never cold-reset: MET, never");
    }

    @Test
    void a_run_that_ends_before_it_can_tell_is_inconclusive() {
        assertThat(check("{pn: 1, at: 9m, within: 2m, state: cold-reset}"))
                .isEqualTo("pn-1 from 9m within 2m: state cold-reset: INCONCLUSIVE, the run ends at 10m, before 11m");
        assertThat(check("{pn: 1, at: 9m, within: 1m, state: cold-reset}"))
                .isEqualTo("pn-1 from 9m within 1m: state cold-reset: NOT_MET, never");
        assertThat(check("{pn: 1, at: 9m, within: 2m, always: in-service}"))
                .isEqualTo("pn-1 from 9m within 2m: always in-service: INCONCLUSIVE, the run ends at 10m, before 11m");
        assertThat(check("{pn: 1, at: 5m, within: 20m, never: restarting}"))
                .isEqualTo("pn-1 from 5m within 20m: never restarting: NOT_MET, restarting at 7m14s");
    }

    @Test
    void a_build_server_sees_what_is_inconclusive_as_skipped() throws IOException {
        StringWriter xml = new StringWriter();
        JunitReport.write(List.of(run("{pn: 1, at: 9m, within: 2m, state: down}")), xml);
        assertThat(xml.toString())
                .contains("failures=\"0\"")
                .contains("skipped=\"1\"")
                .contains("<skipped message=\"inconclusive: ");
    }

    private static History run(String expectation) {
        byte[] yaml = (SCENARIO + "  - " + expectation).getBytes(StandardCharsets.UTF_8);
        Scenario scenario =
                ScenarioReader.read("test.yaml", yaml, List.of()).scenario().orElseThrow();
        return Simulation.run(scenario);
    }

    private static String check(String expectation) {
        ExpectationResult result = run(expectation).checkExpectations().get(0);
        return result.expect() + ": " + result.verdict() + ", " + result.actual();
    }
}
