package org.ipsisim.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.junit.jupiter.api.Test;

/** How good and bad times follow each other, against closed forms (N4, N5). */
class LossPatternTest {
    private static final int SPANS = 40_000;

    private record Span(long from, long to, double loss) {
        long length() {
            return to - from;
        }
    }

    private static List<Span> spans(LossPattern pattern, long start, int count) {
        List<Span> spans = new ArrayList<>();
        long from = start;
        for (int i = 0; i < count; i++) {
            double loss = pattern.at(from).loss();
            long to = pattern.nextChangeAfter(from);
            spans.add(new Span(from, to, loss));
            from = to;
        }
        return spans;
    }

    private static List<Span> bursts(String good, String bad) {
        Bursts bursts = new Bursts(Duration.parse(good), Duration.parse(bad), 0.7);
        return spans(LossPattern.bursts(bursts, Draws.ofSeed(1), "wan", 5000), 5000, SPANS);
    }

    private static double mean(List<Span> spans, double loss) {
        return spans.stream()
                .filter(span -> span.loss == loss)
                .mapToLong(Span::length)
                .average()
                .orElseThrow();
    }

    @Test
    void N4_good_and_bad_times_come_by_turns() {
        List<Span> spans = bursts("PT30S", "PT2S");
        for (int i = 0; i < SPANS; i++) {
            assertThat(spans.get(i).loss).isEqualTo(i % 2 == 0 ? 0 : 0.7);
            assertThat(spans.get(i).length()).isPositive();
        }
    }

    /** An exponential length has a standard deviation as large as its mean: that of a mean of 20 000 is 0.71%. */
    @Test
    void N4_their_mean_lengths_are_those_asked_for_within_four_standard_deviations() {
        List<Span> spans = bursts("PT30S", "PT2S");
        assertThat(mean(spans, 0)).isBetween(30_000 * 0.971, 30_000 * 1.029);
        assertThat(mean(spans, 0.7)).isBetween(2000 * 0.971, 2000 * 1.029);
    }

    @Test
    void N4_their_lengths_have_the_quantiles_of_an_exponential_distribution() {
        List<Span> spans = bursts("PT30S", "PT2S");
        for (double share : new double[] {0.1, 0.5, 0.9, 0.99}) {
            double quantile = -30_000 * Math.log(1 - share);
            double below = spans.stream()
                            .filter(span -> span.loss == 0 && span.length() <= quantile)
                            .count()
                    / (SPANS / 2.0);
            double deviation = Math.sqrt(share * (1 - share) / (SPANS / 2.0));
            assertThat(below).as("at %s", share).isBetween(share - 4 * deviation, share + 4 * deviation);
        }
    }

    /**
     * A link that fails and is repaired at exponential times works MTBF ÷ (MTBF + MTTR) of the time. With n cycles the share has a
     * relative standard deviation of about √(2 ÷ n), times the share of the other kind.
     */
    @Test
    void N4_the_share_of_good_time_is_the_availability_of_two_states_within_four_standard_deviations() {
        for (String[] means :
                List.of(new String[] {"PT30S", "PT2S"}, new String[] {"PT1H", "PT4M"}, new String[] {"PT5S", "PT5S"})) {
            List<Span> spans = bursts(means[0], means[1]);
            double good = Duration.parse(means[0]).toMillis();
            double bad = Duration.parse(means[1]).toMillis();
            double available = good / (good + bad);
            double timeGood = spans.stream()
                    .filter(span -> span.loss == 0)
                    .mapToLong(Span::length)
                    .sum();
            double time = spans.get(SPANS - 1).to - spans.get(0).from;
            double deviation = available * (1 - available) * Math.sqrt(2 / (SPANS / 2.0));
            assertThat(timeGood / time)
                    .as(means[0] + " and " + means[1])
                    .isBetween(available - 4 * deviation, available + 4 * deviation);
        }
    }

    @Test
    void N4_the_shortest_time_is_a_millisecond() {
        Bursts bursts = new Bursts(Duration.ofMillis(1), Duration.ofMillis(1), 1);
        assertThat(spans(LossPattern.bursts(bursts, Draws.ofSeed(1), "wan", 0), 0, 1000))
                .allMatch(span -> span.length() >= 1)
                .anyMatch(span -> span.length() == 1);
    }

    private static LossPattern congestion(long every, long burst) {
        return LossPattern.congestion(new ScenarioEvent.Congestion(
                Duration.ofMillis(500),
                new Target.OfLink("wan"),
                Duration.ofMillis(every),
                Duration.ofMillis(burst),
                0.6,
                Optional.empty()));
    }

    @Test
    void N5_congestion_comes_at_the_start_of_each_period() {
        assertThat(spans(congestion(60_000, 8000), 500, 4))
                .containsExactly(
                        new Span(500, 8500, 0.6),
                        new Span(8500, 60_500, 0),
                        new Span(60_500, 68_500, 0.6),
                        new Span(68_500, 120_500, 0));
    }

    @Test
    void N5_without_a_pause_it_never_ends() {
        assertThat(spans(congestion(5000, 5000), 500, 3)).isNotEmpty().allMatch(span -> span.loss == 0.6);
    }

    @Test
    void N3_what_is_constant_never_changes() {
        LossPattern pattern = LossPattern.constant(new Impairment(0.2, 80));
        assertThat(pattern.at(0)).isEqualTo(new Impairment(0.2, 80)).isEqualTo(pattern.at(1_000_000));
        assertThat(pattern.nextChangeAfter(0)).isEqualTo(Agenda.NEVER);
    }
}
