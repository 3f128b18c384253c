package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ipsisim.history.History;
import org.ipsisim.report.Headline;
import org.ipsisim.report.timeline.BandRow.Band;

/**
 * What an outage timeline shows, before it is drawn.
 *
 * @param title the scenario's title
 * @param subtitle what happened, in one sentence
 * @param axis what its times are
 * @param duration length of the run in milliseconds
 * @param rows one for each port network, by number
 * @param marks what the scenario did, by time
 * @param outOfService how many port networks are out of service; empty if none ever is, or there is only one
 */
public record Timeline(
        String title,
        String subtitle,
        String axis,
        long duration,
        List<BandRow> rows,
        List<EventMark> marks,
        List<OutOfService> outOfService) {
    /** The axis of a run. */
    public static final String RUN = "time from the start";

    private static final int NAME_GAP = 6;

    /** Keeps copies of the lists. */
    public Timeline {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
        outOfService = List.copyOf(outOfService);
    }

    /** The timeline of a run. */
    public static Timeline of(History history) {
        ClusterNames names = new ClusterNames(history.mainCluster());
        List<OutOfService> stretches = OutOfService.over(history);
        boolean some = stretches.stream().anyMatch(stretch -> stretch.count() > 0);
        return new Timeline(
                history.scenario().title(),
                Headline.sentence(history),
                RUN,
                history.duration(),
                history.portNetworks().stream()
                        .map(pn -> BandRow.of("PN " + pn.portNetwork().number(), pn.timeline(), names))
                        .toList(),
                EventMarks.of(history),
                some && history.portNetworks().size() > 1 ? stretches : List.of());
    }

    /** Where time 0 is, in CSS pixels; the names have room before it. */
    public int left() {
        return (int) rows.stream()
                .mapToDouble(row -> TextWidth.of(row.name(), ChartStyle.LABEL_SIZE) + 2 * NAME_GAP)
                .reduce(ChartStyle.LEFT, Math::max);
    }

    /** CSS pixels from time 0 to the end. */
    public int width() {
        return ChartStyle.WIDTH - left() - ChartStyle.RIGHT;
    }

    /** The most port networks that are out of service at one time. */
    public int peak() {
        return outOfService.stream().mapToInt(OutOfService::count).max().orElse(0);
    }

    /** The states that occur, for the legend, mildest first. */
    public SortedSet<BandState> states() {
        SortedSet<BandState> states = new TreeSet<>();
        rows.forEach(row -> row.bands().forEach(band -> states.add(band.state())));
        return states;
    }

    /**
     * A text in a band.
     *
     * @param row the index of its row
     * @param band the band
     * @param text the text
     * @param at where it starts, in milliseconds; clear of event lines
     */
    public record BandLabel(int row, Band band, String text, long at) {}

    /** The labels of the bands that are wide enough; a band that looks like the one above it has none. */
    public List<BandLabel> labels() {
        List<BandLabel> labels = new ArrayList<>();
        Set<Band> above = Set.of();
        for (int row = 0; row < rows.size(); row++) {
            for (Band band : rows.get(row).bands()) {
                if (!above.contains(band)) {
                    label(row, band).ifPresent(labels::add);
                }
            }
            above = new HashSet<>(rows.get(row).bands());
        }
        return labels;
    }

    /** The first text that has room; many rows are too low for the words of the state. */
    private Optional<BandLabel> label(int row, Band band) {
        List<String> words = ChartStyle.isDense(rows.size())
                ? List.of()
                : List.of(band.state().words());
        return (band.texts().isEmpty() ? words : band.texts())
                .stream()
                        .filter(text -> !text.isEmpty())
                        .flatMap(text -> fit(row, band, text).stream())
                        .findFirst();
    }

    private Optional<BandLabel> fit(int row, Band band, String text) {
        double millisPerPixel = (double) duration / width();
        double width = TextWidth.of(text, ChartStyle.bandLabelSize(rows.size())) + 2 * ChartStyle.LABEL_INSET;
        long length = (long) Math.ceil(width * millisPerPixel);
        long start = band.atEnd() ? band.to() - length : band.from();
        if (start < band.from() || start + length > band.to()) {
            return Optional.empty();
        }
        for (EventMark mark : marks) {
            if (mark.at() > start && mark.at() < start + length) {
                start = mark.at();
            }
        }
        long at = start + (long) (ChartStyle.LABEL_INSET * millisPerPixel);
        return start + length > band.to() ? Optional.empty() : Optional.of(new BandLabel(row, band, text, at));
    }
}
