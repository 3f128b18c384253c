package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ipsisim.study.Branch.source;
import static org.ipsisim.study.Branch.variant;

import java.util.stream.Stream;
import org.ipsisim.history.Detail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings are judged by, and the measures it can name. */
class ObjectiveTest {
    /** Two branches: the first is served by its core from 8 min 14 s on, the second by the main all the time. */
    private static Cost cost(String portNetworks, String... events) {
        return Cost.of(variant(source("""
                title: Two branches
                duration: 30m
                sites: [hq, branch, mill]
                links: [{id: wan, between: [hq, branch]}, {id: wan-2, between: [hq, mill]}]
                servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
                port-networks: [%s]
                events: [%s]
                """.formatted(portNetworks, String.join(", ", events))))
                .run(Detail.SILENCES));
    }

    @Test
    void a_sum_is_read_and_written_as_it_is_meant() throws Exception {
        assertThat(Objective.parse("failed-calls + 0.1 * dead-minutes + 5*minutes-on-core"))
                .hasToString("failed-calls + 0.1 * dead-minutes + 5 * minutes-on-core");
        assertThat(Objective.parse("2.50 EUR * failed-calls + 1 EUR * outage-minutes"))
                .hasToString("2.50 EUR * failed-calls + 1 EUR * outage-minutes");
        assertThat(Objective.parse(Objective.USUAL.toString()).terms()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed-cals | 'failed-cals' is not one of calls-dropped, ",
                "failed-cals | ; did you mean `failed-calls`?",
                "failed-calls - failovers | 'failed-calls - failovers' is not WEIGHT * MEASURE",
                "failed-calls + | '' is not WEIGHT * MEASURE",
                "0 * failovers | the weight of failovers is 0",
                "failovers + 2 * failovers | failovers is given twice",
                "1 EUR * failovers + 2 USD * fallbacks | either all weights are prices in one currency, or none is",
                "1 EUR * failovers + fallbacks | either all weights are prices in one currency, or none is",
            })
    void what_is_no_objective_is_refused_with_the_reason(String text, String message) {
        assertThatThrownBy(() -> Objective.parse(text))
                .isInstanceOf(WrongPlan.class)
                .hasMessageContaining(message);
    }

    @Test
    void every_measure_can_be_named() throws Exception {
        for (Measure measure : Measure.values()) {
            assertThat(Objective.parse(measure.term()).terms())
                    .extracting(Objective.Term::measure)
                    .containsExactly(measure);
        }
        assertThat(Stream.of(Measure.values()).map(Measure::term))
                .contains("failed-calls", "cannot-dial-minutes", "talk-minutes-lost", "separate-minutes", "fallbacks");
    }

    @Test
    void a_cut_counts_the_calls_the_minutes_without_dial_tone_and_those_on_the_core() throws Exception {
        Cost cost = cost("{pn: 1, site: branch, calls: {pn: 20}}, {pn: 2, site: mill}", "{at: 1m, fail: wan}");
        // 20 calls drop; warm and cold reset, the wait and the restart last from 1m14s to 8m14s
        assertThat(cost.of(Measure.FAILED_CALLS)).isEqualTo(20);
        assertThat(cost.of(Measure.CANNOT_DIAL)).isEqualTo(420_000);
        assertThat(cost.of(Measure.DEAD_TIME)).isEqualTo(20 * 420_000);
        long onCore = 30 * 60_000 - (8 * 60_000 + 14_000);
        assertThat(cost.of(Measure.TIME_ON_CORE)).isEqualTo(onCore);
        assertThat(cost.of(Measure.TIME_APART)).isEqualTo(onCore);
        assertThat(Objective.parse("failed-calls + 0.1 * dead-minutes + 5 * minutes-on-core")
                        .of(cost))
                .isCloseTo(20 + 0.1 * 20 * 7 + 5 * (onCore / 60_000.0), within(1e-9));
    }

    @Test
    void one_port_network_on_a_core_alone_is_no_system_apart() {
        Cost cost = cost("{pn: 1, site: branch}", "{at: 1m, fail: wan}");
        assertThat(cost.of(Measure.TIME_ON_CORE)).isPositive();
        assertThat(cost.of(Measure.TIME_APART)).isZero();
    }

    @Test
    void a_port_network_without_calls_weighs_as_much_as_one_call_and_traffic_by_its_load() {
        assertThat(cost("{pn: 1, site: branch}", "{at: 1m, fail: wan}").of(Measure.DEAD_TIME))
                .isEqualTo(420_000);
        assertThat(cost("{pn: 1, site: branch, traffic: {calls-per-hour: 120, mean-hold: 3m}}", "{at: 1m, fail: wan}")
                        .of(Measure.DEAD_TIME))
                .isEqualTo(6 * 420_000);
    }

    @Test
    void prices_have_their_currency() throws Exception {
        Objective price = Objective.parse("2 EUR * failed-calls");
        assertThat(price.shown(price.of(cost("{pn: 1, site: branch, calls: {pn: 20}}", "{at: 1m, fail: wan}"))))
                .isEqualTo("40 EUR");
    }
}
