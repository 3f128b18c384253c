package org.ipsisim.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.ipsisim.history.History;
import org.ipsisim.report.SampleHistories;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void onlyWhatTheScenarioDidIsMarked() {
        Timeline timeline = Timeline.of(SampleHistories.fragmented());

        assertThat(timeline.marks())
                .containsExactly(
                        new EventMark(60_000, "wan failed"),
                        new EventMark(900_000, "wan restored"),
                        new EventMark(1_500_000, "PN 1 fell back"));
    }

    @Test
    void theSentenceDoesNotRepeatTheTitle() {
        Timeline timeline = Timeline.of(SampleHistories.failover());

        assertThat(timeline.title()).isEqualTo("WAN cut at Dallas");
        assertThat(timeline.subtitle()).startsWith("Port network 1 was without service for 6m");
    }

    @Test
    void countsPortNetworksOutOfServiceWithoutGap() {
        History history = SampleHistories.fragmented();

        assertThat(Timeline.of(history).areas().get(0).steps())
                .containsExactly(
                        new Area.Step(0, 134_000, 0),
                        new Area.Step(134_000, 494_000, 2),
                        new Area.Step(494_000, 1_500_000, 0),
                        new Area.Step(1_500_000, 1_560_000, 1),
                        new Area.Step(1_560_000, 1_800_000, 0));
        assertThat(Timeline.of(history).areas().get(0).peak()).isEqualTo(2);
    }

    @Test
    void aSinglePortNetworkNeedsNoCount() {
        assertThat(Timeline.of(SampleHistories.failover()).areas()).isEmpty();
        assertThat(Timeline.of(SampleHistories.nothing()).areas()).isEmpty();
    }

    @Test
    void bandsWideEnoughNameTheirControllerAndEqualRowsOnlyOnce() {
        Timeline timeline = Timeline.of(SampleHistories.nothing());

        assertThat(timeline.labels())
                .extracting(Timeline.BandLabel::row, Timeline.BandLabel::text)
                .containsExactly(tuple(0, "main"));
    }

    @Test
    void aLabelInABandKeepsClearOfEventLines() {
        Timeline timeline = Timeline.of(SampleHistories.fragmented());

        assertThat(timeline.labels())
                .filteredOn(label -> label.band().to() == 1_800_000 && label.row() == 2)
                .singleElement()
                .satisfies(label -> assertThat(label.at()).isGreaterThan(60_000));
    }

    @Test
    void theLegendHasTheStatesThatOccur() {
        assertThat(Timeline.of(SampleHistories.warmReset()).states())
                .extracting(BandState::key)
                .containsExactly("in-service", "contact-lost", "warm-reset");
    }
}
