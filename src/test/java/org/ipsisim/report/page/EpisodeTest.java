package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ipsisim.history.History;
import org.ipsisim.report.PnGroup;
import org.ipsisim.report.SampleHistories;
import org.ipsisim.study.Variants;
import org.junit.jupiter.api.Test;

class EpisodeTest {
    @Test
    void beginsWithTheScenariosEventAndEndsWithService() {
        List<Episode> episodes = episodes(SampleHistories.failover());

        assertThat(episodes).singleElement().satisfies(episode -> {
            assertThat(episode.from()).isEqualTo(60_000);
            assertThat(episode.to()).isEqualTo(494_000);
            assertThat(episode.steps()).hasSize(10);
            assertThat(episode.steps().get(0)).isEqualTo(new Episode.Step(60_000, "wan", "link failed"));
            assertThat(episode.steps().get(9)).isEqualTo(new Episode.Step(494_000, "", "in service under core 10"));
        });
    }

    @Test
    void includesWhatBroughtContactBack() {
        assertThat(episodes(SampleHistories.warmReset()).get(0).steps())
                .extracting(Episode.Step::text)
                .contains("control path failed", "control path works again");
    }

    @Test
    void lastsToTheEndOfTheRunIfItIsNotOver() {
        assertThat(episodes(SampleHistories.stillOut()))
                .singleElement()
                .satisfies(episode -> assertThat(episode.to()).isEqualTo(600_000));
    }

    @Test
    void aQuietPortNetworkHasNone() {
        assertThat(episodes(SampleHistories.nothing())).isEmpty();
    }

    @Test
    void manyLossesOfContactWithoutAResetAreCounted() {
        PnNarrative fate = PnNarrative.of(Variants.flapping(3, 40)).get(0);

        assertThat(fate.group().members().size()).isEqualTo(3);
        assertThat(fate.episodes()).hasSize(40);
        assertThat(fate.told()).isEmpty();
        assertThat(fate.untold())
                .isEqualTo("Without a reset: contact lost 40 times, for 14s on average and 14s at most.");
    }

    @Test
    void manyResetsAreToldInPart() {
        List<Episode> resets = IntStream.range(0, 40)
                .mapToObj(i -> new Episode(i * 60_000L, i * 60_000L + 20_000, false, List.of()))
                .toList();
        PnNarrative fate = new PnNarrative(new PnGroup(SampleHistories.nothing().portNetworks()), resets);

        assertThat(fate.told()).hasSize(Episode.MOST_TOLD);
        assertThat(fate.untold()).isEqualTo("And 28 more of this kind; run.json has them all.");
    }

    private static List<Episode> episodes(History history) {
        return Episode.of(history, history.portNetworks().get(0));
    }
}
