package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ipsisim.explain.AskedRun.branch;
import static org.ipsisim.explain.AskedRun.shipped;
import static org.ipsisim.explain.AskedRun.sources;
import static org.ipsisim.explain.AskedRun.steps;
import static org.ipsisim.explain.AskedRun.timers;

import org.ipsisim.history.IpsiRole;
import org.junit.jupiter.api.Test;

/** Why a port network is in its state, from the event in the file on. */
class ExplanationTest {
    @Test
    void the_whole_way_from_the_cut_to_the_wait() {
        Explanation there = shipped("wan-cut").at(2, "5m");
        assertThat(there.answer())
                .isEqualTo("At 5m port network 2 has been without service since 2m14.02s, last under the main:"
                        + " wan failed at 1m (scenarios/wan-cut.yaml:22).");
        assertThat(steps(there.why()))
                .containsExactly(
                        "1m wan link failed",
                        "1m0.02s pn-2 no heartbeat from the ",
                        "1m14.02s pn-2 warm reset after 15s o",
                        "2m14.02s pn-2 cold reset after 1m15s",
                        "2m14.02s pn-2 40 calls dropped",
                        "2m14.02s pn-2 no-service time-out st");
        assertThat(there.why())
                .extracting(step -> String.join(" ", step.rules()))
                .containsExactly("M3", "R6 M5", "R10 M6", "R15 M7", "R15 M7", "R21 M8");
        assertThat(sources(there.why())).containsExactly("at 1m, fail wan (scenarios/wan-cut.yaml:22)");
        assertThat(timers(there.why()))
                .containsExactly(
                        "socket-sanity-timeout 15s, default, documented",
                        "pn-cold-reset-delay 1m, default, documented");
    }

    @Test
    void what_runs_and_how_much_is_left() {
        Explanation there = shipped("wan-cut").at(2, "5m");
        assertThat(there.timers()).singleElement().satisfies(running -> {
            assertThat(running.subject().name()).isEqualTo("pn-2");
            assertThat(running.timer().due()).isEqualTo(434_020);
            assertThat(running.left()).isEqualTo(134_020);
        });
        assertThat(there.ipsis()).singleElement().satisfies(ipsi -> {
            assertThat(ipsi.role()).isEqualTo(IpsiRole.ACTIVE);
            assertThat(ipsi.hasContact()).isFalse();
            assertThat(ipsi.priorityList()).containsExactly(10);
        });
    }

    @Test
    void a_timer_names_the_line_the_option_or_the_event_that_set_it() {
        assertThat(timers(shipped("switch-reboot-author").at("4m").why()))
                .containsExactly("socket-sanity-timeout 15s, default, documented");
        assertThat(shipped("switch-reboot-author").at("3m").timers())
                .filteredOn(running -> running.timer().value() == 120_000)
                .extracting(running -> running.timer().origin())
                .containsExactly("scenarios/switch-reboot-author.yaml:9");
        assertThat(timers(shipped("switch-reboot", "timers.pn-cold-reset-delay=70s")
                        .at("4m")
                        .why()))
                .contains("pn-cold-reset-delay 1m10s, --set timers.pn-cold-reset-delay=70s");
        assertThat(timers(shipped("july-2009").at("10m").why()))
                .contains("socket-sanity-timeout 3s, default of cm-4, documented");
    }

    @Test
    void a_change_in_mid_run_governs_what_starts_after_it_and_not_what_runs() {
        AskedRun panic = shipped("panic");
        assertThat(timers(panic.at(2, "8m").why()))
                .contains("pn-cold-reset-delay 1m, default, documented", "no-service-timeout 5m, default, documented");
        assertThat(timers(panic.at(2, "1h4m30s").why()))
                .contains(
                        "pn-cold-reset-delay 2m, scenarios/panic.yaml:22",
                        "no-service-timeout 2m, scenarios/panic.yaml:23");
    }

    @Test
    void an_event_that_the_command_line_changes_names_both() {
        Explanation there = shipped("wan-cut", "events[0].at=2m").at(2, "5m");
        assertThat(sources(there.why()))
                .containsExactly("at 2m, fail wan (scenarios/wan-cut.yaml:22, --set events[0].at=2m)");
    }

    @Test
    void service_that_came_back_tells_of_the_silence_before_it() {
        Explanation there = branch("  - {at: 1m, fail: wan, for: 80s}").at("5m");
        assertThat(there.answer())
                .isEqualTo(
                        "At 5m port network 1 has been in service under the main since 3m44s: wan worked again at 2m20s"
                                + " (branch.yaml:8); before, wan failed at 1m (branch.yaml:8).");
        assertThat(steps(there.why()))
                .containsExactly(
                        "1m wan link failed",
                        "1m pn-1 no heartbeat from the ",
                        "1m14s pn-1 warm reset after 15s o",
                        "2m14s pn-1 cold reset after 1m15s",
                        "2m14s pn-1 40 calls dropped",
                        "2m20s wan link works again",
                        "2m20s pn-1 a heartbeat from the m",
                        "2m44s pn-1 the main restarts the ",
                        "3m44s pn-1 in service under the m");
    }

    @Test
    void under_a_core_although_the_main_is_back() {
        AskedRun back = branch("  - {at: 1m, fail: wan, for: 10m}");
        assertThat(back.at("15m").answer())
                .endsWith("The main is on its list again since 11m, but auto-return is `no`: nothing moves by itself"
                        + " (R53).");
        assertThat(branch(
                                "  - {at: 1m, fail: wan, for: 10m}",
                                "fallback: {auto-return: connection-up, connection-up-time: 5m}")
                        .at("15m")
                        .answer())
                .contains("but the return waits for a connection that has been up for 5m.");
    }

    @Test
    void the_second_core_tells_how_the_first_one_came_to_it() {
        Explanation there = shipped("core-lost").at("20m");
        assertThat(steps(there.why()))
                .startsWith("1m main-a server failed", "7m14s pn-1 core 10 takes control;", "12m sc-10 server failed")
                .contains("18m14.02s ipsi-1a its priority list, bes");
    }

    @Test
    void a_restart_of_the_system_tells_why_the_server_was_not_refreshed() {
        assertThat(steps(shipped("separated-pair").at(2, "15m").why()))
                .contains(
                        "12m main-a server works again",
                        "14m4.1s main-a was not refreshed: Col",
                        "14m4.1s main-a would have been refres");
    }

    @Test
    void requests_that_nobody_answers_are_one_step() {
        assertThat(steps(shipped("july-2009").at("28m").why()))
                .endsWith(
                        "2m21s pn-1 no-service time-out st",
                        "7m21s pn-1 asked for service 5 ti",
                        "27m21s pn-1 no-service time-out st");
    }

    @Test
    void a_flapping_link_tells_how_often_it_has_been_through_this() {
        assertThat(shipped("flapping-wan").at("10m").answer())
                .endsWith("It was last in service at 1m0.02s, 1 warm reset and 5 cold resets ago.");
    }

    @Test
    void an_interchange_of_the_main_servers_is_explained_though_the_state_has_not_changed() {
        Explanation there = shipped("interchange-storm").at(2, "11m6s");
        assertThat(there.answer()).endsWith("The main servers change roles until 11m12s: new calls wait.");
        assertThat(steps(there.why()))
                .containsExactly("11m line-west link failed", "11m2s main server interchange fro");
    }

    @Test
    void heartbeats_lost_by_chance_name_the_seed_and_the_link() {
        AskedRun lossy = AskedRun.read("lossy.yaml", """
                title: Lossy
                duration: 20m
                seed: 3
                timers: {socket-sanity-timeout: 3s}
                sites: [hq, branch]
                links:
                  - {id: wan, between: [hq, branch], loss: 50%}
                servers: {main: {site: hq}}
                port-networks: [{pn: 1, site: branch}]
                """);
        long reset = lossy.history().trace().stream()
                .filter(entry -> entry.what().type().equals("warm-reset"))
                .findFirst()
                .orElseThrow()
                .at();
        Explanation there = Explanation.of(lossy.history(), 1, reset);
        assertThat(there.answer())
                .contains("heartbeats were lost by chance, with seed 3; wan loses 50% (lossy.yaml:7)");
        assertThat(there.why())
                .anySatisfy(step -> assertThat(step.text())
                        .isEqualTo("by chance, with seed 3: 3 heartbeats of main-a in a row did not come in time"));
        assertThat(Prevention.of(there).otherSeeds()).isPresent();
    }

    @Test
    void an_outage_by_chance_names_the_seed_and_its_line() {
        Explanation there = shipped("month-by-chance").at(7, "1d1h58m");
        assertThat(sources(there.why()))
                .containsExactly("by chance, seed 1: at 1d1h55m1s713ms, fail wan-austin, for 5m58s979ms"
                        + " (scenarios/month-by-chance.yaml:23)");
    }

    @Test
    void a_loss_of_everything_is_no_chance() {
        Explanation there =
                branch("  - {at: 1m, degrade: wan, loss: 100%, for: 1m}").at("1m30s");
        assertThat(there.answer()).endsWith("wan has been degraded since 1m, 100% lost (branch.yaml:8).");
        assertThat(there.why()).isNotEmpty().noneMatch(step -> step.text().contains("chance"));
    }

    @Test
    void a_state_that_begins_at_the_moment_is_told_as_a_change() {
        assertThat(shipped("wan-cut").at(2, "2m14s20ms").answer())
                .startsWith("At 2m14.02s port network 2 goes into a cold reset under the main: wan failed at 1m");
        assertThat(shipped("wan-cut").at(2, "8m14s20ms").answer())
                .startsWith("At 8m14.02s port network 2 comes into service under core 10: ");
        assertThat(shipped("wan-cut").at(2, "7m14s20ms").answer())
                .startsWith("At 7m14.02s port network 2 begins to restart under core 10: ");
    }

    @Test
    void nothing_has_happened() {
        Explanation there = shipped("minimal").at("5m");
        assertThat(there.answer()).isEqualTo("At 5m port network 1 has been in service under the main from the start.");
        assertThat(there.why()).isEmpty();
        assertThat(there.timers()).isEmpty();
    }

    @Test
    void at_the_end_of_a_run_its_timers_still_run() {
        assertThat(shipped("july-2009").at("30m").timers())
                .extracting(running -> running.left())
                .containsExactly(141_000L);
    }

    @Test
    void what_is_not_there_is_refused() {
        AskedRun course = shipped("minimal");
        assertThatThrownBy(() -> course.at(2, "5m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no port network 2");
        assertThatThrownBy(() -> course.at(1, "11m")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_worst_moment_is_when_the_longest_outage_begins() {
        AskedRun wanCut = shipped("wan-cut");
        assertThat(WorstMoment.portNetwork(wanCut.history())).isEqualTo(2);
        assertThat(WorstMoment.of(wanCut.history(), 2)).contains(134_020L);
        assertThat(WorstMoment.of(wanCut.history(), 1)).isEmpty();
        assertThat(WorstMoment.of(shipped("short-cut").history(), 1)).contains(60_020L);
        assertThat(WorstMoment.of(shipped("interchange-storm").history(), 2)).contains(302_000L);
    }

    @Test
    void a_silence_that_another_failure_keeps_going() {
        AskedRun overlap = AskedRun.read("overlap.yaml", """
                title: Two failures that overlap
                duration: 15m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}]
                servers: {main: {site: hq}}
                port-networks: [{pn: 1, site: branch, calls: {pn: 40}}]
                events:
                  - {at: 1m, fail: main, for: 10s}
                  - {at: 1m5s, fail: wan, for: 5m}
                """);
        assertThat(overlap.at("4m").answer())
                .isEqualTo("At 4m port network 1 has been without service since 2m14s, last under the main: main-a"
                        + " failed at 1m (overlap.yaml:8); the silence went on because wan failed at 1m5s"
                        + " (overlap.yaml:9).");
        assertThat(AskedRun.sources(overlap.at("4m").why()))
                .containsExactly(
                        "at 1m, fail main, for 10s (overlap.yaml:8)", "at 1m5s, fail wan, for 5m (overlap.yaml:9)");
        assertThat(overlap.at("7m").answer()).endsWith("; before, wan failed at 1m5s (overlap.yaml:9).");
    }

    private static AskedRun degraded(String... events) {
        return AskedRun.read("degraded.yaml", """
                title: A failure and what the network lost afterwards
                duration: 15m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}, {id: spare, between: [hq, branch], latency: 5ms}]
                servers: {main: {site: hq}}
                port-networks: [{pn: 1, site: branch, calls: {pn: 40}}]
                events:
                """ + String.join("\n", events) + "\n");
    }

    @Test
    void a_silence_that_a_degradation_keeps_going() {
        AskedRun run = degraded(
                "  - {at: 1m, fail: main, for: 10s}",
                "  - {at: 1m5s, degrade: wan, loss: 100%, for: 5m}",
                "  - {at: 1m6s, degrade: spare, loss: 100%, for: 5m}");
        assertThat(run.at("4m").answer())
                .endsWith(
                        "main-a failed at 1m (degraded.yaml:8); the silence went on because wan has been degraded since"
                                + " 1m5s, 100% lost (degraded.yaml:9).");
    }

    @Test
    void a_degradation_that_was_over_does_not_explain_it_either() {
        AskedRun run =
                degraded("  - {at: 1m, degrade: wan, loss: 100%, for: 10s}", "  - {at: 1m5s, fail: main, for: 5m}");
        assertThat(run.at("4m").answer())
                .contains("wan was degraded at 1m, 100% lost (degraded.yaml:8); the silence went on because main-a"
                        + " failed at 1m5s (degraded.yaml:9)");
    }

    @Test
    void two_servers_that_fail_together_are_both_named() {
        AskedRun pair = AskedRun.read("pair.yaml", """
                title: A pair
                duration: 15m
                sites: [hq]
                servers: {main: {site: hq, duplex: y}}
                port-networks: [{pn: 1, site: hq}]
                events: [{at: 1m, fail: main}]
                """);
        assertThat(pair.at("2m").answer()).endsWith(": main-a and main-b failed at 1m (pair.yaml:6).");
    }

    @Test
    void an_outage_begins_with_the_cold_reset_not_with_the_wait() {
        AskedRun cut = AskedRun.branch("  - {at: 1m, fail: wan}");
        assertThat(cut.at("5m").answer()).startsWith("At 5m port network 1 has been without service since 2m14s,");
        assertThat(cut.at("5m").state().from()).isEqualTo(AskedRun.millis("2m44s"));
    }
}
