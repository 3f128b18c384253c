package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnSpan;

/**
 * The bands of one port network, or of something else that has states.
 *
 * @param name such as {@code PN 12}
 * @param bands by time; neighbours differ
 * @param area a number that is drawn below them, if any
 */
public record BandRow(String name, List<Band> bands, Optional<Area> area) {
    /**
     * A state over a time.
     *
     * @param from its start in milliseconds
     * @param to its end in milliseconds, not part of it
     * @param note what a tooltip says after the times, such as the server in control
     * @param texts what may stand in it, the longest first; an empty list for the words of the state
     * @param atEnd whether the text goes to the end rather than the start
     */
    public record Band(long from, long to, BandState state, String note, List<String> texts, boolean atEnd) {
        Band until(long end) {
            return new Band(from, end, state, note, texts, atEnd);
        }
    }

    /** A row without an area. */
    public BandRow(String name, List<Band> bands) {
        this(name, bands, Optional.empty());
    }

    /** Keeps a copy of the bands. */
    public BandRow {
        bands = List.copyOf(bands);
    }

    /** The band at a time; at the end of the run, the last one. */
    public Band at(long time) {
        return bands.stream().filter(band -> time < band.to).findFirst().orElseGet(() -> bands.get(bands.size() - 1));
    }

    /** The bands of a port network's timeline. */
    public static BandRow of(String name, List<PnSpan> timeline, ClusterNames names) {
        List<Band> bands = new ArrayList<>();
        for (PnSpan span : timeline) {
            Band band = band(span, names.look(span), names.of(span.controller()));
            Band last = bands.isEmpty() ? band : bands.get(bands.size() - 1);
            if (last != band && last.state.equals(band.state) && last.note.equals(band.note)) {
                bands.set(bands.size() - 1, last.until(band.to));
            } else {
                bands.add(band);
            }
        }
        return new BandRow(name, bands);
    }

    private static Band band(PnSpan span, BandState look, String controller) {
        List<String> texts = span.state() == PnState.IN_SERVICE
                ? List.of(controller)
                : span.state() == PnState.RESTARTING
                        ? List.of("restart by " + controller, "→ " + controller)
                        : List.of();
        return new Band(span.from(), span.to(), look, controller, texts, false);
    }
}
