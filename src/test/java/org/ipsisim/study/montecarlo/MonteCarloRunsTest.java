package org.ipsisim.study.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ipsisim.history.Detail;
import org.ipsisim.network.OutageDraws;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;
import org.ipsisim.study.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs without an outage are left out only where each of them costs nothing; all 60 runs cost what they do one by one. */
class MonteCarloRunsTest {
    private static final String RARE =
            "random-outages=[{target: wan, between-failures: {mean: 10d}, repair: {mean: 20m}}]";

    private static final Measures JUDGED = new Measures(Measure.CALLS_BLOCKED, Measure.TALK_TIME_LOST);

    @ParameterizedTest(name = "{0}: left out {1}, some quiet run costs something {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "port-networks[0].traffic={calls-per-hour: 600, mean-hold: 3m} | true | false",
                "port-networks[0].traffic={calls-per-hour: 600, mean-hold: 3m, trunk: 40%, trunk-circuits: 12} | false | true",
                "links[0].loss=50% | false | true",
                "events=[{at: 1h, fail: main, for: 2m}] | false | true"
            })
    void what_is_left_out_costs_nothing(String setting, boolean leftOut, boolean quietRunsCost) {
        Variant variant = Branch.variant(Branch.with().with(List.of("duration=1d", RARE)), setting);
        MonteCarloRuns runs = MonteCarloRuns.of(variant, JUDGED, 60);
        assertThat(runs.quiet().isPresent()).isEqualTo(leftOut);
        List<long[]> made = new ArrayList<>();
        boolean cost = false;
        for (int run = 0; run < 60; run++) {
            Variant one = variant.withSeed(OutageDraws.seedOf(variant.scenario().seed(), run));
            made.add(MonteCarlo.cost(one.run(Detail.RESETS), JUDGED));
            boolean quiet = OutageDraws.outagesOf(one.scenario()).get(0).isEmpty();
            cost |= quiet && IntStream.range(0, made.get(run).length).anyMatch(i -> made.get(made.size() - 1)[i] != 0);
        }
        assertThat(IntStream.range(0, 60).mapToObj(runs::run).toArray(long[][]::new))
                .isDeepEqualTo(made.toArray(long[][]::new));
        assertThat(cost).isEqualTo(quietRunsCost);
    }
}
