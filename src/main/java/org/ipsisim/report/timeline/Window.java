package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipsisim.report.timeline.BandRow.Band;

/**
 * The part of a run that a timeline draws large.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, more than {@code from}
 */
public record Window(long from, long to) {
    /** If all trouble takes more than this share of a run, it needs no closer look. */
    private static final int SHARE_OF_ALL = 3;

    /** Nor does one incident of several that takes more than this. */
    private static final int SHARE_OF_ONE = 10;

    /** What is this close to other trouble belongs to one incident. */
    private static final long SAME_INCIDENT = 10 * 60_000;

    private static final long LEAST = 10_000;

    /** How long it is, in milliseconds. */
    public long length() {
        return to - from;
    }

    /**
     * The part in which the rows leave normal service, with some room; if that is long, the incident that costs most; the
     * whole run if that is long, too, or nothing happens.
     */
    static Window ofIncident(List<BandRow> rows, long duration) {
        Window whole = new Window(0, duration);
        List<Band> trouble = rows.stream()
                .flatMap(row -> row.bands().stream())
                .filter(band -> !band.state().isService())
                .sorted(Comparator.comparingLong(Band::from))
                .toList();
        if (trouble.isEmpty()) {
            return whole;
        }
        Window all = around(incidents(trouble, duration).get(0), duration);
        if (all.length() <= duration / SHARE_OF_ALL) {
            return all;
        }
        Incident worst = incidents(trouble, SAME_INCIDENT).stream()
                .max(Comparator.comparingLong(Incident::cost).thenComparing(Incident::from, Comparator.reverseOrder()))
                .orElseThrow();
        Window one = around(worst, duration);
        return one.length() <= duration / SHARE_OF_ONE ? one : whole;
    }

    /** @param cost time out of normal service, of all rows */
    private record Incident(long from, long to, long cost) {}

    private static List<Incident> incidents(List<Band> trouble, long gap) {
        List<Incident> incidents = new ArrayList<>();
        for (Band band : trouble) {
            int last = incidents.size() - 1;
            long cost = band.to() - band.from();
            if (last >= 0 && band.from() - incidents.get(last).to < gap) {
                Incident before = incidents.get(last);
                incidents.set(last, new Incident(before.from, Math.max(before.to, band.to()), before.cost + cost));
            } else {
                incidents.add(new Incident(band.from(), band.to(), cost));
            }
        }
        return incidents;
    }

    /** Round times around an incident, a fifth longer on either side. */
    private static Window around(Incident incident, long duration) {
        long room = Math.max((incident.to - incident.from) / 5, LEAST);
        long step = TimeTicks.over(incident.to - incident.from + 2 * room).step();
        long from = Math.max(0, (incident.from - room) / step * step);
        long to = Math.min(duration, (incident.to + room + step - 1) / step * step);
        return new Window(from, to);
    }
}
