package org.ipsisim.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.ipsisim.estate.PnState;
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
    void aSinglePortNetworkNeedsNoCountOfItselfOnlyOfItsCalls() {
        assertThat(Timeline.of(SampleHistories.failover()).areas())
                .extracting(Area::name, Area::peak)
                .containsExactly(tuple("calls lost", 40));
        assertThat(Timeline.of(SampleHistories.nothing()).areas()).isEmpty();
    }

    @Test
    void bandsWideEnoughNameTheirControllerInEveryRow() {
        Timeline timeline = Timeline.of(SampleHistories.nothing());

        assertThat(timeline.labels())
                .extracting(Timeline.BandLabel::row, Timeline.BandLabel::text)
                .startsWith(tuple(0, "main"), tuple(1, "main"))
                .hasSameSizeAs(timeline.rows());
    }

    @Test
    void serviceHasTheColourOfItsController() {
        Timeline timeline = Timeline.of(SampleHistories.fragmented());

        assertThat(timeline.rows().get(0).bands())
                .filteredOn(band -> band.state().isService())
                .extracting(
                        BandRow.Band::note,
                        band -> band.state().key(),
                        band -> band.state().legend())
                .containsExactly(
                        tuple("main", "in-service", "in service, main"),
                        tuple("core 10", "core-1", "in service, core 10"),
                        tuple("main", "in-service", "in service, main"));
    }

    @Test
    void aShortIncidentOfALongRunIsDrawnLargeAndALongOneAsAWhole() {
        BandState out = BandState.of(PnState.COLD_RESET);
        BandState in = BandState.of(PnState.IN_SERVICE);
        long hour = 3_600_000;
        long day = 24 * hour;

        assertThat(Window.ofIncident(List.of(row(in, out, 14 * hour, 95_000, day)), day))
                .isEqualTo(new Window(14 * hour - 30_000, 14 * hour + 120_000));
        assertThat(Window.ofIncident(
                        List.of(row(in, out, 14 * hour, 95_000, day), row(in, out, hour, 10_000, day)), day))
                .as("the one that costs most")
                .isEqualTo(new Window(14 * hour - 30_000, 14 * hour + 120_000));
        assertThat(Window.ofIncident(List.of(row(in, out, hour, 12 * hour, day)), day))
                .isEqualTo(new Window(0, day));
        assertThat(Timeline.of(SampleHistories.nothing()).isZoomed()).isFalse();
    }

    private static BandRow row(BandState in, BandState out, long at, long length, long day) {
        return new BandRow(
                "PN 1",
                List.of(
                        new BandRow.Band(0, at, in, "", List.of(), false),
                        new BandRow.Band(at, at + length, out, "", List.of(), false),
                        new BandRow.Band(at + length, day, in, "", List.of(), false)));
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
