package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.Luck;
import org.junit.jupiter.api.Test;

/** Loss that comes and goes: bursts, congestion, and a port at half duplex (R9, N4 to N6, N12). */
class F03_Bursts {
    private static final long BEATS = 1200;
    private static final Luck LUCK = new Luck(1, "main-a>ipsi-1a");

    /** The beats of the main that are lost if a way loses this share at the second of each. */
    private static List<Long> expected(LongToDoubleFunction share) {
        return LongStream.range(0, BEATS)
                .filter(beat -> LUCK.loses(beat, share.applyAsDouble(beat)))
                .boxed()
                .toList();
    }

    private static LongToDoubleFunction share(double share, LongPredicate when) {
        return second -> when.test(second) ? share : 0;
    }

    private static List<Long> lostWith(String... events) {
        return lab().events(events).runWithHeartbeats().lost();
    }

    /** Whether the bursts of a target are bad at a time, by adding up lengths from the first one on (N12). */
    private static boolean isBad(String target, long start, long good, long bad, long at) {
        Draws draws = Draws.ofSeed(1).named("bursts").named(target).numbered(start);
        long end = start;
        for (long span = 0; at >= start; span++) {
            double length = -(span % 2 == 0 ? good : bad) * StrictMath.log(1 - draws.uniform(span));
            end += Math.max(1, Math.round(length));
            if (at < end) {
                return span % 2 == 1;
            }
        }
        return false;
    }

    @Test
    void N4_bursts_of_a_link_begin_with_a_good_time_at_the_start_of_the_run() {
        List<Long> lost = lab().sites("sites: [hq, branch]\nlinks:"
                        + " [{id: wan, between: [hq, branch], bursts: {good: 30s, bad: 5s}}]")
                .runWithHeartbeats()
                .lost();
        assertThat(lost)
                .isEqualTo(expected(share(1, second -> isBad("wan", 0, 30_000, 5000, second * 1000))))
                .hasSizeBetween(60, 360)
                .doesNotContain(0L);
    }

    @Test
    void N2_N4_in_bad_times_one_more_part_loses_its_share() {
        List<Long> lost = lab().sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], loss: 10%,"
                        + " bursts: {good: 30s, bad: 20s, loss: 50%}}]")
                .runWithHeartbeats()
                .lost();
        assertThat(lost)
                .isEqualTo(expected(second -> isBad("wan", 0, 30_000, 20_000, second * 1000) ? 1 - 0.9 * 0.5 : 0.1));
    }

    @Test
    void N4_bursts_of_a_degradation_begin_and_end_with_it() {
        assertThat(lostWith("{at: 300500ms, degrade: pn-1, bursts: {good: 10s, bad: 10s}, for: 10m}"))
                .isEqualTo(expected(
                        share(1, second -> second < 901 && isBad("pn-1", 300_500, 10_000, 10_000, second * 1000))))
                .isNotEmpty();
    }

    @Test
    void N1_N4_bursts_of_one_link_say_nothing_of_another() {
        List<Long> wan = lostWith("{at: 0s, degrade: wan, bursts: {good: 10s, bad: 10s}}");
        assertThat(lostWith("{at: 0s, degrade: ipsi-1a, bursts: {good: 10s, bad: 10s}}"))
                .isNotEqualTo(wan);
        assertThat(lostWith("{at: 1ms, degrade: wan, bursts: {good: 10s, bad: 10s}}"))
                .as("nor do those that begin at another time")
                .isNotEqualTo(wan);
    }

    @Test
    void N5_congestion_strikes_at_the_start_of_each_period() {
        assertThat(lostWith("{at: 100s, congestion: wan, every: 60s, burst: 8s, loss: 100%, for: 10m}"))
                .isEqualTo(expected(share(1, second -> second >= 100 && second < 700 && (second - 100) % 60 < 8)));
        assertThat(lostWith("{at: 100s, congestion: wan, every: 60s, burst: 8s, loss: 60%, for: 10m}"))
                .isEqualTo(expected(share(0.6, second -> second >= 100 && second < 700 && (second - 100) % 60 < 8)));
    }

    @Test
    void N5_a_burst_as_long_as_the_period_never_ends() {
        assertThat(lostWith("{at: 100s, congestion: branch, every: 5s, burst: 5s, loss: 60%}"))
                .isEqualTo(expected(share(0.6, second -> second >= 100)));
    }

    @Test
    void N3_N5_restore_ends_congestion_and_what_overlaps_adds_up() {
        assertThat(lostWith(
                        "{at: 100s, congestion: wan, every: 60s, burst: 30s, loss: 50%}",
                        "{at: 110s, degrade: main, loss: 20%}", "{at: 600s, restore: wan}"))
                .isEqualTo(expected(second -> {
                    boolean crowded = second >= 100 && second < 600 && (second - 100) % 60 < 30;
                    return 1 - (crowded ? 0.5 : 1) * (second >= 110 ? 0.8 : 1);
                }));
    }

    private static Lab withCalls(int calls) {
        return lab().portNetworks("[{pn: 1, site: branch, calls: {pn: " + calls + "}}]");
    }

    private static List<Long> mismatched(Lab lab) {
        return lab.events("{at: 60s, duplex-mismatch: ipsi-1a, peak-loss: 40%, full-load: 80}")
                .runWithHeartbeats()
                .lost();
    }

    @Test
    void R9_N6_a_port_at_half_duplex_loses_more_the_more_calls_there_are_up_to_a_peak() {
        assertThat(mismatched(withCalls(0))).isEmpty();
        assertThat(mismatched(withCalls(20))).isEqualTo(expected(share(0.1, second -> second >= 60)));
        assertThat(mismatched(withCalls(60))).isEqualTo(expected(share(0.3, second -> second >= 60)));
        assertThat(mismatched(withCalls(80))).isEqualTo(expected(share(0.4, second -> second >= 60)));
        assertThat(mismatched(withCalls(200))).isEqualTo(mismatched(withCalls(80)));
    }

    @Test
    void N6_random_calls_count_by_their_mean_number_at_the_rate_of_the_hour() {
        Lab lab = lab().portNetworks("[{pn: 1, site: branch, traffic: {calls-per-hour: 480, mean-hold: 5m,"
                + " profile: [{from: 0s, share: 50%}, {from: 5m, share: 100%}, {from: 10m, share: 0%}]}}]");
        assertThat(mismatched(lab))
                .as("20 calls and then 40, of 80")
                .isEqualTo(expected(second -> second < 60 || second >= 600 ? 0 : second < 300 ? 0.1 : 0.2));
    }

    @Test
    void N6_the_other_IPSI_is_not_struck() {
        Lab lab = lab().portNetworks("[{pn: 1, site: branch, ipsis: duplicated, calls: {pn: 80}}]")
                .events("{at: 60s, duplex-mismatch: ipsi-1b, peak-loss: 40%, full-load: 80, for: 5m}");
        Luck luck = new Luck(1, "main-a>ipsi-1b");
        assertThat(lab.runWithHeartbeats().lost("main-a", "ipsi-1a")).isEmpty();
        assertThat(lab.runWithHeartbeats().lost("main-a", "ipsi-1b"))
                .isEqualTo(LongStream.range(60, 360)
                        .filter(beat -> luck.loses(beat, 0.4))
                        .boxed()
                        .toList());
    }

    @Test
    void D04_bursts_are_told_once_and_not_each_time() {
        assertThat(lab().events("{at: 60s, congestion: wan, every: 60s, burst: 8s, loss: 100%, for: 5m}")
                        .run()
                        .trace("wan"))
                .containsExactly("60.0 link-degraded", "360.0 link-degradation-ended");
    }

    @Test
    void D04_what_loses_them_and_how_is_in_the_trace() {
        assertThat(lab().events("{at: 60s, congestion: wan, every: 60s, burst: 8s, loss: 90%}")
                        .run()
                        .texts("wan", "link-degraded"))
                .containsExactly("link degraded: congestion: 90% lost for 8s every 1m");
        assertThat(lab().events("{at: 60s, duplex-mismatch: ipsi-1a, peak-loss: 80%, full-load: 50}")
                        .run()
                        .texts("ipsi-1a", "ipsi-degraded"))
                .containsExactly("ipsi degraded: duplex mismatch: up to 80% lost under load");
        assertThat(lab().events("{at: 60s, degrade: wan, loss: 5%, bursts: {good: 2m, bad: 5s}}")
                        .run()
                        .texts("wan", "link-degraded"))
                .containsExactly("link degraded: 5% lost, 100% lost in bursts of 5s, 2m apart on average");
    }
}
