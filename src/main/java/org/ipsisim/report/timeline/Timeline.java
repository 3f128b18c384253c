package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ipsisim.history.History;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.report.Headline;
import org.ipsisim.report.timeline.BandRow.Band;

/**
 * What an outage timeline shows, before it is drawn.
 *
 * @param title the scenario's title
 * @param subtitle what happened, in one sentence; empty where that stands beside it
 * @param axis what its times are
 * @param moments how the moments of the run are written
 * @param rows one for each port network, by number, then the populations of phones
 * @param marks what the scenario did, by time
 * @param areas numbers below the rows, such as how many port networks are out of service
 * @param window the part of it that is drawn large
 */
public record Timeline(
        String title,
        String subtitle,
        String axis,
        Moments moments,
        List<BandRow> rows,
        List<EventMark> marks,
        List<Area> areas,
        Window window) {
    private static final int LONGEST_SITE = 14;

    private static final int NAME_GAP = 6;

    /** More session managers are in the table alone. */
    private static final int MOST_LOADS = 6;

    /** Keeps copies of the lists. */
    public Timeline {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
        areas = List.copyOf(areas);
    }

    /** A timeline that is drawn as a whole. */
    public Timeline(
            String title,
            String subtitle,
            String axis,
            Moments moments,
            List<BandRow> rows,
            List<EventMark> marks,
            List<Area> areas) {
        this(title, subtitle, axis, moments, rows, marks, areas, new Window(0, moments.end()));
    }

    /** Whether something lies outside the part that is drawn large. */
    public boolean isZoomed() {
        return rows.stream()
                .flatMap(row -> row.bands().stream())
                .anyMatch(band -> band.from() < window.from() || band.to() > window.to());
    }

    /** The timeline of a run: of a long run with a short incident, that incident drawn large. */
    public static Timeline of(History history) {
        ClusterNames names = ClusterNames.of(history);
        List<BandRow> rows = new ArrayList<>();
        boolean manySites = history.scenario().estate().sites().size() > 1;
        for (PnHistory pn : history.portNetworks()) {
            String site = manySites
                    ? " " + shortened(history.names().of(pn.portNetwork().site()))
                    : "";
            rows.add(BandRow.of(history.names().portNetwork(pn.portNetwork(), site), pn.timeline(), names));
        }
        rows.addAll(PhoneRows.of(history));
        List<Area> areas = new ArrayList<>();
        Area out = Area.portNetworksOut(history);
        if (out.peak() > 0 && history.portNetworks().size() > 1) {
            areas.add(out);
        }
        Area lost = Area.callsLost(history);
        if (lost.peak() > 0) {
            areas.add(lost);
        }
        return new Timeline(
                history.scenario().title(),
                Headline.sentence(history),
                history.moments().axis(),
                history.moments(),
                rows,
                EventMarks.of(history),
                areas,
                Window.ofIncident(rows, history.duration()));
    }

    private static String shortened(String site) {
        int length = site.codePointCount(0, site.length());
        return length <= LONGEST_SITE ? site : site.substring(0, site.offsetByCodePoints(0, LONGEST_SITE - 1)) + "…";
    }

    /**
     * The load of the session managers of a run that have most to do: requests that arrive in a second, and how many
     * wait; empty if none has any besides refreshes.
     */
    public static Optional<Timeline> ofLoad(History history) {
        List<SessionManagerHistory> busy = history.sip().sessionManagers().stream()
                .filter(sm -> !sm.load().isEmpty())
                .sorted(Comparator.comparingLong(sm -> -sm.peakRequestsPerSecond()))
                .limit(MOST_LOADS)
                .toList();
        List<Area> areas = new ArrayList<>();
        for (SessionManagerHistory sm : busy) {
            String name = sm.sessionManager().name();
            areas.add(Area.load(name + " req/s", sm, load -> load.register() + load.activation(), history.duration()));
            if (sm.refused() > 0) {
                areas.add(Area.load("503/s", sm, SessionManagerHistory.Load::refused, history.duration()));
            }
            areas.add(Area.load("queue", sm, SessionManagerHistory.Load::queue, history.duration()));
            if (sm.useless() > 0) {
                areas.add(Area.load("too late/s", sm, SessionManagerHistory.Load::useless, history.duration()));
            }
        }
        Timeline timeline = new Timeline(
                history.scenario().title() + ": load of the session managers",
                "Requests that arrive in a second besides refreshes, those answered 503, how many wait, and answers that come too late.",
                history.moments().axis(),
                history.moments(),
                List.of(),
                EventMarks.of(history),
                areas);
        return areas.isEmpty() ? Optional.empty() : Optional.of(timeline);
    }

    /** Length of the run in milliseconds. */
    public long duration() {
        return moments.end();
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

    /** The labels of the bands that are wide enough within the window. */
    public List<BandLabel> labels() {
        List<BandLabel> labels = new ArrayList<>();
        double millisPerPixel = (double) window.length() / width();
        NavigableSet<Long> lines = new TreeSet<>();
        marks.forEach(mark -> lines.add(mark.at()));
        for (int row = 0; row < rows.size(); row++) {
            for (Band band : rows.get(row).bands()) {
                if (band.from() < window.to() && band.to() > window.from()) {
                    label(row, band, millisPerPixel, lines).ifPresent(labels::add);
                }
            }
        }
        return labels;
    }

    /** The first text that has room. */
    private Optional<BandLabel> label(int row, Band band, double millisPerPixel, NavigableSet<Long> lines) {
        List<String> words = List.of(band.state().words());
        return (band.texts().isEmpty() ? words : band.texts())
                .stream()
                        .filter(text -> !text.isEmpty())
                        .flatMap(text -> fit(row, band, text, millisPerPixel, lines).stream())
                        .findFirst();
    }

    private Optional<BandLabel> fit(int row, Band band, String text, double millisPerPixel, NavigableSet<Long> lines) {
        double width = TextWidth.of(text, ChartStyle.bandLabelSize(rows.size())) + 2 * ChartStyle.LABEL_INSET;
        long length = (long) Math.ceil(width * millisPerPixel);
        long from = Math.max(band.from(), window.from());
        long to = Math.min(band.to(), window.to());
        long start = band.atEnd() ? to - length : from;
        if (start < from || start + length > to) {
            return Optional.empty();
        }
        Long line = lines.higher(start);
        while (line != null && line < start + length && start + length <= to) {
            start = line;
            line = lines.higher(start);
        }
        long at = start + (long) (ChartStyle.LABEL_INSET * millisPerPixel);
        return start + length > to ? Optional.empty() : Optional.of(new BandLabel(row, band, text, at));
    }
}
