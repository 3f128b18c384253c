package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.ipsisim.history.HeartbeatHistory.Heartbeat;
import org.ipsisim.network.Luck;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** Links that lose some heartbeats, and what else is degraded (R4, R8, R9, N1 to N3, N12). */
class F02_LossyLinks {
    private static final int BEATS = 1200;
    private static final Luck LUCK = new Luck(1, "main-a>ipsi-1a");

    private static Lab losing(String share) {
        return lab().sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], loss: " + share + "}]");
    }

    /** The beats that a way loses if the share that it loses is this at the time, in seconds, of each. */
    private static List<Long> expected(LongToDoubleFunction shareAt) {
        return LongStream.range(0, BEATS)
                .filter(beat -> LUCK.loses(beat, shareAt.applyAsDouble(beat)))
                .boxed()
                .toList();
    }

    private static LongToDoubleFunction share(double share, long from, long to) {
        return second -> second >= from && second < to ? share : 0;
    }

    private static LongToDoubleFunction both(LongToDoubleFunction one, LongToDoubleFunction other) {
        return second -> 1 - (1 - one.applyAsDouble(second)) * (1 - other.applyAsDouble(second));
    }

    private static List<Long> lostWith(String... events) {
        return lab().events(events).runWithHeartbeats().lost();
    }

    /** The line of a run in which nothing is reset: each run of lost beats is a silence of as many seconds. */
    private static String shortSilences(List<Long> lost) {
        Set<Long> all = new HashSet<>(lost);
        StringBuilder line = new StringBuilder();
        long since = 0;
        for (long beat = 1; beat <= BEATS; beat++) {
            boolean silent = all.contains(beat - 1);
            if (beat == BEATS || silent != all.contains(beat)) {
                line.append(since == 0 ? "" : " | ").append(silent ? "lost " : "main ");
                line.append(beat - since).append('s');
                since = beat;
            }
        }
        return line.toString();
    }

    @Test
    void R8_N2_a_link_loses_its_share_and_what_is_lost_here_and_there_resets_nothing() {
        Lesson lesson = losing("5%").runWithHeartbeats();
        assertThat(lesson.lost()).hasSizeBetween(30, 90).isEqualTo(expected(share(0.05, 0, BEATS)));
        assertThat(lesson.line()).isEqualTo(shortSilences(lesson.lost()));
        assertThat(lesson.pn(1).totals().warmResets()).isZero();
    }

    @Test
    void N1_the_same_seed_loses_the_same_beats_and_another_one_others() {
        assertThat(losing("5%").runWithHeartbeats().lost())
                .isEqualTo(losing("5%").runWithHeartbeats().lost());
        assertThat(losing("5%").with("seed: 2").runWithHeartbeats().lost())
                .isNotEqualTo(losing("5%").runWithHeartbeats().lost());
    }

    @Test
    void N1_a_timer_does_not_change_which_beats_are_lost() {
        Lesson lesson = losing("60%").runWithHeartbeats();
        Lesson hasty = losing("60%").with("timers: {socket-sanity-timeout: 3s}").runWithHeartbeats();
        assertThat(hasty.pn(1).totals().warmResets())
                .isGreaterThan(lesson.pn(1).totals().warmResets());
        assertThat(hasty.lost()).isEqualTo(lesson.lost());
    }

    @Test
    void N1_another_port_network_changes_nobody_elses_luck() {
        Lesson alone = losing("30%").runWithHeartbeats();
        Lesson both = losing("30%")
                .portNetworks("[{pn: 1, site: branch}, {pn: 2, site: branch}]")
                .runWithHeartbeats();
        assertThat(both.lost()).isEqualTo(alone.lost());
        assertThat(both.lost("main-a", "ipsi-2a")).isNotEqualTo(both.lost());
        assertThat(both.lost("main-a", "ipsi-2a"))
                .isNotEmpty()
                .allMatch(beat -> new Luck(1, "main-a>ipsi-2a").loses(beat, 0.3));
    }

    @Test
    void N2_more_loss_loses_those_beats_and_others() {
        List<Long> before = List.of();
        for (String share : List.of("0%", "1%", "20%", "21%", "50%", "75%", "99%", "100%")) {
            List<Long> lost = losing(share).runWithHeartbeats().lost();
            assertThat(lost).as(share).containsAll(before).hasSizeGreaterThanOrEqualTo(before.size());
            before = lost;
        }
        assertThat(before).hasSize(BEATS);
    }

    @Test
    void R4_R9_M4_three_in_a_row_are_a_warm_reset_where_the_time_out_is_3_s() {
        Lesson lesson =
                losing("20%").with("timers: {socket-sanity-timeout: 3s}").runWithHeartbeats();
        List<Long> lost = lesson.lost();
        List<String> third = lost.stream()
                .filter(beat -> lost.containsAll(List.of(beat - 1, beat - 2)) && !lost.contains(beat - 3))
                .map(beat -> (double) beat + " warm-reset")
                .toList();
        assertThat(lesson.trace("pn-1").stream()
                        .filter(entry -> entry.endsWith("warm-reset"))
                        .toList())
                .isEqualTo(third)
                .isNotEmpty();
    }

    @Test
    void N2_every_part_of_a_way_loses_its_share() {
        List<Long> lost = expected(second -> 0.6);
        assertThat(losing("60%").runWithHeartbeats().lost()).isEqualTo(lost);
        for (String target : List.of("wan", "main", "main-a", "pn-1", "ipsi-1a", "branch")) {
            assertThat(losing("20%")
                            .events("{at: 0s, degrade: " + target + ", loss: 50%}")
                            .runWithHeartbeats()
                            .lost())
                    .as(target)
                    .isEqualTo(lost);
        }
    }

    @Test
    void N3_a_site_stands_for_each_of_its_links() {
        Lab lab = lab().sites("sites: [hq, transit, branch]\n"
                + "links: [{id: far, between: [hq, transit]}, {id: near, between: [transit, branch]}]");
        assertThat(lab.events("{at: 0s, degrade: transit, loss: 50%}")
                        .runWithHeartbeats()
                        .lost())
                .isEqualTo(expected(second -> 0.75));
    }

    @Test
    void N3_degradations_that_overlap_add_up_and_each_ends_at_its_own_time() {
        assertThat(lostWith(
                        "{at: 60s, degrade: wan, loss: 20%, for: 300s}",
                        "{at: 200s, degrade: wan, loss: 50%, for: 400s}"))
                .isEqualTo(expected(both(share(0.2, 60, 360), share(0.5, 200, 600))));
    }

    @Test
    void N3_restore_ends_every_degradation_begun_before_it() {
        assertThat(lostWith(
                        "{at: 60s, degrade: wan, loss: 20%}",
                        "{at: 200s, degrade: wan, loss: 50%, for: 800s}",
                        "{at: 400s, restore: wan}",
                        "{at: 600s, degrade: wan, loss: 30%}"))
                .isEqualTo(expected(both(both(share(0.2, 60, 400), share(0.5, 200, 400)), share(0.3, 600, BEATS))));
        assertThat(lostWith("{at: 60s, degrade: wan, loss: 20%}", "{at: 400s, restore: pn-1}"))
                .as("of another target")
                .isEqualTo(expected(share(0.2, 60, BEATS)));
    }

    @Test
    void N2_a_way_that_does_not_work_loses_everything_and_afterwards_its_share() {
        assertThat(losing("30%")
                        .events("{at: 100s, fail: wan, for: 12s}")
                        .runWithHeartbeats()
                        .lost())
                .isEqualTo(expected(second -> second >= 100 && second < 112 ? 1 : 0.3));
    }

    @Test
    void D04_what_is_degraded_and_how_is_in_the_trace() {
        Lesson lesson = lab().events("{at: 60s, degrade: wan, loss: 20%, latency: 80ms, for: 5m}")
                .run();
        assertThat(lesson.trace("wan")).containsExactly("60.0 link-degraded", "360.0 link-degradation-ended");
        assertThat(lesson.texts("wan", "link-degraded")).containsExactly("link degraded: 20% lost, 80ms latency");
        assertThat(lesson.causesOf("pn-1", "contact-lost")).containsExactly("contact-lost", "link-degraded");
    }

    private static final String TWO_WAYS = "sites: [hq, branch]\nlinks:"
            + " [{id: wan, between: [hq, branch], latency: 10ms}, {id: spare, between: [hq, branch], latency: 50ms}]";

    /** How long the beats took, by the seconds at which another latency began. */
    private static String latencies(String sites, String... events) {
        List<Heartbeat> beats = lab().sites(sites)
                .events(events)
                .runWithHeartbeats()
                .heartbeats("main-a", "ipsi-1a")
                .beats()
                .toList();
        return LongStream.range(0, beats.size())
                .filter(k -> k == 0 || latency(beats.get((int) k)) != latency(beats.get((int) k - 1)))
                .mapToObj(k -> k + ": " + latency(beats.get((int) k)))
                .collect(Collectors.joining(", "));
    }

    private static long latency(Heartbeat beat) {
        return beat.arrival() - beat.due();
    }

    @Test
    void N3_the_latency_of_a_degraded_link_is_replaced_and_that_of_an_end_is_added() {
        String wan = "sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 10ms}]";
        assertThat(latencies(wan, "{at: 60s, degrade: wan, latency: 80ms, for: 60s}"))
                .isEqualTo("0: 10, 60: 80, 120: 10");
        assertThat(latencies(wan, "{at: 60s, degrade: wan, latency: 5ms, for: 60s}"))
                .as("it need not be longer")
                .isEqualTo("0: 10, 60: 5, 120: 10");
        for (String target : List.of("main", "pn-1", "ipsi-1a")) {
            assertThat(latencies(wan, "{at: 60s, degrade: " + target + ", latency: 80ms, for: 60s}"))
                    .as(target)
                    .isEqualTo("0: 10, 60: 90, 120: 10");
        }
    }

    @Test
    void N3_of_several_latencies_the_longest_counts() {
        assertThat(latencies(
                        TWO_WAYS,
                        "{at: 60s, degrade: wan, latency: 80ms, for: 120s}",
                        "{at: 120s, degrade: wan, latency: 30ms, for: 120s}"))
                .isEqualTo("0: 10, 60: 80, 180: 30, 240: 10");
    }

    @Test
    void N3_a_degraded_link_keeps_its_traffic() {
        assertThat(latencies(TWO_WAYS, "{at: 60s, degrade: wan, latency: 900ms, for: 60s}"))
                .isEqualTo("0: 10, 60: 900, 120: 10");
        assertThat(latencies(TWO_WAYS, "{at: 60s, fail: wan, for: 60s}")).isEqualTo("0: 10, 60: 50, 120: 10");
    }

    private static List<Long> lostOver(String links) {
        return lab().sites("sites: [hq, north, south, branch]\nlinks: [" + links + "]")
                .runWithHeartbeats()
                .lost();
    }

    @Test
    void M3_of_several_ways_of_one_latency_the_fewest_links_and_then_their_names_decide() {
        String direct = "{id: direct, between: [hq, branch], latency: 20ms, loss: 20%}";
        String north = "{id: z-north, between: [hq, north], latency: 10ms, loss: 30%},"
                + " {id: a-north, between: [north, branch], latency: 10ms}";
        String south = "{id: y-south, between: [hq, south], latency: 10ms, loss: 40%},"
                + " {id: x-south, between: [south, branch], latency: 10ms}";
        assertThat(lostOver(direct + ", " + north + ", " + south)).isEqualTo(expected(second -> 0.2));
        assertThat(lostOver(north + ", " + south))
                .as("y-south comes before z-north")
                .isEqualTo(expected(second -> 0.4));
        String twin = "{id: x-twin, between: [south, branch], latency: 10ms, loss: 90%}";
        assertThat(lostOver(twin + ", " + south)).as("x-south before x-twin").isEqualTo(expected(second -> 0.4));
    }

    @Test
    void M3_without_latencies_the_fewest_links_decide() {
        String short1 = "{id: r, between: [hq, south], loss: 20%}, {id: s, between: [south, branch]}";
        String long1 = "{id: a, between: [hq, north], loss: 90%}, {id: b, between: [north, south], loss: 90%}";
        assertThat(lostOver(long1 + ", " + short1)).isEqualTo(expected(second -> 0.2));
    }

    @Test
    void N2_M22_the_main_servers_count_beats_lost_by_chance_like_others() {
        Lab lab = lab().servers("{main: {site: hq, duplex: y, standby-site: hq}}")
                .events("{at: 0s, degrade: main-a, loss: 30%}");
        Lesson lesson = lab.runWithHeartbeats();
        List<Long> lost = lesson.lost();
        long third = lost.stream()
                .filter(beat -> lost.containsAll(List.of(beat - 1, beat - 2)))
                .findFirst()
                .orElseThrow();
        assertThat(lesson.trace("main").get(0)).isEqualTo((double) third + " server-interchange");
    }

    @Test
    void M22_a_link_that_loses_from_the_start_counts_from_the_start() {
        Lesson lesson = losing("50%")
                .servers("{main: {site: hq, duplex: y, standby-site: branch}}")
                .run();
        long third = LongStream.range(2, BEATS)
                .filter(beat -> LongStream.rangeClosed(beat - 2, beat).allMatch(k -> LUCK.loses(k, 0.5)))
                .findFirst()
                .orElseThrow();
        assertThat(lesson.trace("main").get(0)).isEqualTo((double) third + " server-interchange");
    }

    @Test
    void N2_a_server_that_is_degraded_loses_nothing_of_the_others() {
        Lesson lesson =
                lab().events("{at: 60s, degrade: main, loss: 100%, for: 10s}").runWithHeartbeats();
        assertThat(lesson.lost()).hasSize(10);
        assertThat(lesson.lost("sc-10", "ipsi-1a")).isEmpty();
    }

    @Test
    void D04_whatever_is_degraded_is_told_by_its_kind() {
        List<String> kinds = List.of("wan link", "branch site", "sc-10 server", "pn-1 control-path", "ipsi-1a ipsi");
        for (String named : kinds) {
            String target = named.substring(0, named.indexOf(' '));
            String kind = named.substring(named.indexOf(' ') + 1);
            assertThat(lab().events("{at: 60s, degrade: " + target + ", loss: 1%, for: 5s}")
                            .run()
                            .trace(target))
                    .contains("60.0 " + kind + "-degraded", "65.0 " + kind + "-degradation-ended");
        }
    }
}
