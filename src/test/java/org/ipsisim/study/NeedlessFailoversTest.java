package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import org.ipsisim.history.Detail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The IPSI asks core 10 at 59 s + 375 s = 7 min 14 s and is in service under it a minute later. */
class NeedlessFailoversTest {
    private static Cost cost(String... events) {
        return Cost.of(variant(with(events)).run(Detail.SILENCES));
    }

    @ParameterizedTest(name = "a cut of {0}: {1} failovers, {2} of them needless")
    @CsvSource({
        "6m13s, 0, 0",
        "6m14s, 0, 0",
        "6m15s, 1, 1",
        "7m13s, 1, 1",
        "7m14s, 1, 0",
        "14m, 1, 0",
    })
    void a_failover_is_needless_if_the_main_is_in_reach_before_it_is_over(String cut, int all, int needless) {
        Cost cost = cost("{at: 1m, fail: wan, for: " + cut + "}");
        assertThat(cost.of(Measure.FAILOVERS)).isEqualTo(all);
        assertThat(cost.of(Measure.NEEDLESS_FAILOVERS)).isEqualTo(needless);
    }

    @Test
    void what_an_operator_orders_is_never_needless() {
        Cost cost = cost("{at: 1m, forced-takeover: 10, port-networks: 2}");
        assertThat(cost.of(Measure.FAILOVERS)).isEqualTo(1);
        assertThat(cost.of(Measure.NEEDLESS_FAILOVERS)).isZero();
    }

    @Test
    void each_failover_is_judged_by_itself() {
        Cost cost = cost(
                "{at: 1m, fail: wan, for: 6m30s}",
                "{at: 10m, forced-takeover: 1, port-networks: 2}",
                "{at: 14m, fail: wan, for: 10m}");
        assertThat(cost.of(Measure.FAILOVERS)).isEqualTo(2);
        assertThat(cost.of(Measure.NEEDLESS_FAILOVERS)).isEqualTo(1);
    }
}
