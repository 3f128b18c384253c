package org.ipsisim.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.generate.ScenarioBuilder.lasting;

import org.ipsisim.generate.HistoryLine;
import org.ipsisim.generate.ScenarioBuilder;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;

/** M3 to M6 by hand: heartbeats each second, sanity 15 s, warm reset 4 s; the last contact before 60 s is at 59 s. */
class SilenceTest {
    private static ScenarioBuilder atHq() {
        return lasting("5m").pn(1, "hq");
    }

    private static ScenarioBuilder atDallas() {
        return lasting("5m").link("wan", "hq", "dallas", "20ms").pn(1, "dallas");
    }

    private static String line(ScenarioBuilder scenario) {
        return HistoryLine.of(PlainEngine.run(scenario.build()), 1);
    }

    @Test
    void m5_a_silence_shorter_than_the_sanity_timeout_resets_nothing() {
        assertThat(line(atHq().fail("60s", "pn-1", "10s"))).isEqualTo("main 60s | lost 10s | main …");
    }

    @Test
    void m4_an_arrival_at_exactly_the_end_of_the_timeout_counts() {
        History history = PlainEngine.run(atHq().fail("60s", "pn-1", "14s").build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60s | lost 14s | main …");
        assertThat(history.portNetworks().get(0).totals().warmResets()).isZero();
    }

    @Test
    void m4_one_millisecond_longer_is_a_warm_reset() {
        assertThat(line(atHq().fail("60s", "pn-1", "14s1ms"))).isEqualTo("main 60s | lost 14s | warm 4s | main …");
    }

    @Test
    void m4_three_seconds_are_three_misses() {
        assertThat(line(atHq().timer("socket-sanity-timeout", "3s").fail("60s", "pn-1", "2s")))
                .isEqualTo("main 60s | lost 2s | main …");
        assertThat(line(atHq().timer("socket-sanity-timeout", "3s").fail("60s", "pn-1", "3s")))
                .isEqualTo("main 60s | lost 2s | warm 4s | main …");
    }

    @Test
    void m4_a_timeout_shorter_than_the_interval_resets_between_any_two_beats() {
        assertThat(line(lasting("2s")
                        .pn(1, "hq")
                        .timer("socket-sanity-timeout", "500ms")
                        .timer("warm-reset-duration", "100ms")))
                .isEqualTo("main 0.5s | warm 0.5s | main 0.5s | warm …");
    }

    @Test
    void m3_a_link_that_fails_on_a_beat_loses_it_and_one_that_is_restored_on_a_beat_carries_it() {
        assertThat(line(atDallas().fail("60s", "wan", "10s"))).isEqualTo("main 60.02s | lost 10s | main …");
    }

    @Test
    void m3_a_beat_on_its_way_arrives_though_the_link_has_failed() {
        assertThat(line(atDallas().fail("60s10ms", "wan", "10s"))).isEqualTo("main 61.02s | lost 10s | main …");
    }

    @Test
    void a_beat_that_takes_a_longer_way_is_late_and_not_missed() {
        assertThat(line(atDallas()
                        .link("first", "hq", "oslo", "150ms")
                        .link("second", "oslo", "dallas", "150ms")
                        .fail("60s", "wan", "10s")))
                .isEqualTo("main …");
    }

    @Test
    void a_beat_is_due_after_the_latency_that_the_path_had_last() {
        assertThat(line(atDallas()
                        .link("first", "hq", "oslo", "150ms")
                        .link("second", "oslo", "dallas", "150ms")
                        .fail("60s", "wan")
                        .fail("70s", "first", "5s")))
                .isEqualTo("main 70.3s | lost 5s | main …");
    }

    @Test
    void m6_contact_ends_a_warm_reset_that_has_lasted_long_enough() {
        assertThat(line(atHq().fail("60s", "pn-1", "60s"))).isEqualTo("main 60s | lost 14s | warm 46s | main …");
    }

    @Test
    void m6_a_warm_reset_ends_in_silence_if_the_last_beat_due_did_not_come() {
        assertThat(line(atHq().fail("60s", "pn-1", "15s").fail("76s", "pn-1", "10s")))
                .isEqualTo("main 60s | lost 14s | warm 4s | lost 8s | main …");
    }

    @Test
    void m6_silence_before_the_end_of_a_warm_reset_begins_another() {
        History history = PlainEngine.run(atHq().timer("socket-sanity-timeout", "3s")
                .timer("warm-reset-duration", "10s")
                .fail("60s", "pn-1", "3s")
                .fail("64s", "pn-1", "10s")
                .build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60s | lost 2s | warm 14s | main …");
        assertThat(history.portNetworks().get(0).totals().warmResets()).isEqualTo(2);
    }

    @Test
    void m29_a_server_that_fails_for_a_short_time_keeps_its_port_network() {
        History history = PlainEngine.run(atHq().fail("60s", "main", "10s").build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60s | lost 10s | main …");
        assertThat(HistoryLine.roles(history, "main-a")).isEqualTo("active 60s | down 10s | active …");
    }

    @Test
    void nothing_happens_at_the_end_of_the_run_or_later() {
        History history =
                PlainEngine.run(lasting("74s").pn(1, "hq").fail("60s", "main").build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60s | lost …");
        assertThat(history.portNetworks().get(0).totals().warmResets()).isZero();
    }

    @Test
    void a_port_network_that_no_link_joins_to_the_main_is_silent_from_the_start() {
        History history = PlainEngine.run(lasting("5m").pn(1, "oslo").build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("lost 15s | warm 60s | cold 30s | none …");
        assertThat(HistoryLine.lists(history, 1)).isEqualTo("[] …");
    }

    @Test
    void m1_new_timers_count_for_what_is_armed_after_they_are_set() {
        ScenarioBuilder longCut = atHq().fail("60s", "pn-1", "20s");
        assertThat(line(longCut.setTimer("62s", "socket-sanity-timeout", "5s")))
                .isEqualTo("main 60s | lost 14s | warm 6s | main …");
        assertThat(line(atHq().fail("60s", "pn-1", "20s").setTimer("50s", "socket-sanity-timeout", "5s")))
                .isEqualTo("main 60s | lost 4s | warm 16s | main …");
        assertThat(line(atHq().fail("60s", "pn-1", "30s").setTimer("70s", "pn-cold-reset-delay", "10s")))
                .isEqualTo("main 60s | lost 14s | warm 10s | cold 30s | restart→main 60s | main …");
        assertThat(line(atHq().fail("60s", "pn-1", "30s").setTimer("75s", "pn-cold-reset-delay", "10s")))
                .isEqualTo("main 60s | lost 14s | warm 16s | main …");
    }
}
