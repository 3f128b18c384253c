package org.ipsisim.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventLabelsTest {
    @Test
    void farApartTheyShareALane() {
        List<EventLabels.Placed> labels = place(new EventMark(100, "wan failed"), new EventMark(500, "wan restored"));

        assertThat(labels).extracting(EventLabels.Placed::lane).containsExactly(0, 0);
        assertThat(EventLabels.lanes(labels)).isEqualTo(1);
    }

    @Test
    void closeTogetherTheLaterOneStandsLower() {
        List<EventLabels.Placed> labels = place(new EventMark(100, "wan failed"), new EventMark(110, "wan restored"));

        assertThat(labels).extracting(EventLabels.Placed::lane).containsExactly(0, 1);
    }

    @Test
    void atTheRightEdgeTheTextStandsBeforeItsLine() {
        EventLabels.Placed label = place(new EventMark(900, "main-a restored")).get(0);

        assertThat(label.isBefore()).isTrue();
        assertThat(label.to()).isLessThan(label.x());
    }

    @Test
    void manyLabelsNeverOverlapNorIsOneCrossedByALine() {
        EventMark[] marks = LongStream.range(0, 200)
                .mapToObj(n -> new EventMark(n * 37 % 900, "link " + n + " failed"))
                .sorted((a, b) -> Long.compare(a.at(), b.at()))
                .toArray(EventMark[]::new);
        List<EventLabels.Placed> labels = place(marks);

        assertThat(labels).hasSizeGreaterThan(20);
        for (EventLabels.Placed a : labels) {
            for (EventLabels.Placed b : labels) {
                boolean sideBySide = a.to() < b.from() || b.to() < a.from();
                assertThat(a == b || a.lane() != b.lane() || sideBySide).isTrue();
                boolean crossed = a.lane() < b.lane() && a.x() > b.from() && a.x() < b.to();
                assertThat(crossed).as("%s crosses %s", a, b).isFalse();
            }
        }
    }

    @Test
    void everyLabelStaysWithinTheTimeAxis() {
        for (long at = 0; at <= ChartStyle.WIDTH - ChartStyle.LEFT - ChartStyle.RIGHT; at += 7) {
            EventMark mark = new EventMark(at, "a-long-name-of-a-link-12, a-long-name-of-a-link-13 restored");
            List<EventLabels.Placed> labels = EventLabels.place(List.of(mark), x -> ChartStyle.LEFT + x);

            assertThat(labels).singleElement().satisfies(label -> {
                assertThat(label.from()).isGreaterThanOrEqualTo(ChartStyle.LEFT);
                assertThat(label.to()).isLessThanOrEqualTo(ChartStyle.WIDTH - ChartStyle.RIGHT);
            });
        }
    }

    private static List<EventLabels.Placed> place(EventMark... marks) {
        return EventLabels.place(List.of(marks), at -> at + 50.0);
    }
}
