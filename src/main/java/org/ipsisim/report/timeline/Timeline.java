package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PnSpan;
import org.ipsisim.report.Headline;

/**
 * What an outage timeline shows, before it is drawn.
 *
 * @param title the scenario's title
 * @param subtitle what happened, in one sentence
 * @param duration length of the run in milliseconds
 * @param names of the clusters
 * @param rows one for each port network, by number
 * @param marks what the scenario did, by time
 * @param outOfService how many port networks are out of service; empty if none ever is, or there is only one
 */
public record Timeline(
        String title,
        String subtitle,
        long duration,
        ClusterNames names,
        List<BandRow> rows,
        List<EventMark> marks,
        List<OutOfService> outOfService) {
    /** Keeps copies of the lists. */
    public Timeline {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
        outOfService = List.copyOf(outOfService);
    }

    /** The timeline of a run. */
    public static Timeline of(History history) {
        return new Timeline(
                history.scenario().title(),
                Headline.sentence(history),
                history.duration(),
                new ClusterNames(history.mainCluster()),
                history.portNetworks().stream().map(BandRow::of).toList(),
                EventMarks.of(history),
                outOfServiceOf(history));
    }

    private static List<OutOfService> outOfServiceOf(History history) {
        List<OutOfService> stretches = OutOfService.over(history);
        boolean some = stretches.stream().anyMatch(stretch -> stretch.count() > 0);
        return some && history.portNetworks().size() > 1 ? stretches : List.of();
    }

    /** The most port networks that are out of service at one time. */
    public int peak() {
        return outOfService.stream().mapToInt(OutOfService::count).max().orElse(0);
    }

    /** The states that occur, for the legend, mildest first. */
    public Set<PnState> states() {
        Set<PnState> states = EnumSet.noneOf(PnState.class);
        rows.forEach(row -> row.bands().forEach(band -> states.add(band.state())));
        return states;
    }

    /** The labels of the bands that are wide enough; a band that looks like the one above it goes without. */
    public List<BandLabel> labels(ChartStyle style) {
        List<BandLabel> labels = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (PnSpan band : rows.get(row).bands()) {
                if (row == 0 || !rows.get(row - 1).bands().contains(band)) {
                    int at = row;
                    words(band, style).stream()
                            .flatMap(text -> fit(at, band, text, style).stream())
                            .findFirst()
                            .ifPresent(labels::add);
                }
            }
        }
        return labels;
    }

    /**
     * A text in a band.
     *
     * @param row the index of its row
     * @param band the band
     * @param text the text
     * @param at where it starts, in milliseconds; clear of event lines
     */
    public record BandLabel(int row, PnSpan band, String text, long at) {}

    private List<String> words(PnSpan band, ChartStyle style) {
        String controller = names.of(band.controller());
        return switch (band.state()) {
            case IN_SERVICE -> List.of(controller);
            case RESTARTING -> List.of("restart by " + controller, "→ " + controller);
            default ->
                style.isDense(rows.size()) ? List.of() : List.of(band.state().words());
        };
    }

    private Optional<BandLabel> fit(int row, PnSpan band, String text, ChartStyle style) {
        double millisPerPixel = (double) duration / style.plotWidth();
        double width = TextWidth.of(text, style.bandLabelSize(rows.size())) + 2 * ChartStyle.LABEL_INSET;
        long length = (long) Math.ceil(width * millisPerPixel);
        long start = band.from();
        if (start + length > band.to()) {
            return Optional.empty();
        }
        for (EventMark mark : marks) {
            if (mark.at() > start && mark.at() < start + length) {
                start = mark.at();
            }
        }
        if (start + length > band.to()) {
            return Optional.empty();
        }
        return Optional.of(new BandLabel(row, band, text, start + (long) (ChartStyle.LABEL_INSET * millisPerPixel)));
    }
}
