package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.explain.AskedRun.branch;
import static org.ipsisim.explain.AskedRun.shipped;
import static org.ipsisim.explain.AskedRun.steps;

import java.util.List;
import org.ipsisim.estate.PnState;
import org.junit.jupiter.api.Test;

/** What comes next if nothing changes. */
class OutlookTest {
    private static List<String> leftOut(Outlook outlook) {
        return outlook.leftOut().stream().map(Step.Origin::words).toList();
    }

    @Test
    void what_has_failed_stays_failed_and_later_events_do_not_come() {
        Outlook outlook = Outlook.of(branch("  - {at: 1m, fail: wan, for: 2m}\n  - {at: 10m, fail: main}")
                .at("2m30s"));
        assertThat(outlook.failed()).containsExactly("wan");
        assertThat(leftOut(outlook)).containsExactly("at 10m, fail main");
        assertThat(steps(outlook.steps()))
                .containsExactly(
                        "7m14s pn-1 the IPSI asks core 10 ",
                        "7m14s pn-1 core 10 takes control;",
                        "7m14s pn-1 core 10 restarts the p",
                        "8m14s pn-1 in service under core ",
                        "13m14s pn-1 40 calls dialled again");
        assertThat(outlook.last().controller()).isEqualTo(10);
        assertThat(outlook.run().duration()).isEqualTo(AskedRun.millis("1h2m30s"));
    }

    @Test
    void what_is_over_is_over() {
        Outlook outlook = Outlook.of(branch("  - {at: 1m, fail: wan, for: 2m}").at("3m"));
        assertThat(outlook.failed()).isEmpty();
        assertThat(outlook.last().state()).isEqualTo(PnState.IN_SERVICE);
        assertThat(outlook.last().controller()).isEqualTo(1);
    }

    @Test
    void a_flap_stays_as_it_is() {
        AskedRun flap = branch("  - {at: 1m, flap: wan, down: 10s, up: 50s, times: 5}");
        Outlook down = Outlook.of(flap.at("3m5s"));
        assertThat(down.failed()).containsExactly("wan");
        assertThat(leftOut(down)).containsExactly("the rest of: at 1m, flap wan, down 10s, up 50s, times 5");
        assertThat(down.last().controller()).isEqualTo(10);
        Outlook up = Outlook.of(flap.at("3m30s"));
        assertThat(up.failed()).isEmpty();
        assertThat(up.steps()).isEmpty();
        Outlook last = Outlook.of(flap.at("5m30s"));
        assertThat(last.leftOut()).isEmpty();
    }

    @Test
    void a_flap_that_a_restore_has_ended_does_not_go_on() {
        AskedRun flap = branch("  - {at: 1m, flap: wan, down: 10s, up: 50s, times: 5}\n  - {at: 2m5s, restore: wan}");
        Outlook outlook = Outlook.of(flap.at("3m5s"));
        assertThat(outlook.failed()).isEmpty();
        assertThat(outlook.steps()).isEmpty();
    }

    @Test
    void a_degradation_stays() {
        Outlook outlook = Outlook.of(
                branch("  - {at: 1m, degrade: wan, loss: 100%, for: 30s}").at("1m20s"));
        assertThat(outlook.degraded()).containsExactly("wan");
        assertThat(outlook.last().controller()).isEqualTo(10);
    }

    @Test
    void an_administered_return_comes_however_late() {
        AskedRun course =
                branch("  - {at: 1m, fail: wan, for: 10m}", "fallback: {auto-return: scheduled, scheduled-at: 19h}");
        Outlook outlook = Outlook.of(course.at("15m"));
        assertThat(steps(outlook.steps())).contains("19h pn-1 back under the main; c");
        assertThat(outlook.run().duration()).isEqualTo(AskedRun.millis("20h"));
    }

    @Test
    void it_asks_on_and_on() {
        Outlook outlook = Outlook.of(shipped("july-2009").at("10m"));
        assertThat(steps(outlook.steps()))
                .containsExactly(
                        "12m21s pn-1 no server is on the pr",
                        "12m21s pn-1 no-service time-out st",
                        "17m21s pn-1 asked for service 11 t",
                        "1h7m21s pn-1 no-service time-out st");
    }

    @Test
    void at_the_end_of_a_run_what_would_end_then_goes_on() {
        Outlook outlook = Outlook.of(branch("  - {at: 19m, fail: wan, for: 1m}").at("20m"));
        assertThat(outlook.failed()).containsExactly("wan");
        assertThat(steps(outlook.steps())).startsWith("20m14s pn-1 cold reset after 1m15s");
    }

    @Test
    void with_very_short_timers_it_looks_less_far() {
        AskedRun course = AskedRun.read("short.yaml", """
                title: Short
                duration: 1m
                enforce-ranges: n
                timers: {no-service-timeout: 2ms, pn-cold-reset-delay: 1s, socket-sanity-timeout: 3s}
                port-networks: [{pn: 1}]
                events:
                  - {at: 10s, fail: main}
                """);
        Outlook outlook = Outlook.of(course.at("20s"));
        assertThat(outlook.run().duration()).isGreaterThan(20_000).isLessThan(AskedRun.millis("1h"));
    }
}
