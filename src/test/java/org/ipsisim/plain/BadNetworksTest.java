package org.ipsisim.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.generate.ScenarioBuilder.lasting;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.ipsisim.generate.HistoryLine;
import org.ipsisim.generate.ScenarioBuilder;
import org.ipsisim.history.Detail;
import org.ipsisim.history.HeartbeatHistory.Heartbeat;
import org.ipsisim.history.History;
import org.ipsisim.network.Luck;
import org.junit.jupiter.api.Test;

/** N2 to N10 by hand: heartbeats each second, sanity 15 s, warm reset 4 s. */
class BadNetworksTest {
    private static final int BEATS = 300;

    private static ScenarioBuilder atDallas(String latency) {
        return lasting(BEATS + "s").link("wan", "hq", "dallas", latency).pn(1, "dallas");
    }

    private static String line(ScenarioBuilder scenario) {
        return HistoryLine.of(PlainEngine.run(scenario.build()), 1);
    }

    private static List<Heartbeat> beats(ScenarioBuilder scenario) {
        History history = PlainEngine.run(scenario.build(), Detail.HEARTBEATS);
        return history.heartbeats().get(0).beats().toList();
    }

    private static List<Long> lost(ScenarioBuilder scenario) {
        return beats(scenario).stream()
                .filter(beat -> !beat.delivered())
                .map(beat -> beat.due() / 1000)
                .toList();
    }

    private static List<Long> lost(LongToDoubleFunction share) {
        Luck luck = new Luck(1, "main-a>ipsi-1a");
        return LongStream.range(0, BEATS)
                .filter(beat -> luck.loses(beat, share.applyAsDouble(beat)))
                .boxed()
                .toList();
    }

    @Test
    void n2_a_way_that_loses_everything_does_not_work() {
        assertThat(line(atDallas("20ms").degrade("60s", "wan", 1, "10s"))).isEqualTo("main 60.02s | lost 10s | main …");
    }

    @Test
    void n2_each_part_loses_its_share() {
        assertThat(lost(atDallas("20ms").degrade("60s", "wan", 0.3, "100s").degrade("100s", "ipsi-1a", 0.4, "100s")))
                .isEqualTo(lost(beat -> beat < 60 || beat >= 200 ? 0 : beat < 100 ? 0.3 : beat < 160 ? 0.58 : 0.4));
    }

    @Test
    void n3_the_longest_latency_of_a_link_replaces_its_own_and_that_of_an_end_is_added() {
        List<Heartbeat> beats = beats(atDallas("20ms")
                .slow("60s", "wan", "50ms", "60s")
                .slow("90s", "dallas", "80ms", "60s")
                .slow("100s", "pn-1", "7ms", "10s"));
        assertThat(List.of(0, 60, 90, 100, 110, 149, 150))
                .extracting(beat -> beats.get(beat).arrival() - beats.get(beat).due())
                .containsExactly(20L, 50L, 80L, 87L, 80L, 80L, 20L);
    }

    @Test
    void n3_a_restore_ends_it() {
        assertThat(line(atDallas("20ms").degrade("60s", "wan", 1, "10s").restore("65s", "wan")))
                .isEqualTo("main 60.02s | lost 5s | main …");
    }

    @Test
    void n5_congestion_strikes_at_the_start_of_each_period() {
        assertThat(line(atDallas("20ms").congestion("60s", "wan", "100s", "8s", 1)))
                .isEqualTo("main 60.02s | lost 8s | main 92s | lost 8s | main 92s | lost 8s | main …");
    }

    @Test
    void n7_n9_tries_come_later_and_later_until_the_connection_is_given_up() {
        assertThat(line(atDallas("0s").overTcp().fail("59s900ms", "wan", "13s")))
                .isEqualTo("main 60s | lost 14s | warm 4s | main …");
        assertThat(line(atDallas("0s").overTcp().fail("59s900ms", "wan", "12s700ms")))
                .isEqualTo("main 60s | lost 12.6s | main …");
    }

    @Test
    void n8_what_waits_goes_with_the_try_that_gets_through() {
        assertThat(line(atDallas("0s").overTcp().fail("59s900ms", "wan", "2s")))
                .isEqualTo("main 60s | lost 3s | main …");
        assertThat(lost(atDallas("0s").overTcp().fail("59s900ms", "wan", "2s"))).containsExactly(60L, 61L, 62L);
    }

    @Test
    void n9_a_try_that_would_come_too_late_is_lost() {
        assertThat(line(atDallas("900ms")
                        .overTcp()
                        .timer("socket-sanity-timeout", "13s")
                        .fail("59s900ms", "wan", "12s600ms")))
                .isEqualTo("main 60.9s | lost 12s | warm 4s | main …");
    }

    @Test
    void n10_a_server_that_fails_closes_its_connection() {
        assertThat(line(atDallas("0s").overTcp().fail("59s900ms", "main", "13s")))
                .isEqualTo("main 60s | lost 13s | main …");
    }

    @Test
    void m3_of_several_ways_alike_the_fewest_links_and_then_their_names_decide() {
        ScenarioBuilder twoWays = lasting("2m")
                .pn(1, "dallas")
                .link("z", "hq", "dallas", "20ms")
                .link("a", "hq", "oslo", "10ms")
                .link("b", "oslo", "dallas", "10ms");
        assertThat(line(twoWays.degrade("60s", "a", 1, "10s"))).isEqualTo("main …");
        assertThat(line(twoWays.degrade("60s", "z", 1, "10s"))).isEqualTo("main 60.02s | lost 10s | main …");
    }
}
