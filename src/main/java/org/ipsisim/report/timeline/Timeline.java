package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PnSpan;

/**
 * What an outage timeline shows, before it is drawn.
 *
 * @param title the scenario's title
 * @param subtitle what happened, in one sentence
 * @param duration length of the run in milliseconds
 * @param names of the clusters
 * @param rows one for each port network, by number
 * @param marks what the scenario did, by time
 * @param outOfService how many port networks are out of service; empty for a single one
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
                Sentence.of(history),
                history.duration(),
                new ClusterNames(history.scenario().estate().main().cluster()),
                history.portNetworks().stream().map(BandRow::of).toList(),
                EventMarks.of(history),
                history.portNetworks().size() > 1 ? OutOfService.over(history) : List.of());
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
                    fittingLabel(band, style).ifPresent(text -> labels.add(new BandLabel(at, band, text)));
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
     */
    public record BandLabel(int row, PnSpan band, String text) {}

    private Optional<String> fittingLabel(PnSpan band, ChartStyle style) {
        double width = (double) band.length() / duration * style.plotWidth() - 10;
        String controller = names.of(band.controller());
        List<String> candidates = switch (band.state()) {
            case IN_SERVICE -> List.of(controller);
            case RESTARTING -> List.of("restart by " + controller, "→ " + controller);
            default ->
                style.isDense(rows.size()) ? List.of() : List.of(band.state().phase());
        };
        return candidates.stream()
                .filter(text -> TextWidth.of(text, style.bandLabelSize(rows.size())) <= width)
                .findFirst();
    }
}
