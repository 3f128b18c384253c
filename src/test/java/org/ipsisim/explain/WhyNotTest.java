package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.explain.AskedRun.branch;
import static org.ipsisim.explain.AskedRun.shipped;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.history.Words;
import org.junit.jupiter.api.Test;

/** Why something has not happened. */
class WhyNotTest {
    private static List<String> enablers(WhyNot whyNot) {
        return whyNot.enablers().stream()
                .map(enabler -> Words.duration(enabler.at()) + " " + enabler.words())
                .toList();
    }

    private static List<String> obstacles(WhyNot whyNot) {
        return whyNot.obstacles().stream().map(Step::text).toList();
    }

    @Test
    void a_failover_that_every_heartbeat_puts_off() {
        WhyNot whyNot = WhyNot.of(shipped("flapping-wan").at("10m"), ExpectedOutcome.FAILOVER);
        assertThat(whyNot.answer())
                .isEqualTo(
                        "By 10m port network 1 has not failed over: the no-service time-out ran 5 times, and the last"
                                + " time was stopped at 8m50.02s, 4m44s before its end: a heartbeat from the main came.");
        assertThat(enablers(whyNot)).containsExactly("8m49.02s wan not back at 4m5s, but failed for good");
        assertThat(whyNot.comesAt()).hasValue(AskedRun.millis("15m9s20ms"));
    }

    @Test
    void a_failover_without_a_core_on_the_list() {
        WhyNot whyNot = WhyNot.of(shipped("july-2009").at("28m"), ExpectedOutcome.FAILOVER);
        assertThat(whyNot.answer()).endsWith("it asked for service 5 times, and no server is on the priority list.");
        assertThat(obstacles(whyNot)).contains("there is no survivable core");
    }

    @Test
    void each_core_says_why_it_is_on_no_list() {
        AskedRun cores = AskedRun.read("cores.yaml", """
                title: Cores
                duration: 20m
                sites: [hq, branch, far]
                links: [{id: wan, between: [hq, branch]}, {id: other, between: [far, branch]}]
                servers:
                  main: {site: hq}
                  survivable-cores:
                    - {cluster: 10, site: branch, community: 3, system-preferred: n, local-only: y}
                    - {cluster: 20, site: branch}
                    - {cluster: 30, site: branch}
                    - {cluster: 40, site: far}
                port-networks: [{pn: 1, site: branch}]
                events:
                  - {at: 30s, fail: sc-20}
                  - {at: 30s, disable: sc-30}
                  - {at: 30s, fail: other}
                  - {at: 1m, fail: wan}
                """);
        WhyNot whyNot = WhyNot.of(cores.at("10m"), ExpectedOutcome.FAILOVER);
        assertThat(obstacles(whyNot))
                .contains(
                        "core 10 is on no list: it is local only, of community 3, and the port network is of community 1",
                        "core 20 is on no list: it is down",
                        "core 30 is on no list: it is disabled",
                        "core 40 is on no list: none of its heartbeats comes through");
        assertThat(enablers(whyNot)).contains("7m14s core 10 not local only");
    }

    @Test
    void a_warm_reset_that_was_close() {
        WhyNot whyNot = WhyNot.of(shipped("short-cut").at("2m"), ExpectedOutcome.WARM_RESET);
        assertThat(whyNot.answer())
                .endsWith("the socket sanity time-out was stopped at 1m12.02s, 2s before its end: a heartbeat from the"
                        + " main came.");
        assertThat(enablers(whyNot))
                .containsExactly(
                        "1m11.02s socket-sanity-timeout 12s or less, down to 3s (it is 15s)",
                        "1m14.02s wan not back at 1m12s, but failed for good");
    }

    @Test
    void a_warm_reset_that_missed_by_nothing() {
        WhyNot whyNot = WhyNot.of(shipped("mpls-near-misses").at(4, "2m"), ExpectedOutcome.WARM_RESET);
        assertThat(whyNot.answer()).contains("was stopped at 1m14.035s just as it would have run out");
    }

    @Test
    void a_cold_reset_while_the_delay_still_runs_and_one_without_a_warm_reset() {
        AskedRun cut = branch("  - {at: 1m, fail: wan, for: 2m}");
        assertThat(WhyNot.of(cut.at("2m"), ExpectedOutcome.COLD_RESET).answer())
                .endsWith("the cold reset delay runs until 2m14s, 14s from then.");
        assertThat(WhyNot.of(cut.at("1m10s"), ExpectedOutcome.COLD_RESET).answer())
                .endsWith(
                        "there was no warm reset before, because the socket sanity time-out runs until 1m14s, 4s from then.");
    }

    @Test
    void what_has_happened_after_all() {
        WhyNot whyNot = WhyNot.of(shipped("wan-cut").at(2, "19m"), ExpectedOutcome.FAILOVER);
        assertThat(whyNot.answer()).isEqualTo("It has happened: at 7m14.02s, core 10 takes control; the main had it.");
        assertThat(whyNot.enablers()).isEmpty();
    }

    @Test
    void a_fallback_that_nobody_has_administered() {
        WhyNot whyNot = WhyNot.of(shipped("stays-on-core").at(2, "9h30m"), ExpectedOutcome.FALLBACK);
        assertThat(whyNot.answer()).endsWith("the main is back, and auto-return is `no`.");
        assertThat(enablers(whyNot))
                .containsExactly(
                        "9h23m0.02s auto-return: connection-up, after 3m",
                        "9h20m0.02s a forced takeover to the main at 9h20m0.02s, when it was back");
        assertThat(WhyNot.of(shipped("stays-on-core").at(2, "9h15m"), ExpectedOutcome.FALLBACK)
                        .answer())
                .endsWith("the main is not on the list: none of its heartbeats comes through.");
        assertThat(WhyNot.of(shipped("weekend-return").at(3, "5d2h10m"), ExpectedOutcome.FALLBACK)
                        .condition())
                .contains("auto-return: scheduled, at 5d2h (scenarios/weekend-return.yaml:9)");
    }

    @Test
    void an_interchange_that_a_curb_holds_back_one_that_is_not_worth_it_and_one_of_a_single_server() {
        assertThat(WhyNot.of(shipped("interchange-storm").at(2, "11m30s"), ExpectedOutcome.INTERCHANGE)
                        .answer())
                .isEqualTo("By 11m30s port network 2 has not seen an interchange of the main servers again since 11m2s:"
                        + " a curb holds interchanges back until 16m12s.");
        WhyNot ignored = WhyNot.of(shipped("interchange-storm-ignored").at(2, "11m4s"), ExpectedOutcome.INTERCHANGE);
        assertThat(obstacles(ignored)).containsExactly("main-a reaches 0 of 0 IPSIs that count, main-b 0");
        assertThat(enablers(ignored)).containsExactly("5m2s connectivity not ignored in server arbitration");
        assertThat(WhyNot.of(shipped("wan-cut").at(2, "5m"), ExpectedOutcome.INTERCHANGE)
                        .answer())
                .endsWith("the main has one server.");
    }

    @Test
    void an_active_server_that_has_just_died() {
        assertThat(obstacles(WhyNot.of(shipped("separated-pair").at(2, "2m2s"), ExpectedOutcome.INTERCHANGE)))
                .contains("main-a is down, and the standby waits for 4.1s before it goes active");
    }

    @Test
    void an_interchange_of_IPSIs_that_are_silent_both_or_one_alone() {
        assertThat(WhyNot.of(shipped("second-ipsi-does-not").at("1m30s"), ExpectedOutcome.IPSI_INTERCHANGE)
                        .answer())
                .endsWith("both IPSIs are silent, so it behaves like one with a single IPSI.");
        assertThat(WhyNot.of(shipped("wan-cut").at(2, "5m"), ExpectedOutcome.IPSI_INTERCHANGE)
                        .answer())
                .endsWith("it has one IPSI.");
    }

    @Test
    void no_timer_runs_without_power() {
        assertThat(WhyNot.of(shipped("fragmented").at(1, "5m"), ExpectedOutcome.WARM_RESET)
                        .answer())
                .endsWith("it is down, and no timer runs without power or a working IPSI (M28).");
    }

    @Test
    void what_has_nothing_to_do_with_it_is_not_named() {
        AskedRun run = AskedRun.read("unrelated.yaml", """
                title: A link that came back long ago, of another port network
                duration: 10m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}]
                servers: {main: {site: hq}}
                port-networks: [{pn: 1, site: branch}, {pn: 2, site: hq}]
                events:
                  - {at: 1m, fail: pn-2, for: 10s}
                  - {at: 5m, fail: wan, for: 60s}
                """);
        List<String> named = new ArrayList<>();
        for (ExpectedOutcome what : ExpectedOutcome.values()) {
            WhyNot whyNot = WhyNot.of(run.at("8m"), what);
            named.addAll(whyNot.inVain());
            named.addAll(enablers(whyNot));
        }
        assertThat(named).isNotEmpty().noneMatch(each -> each.contains("pn-2"));
        assertThat(enablers(WhyNot.of(run.at("8m"), ExpectedOutcome.COLD_RESET)))
                .containsExactly("6m14s wan not back at 6m, but failed for good");
    }
}
