package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The times of a run in which something is wrong. */
final class HarmTimes {
    /**
     * A time in which it is wrong without a break.
     *
     * @param from milliseconds
     * @param to milliseconds, not part of it
     */
    record Stretch(long from, long to) {
        long length() {
            return to - from;
        }
    }

    private final List<Stretch> stretches = new ArrayList<>();
    private final long end;

    /**
     * @param times in the order of time; those that touch are one
     * @param end of the run
     */
    HarmTimes(List<Stretch> times, long end) {
        this.end = end;
        for (Stretch next : times) {
            int last = stretches.size() - 1;
            if (last >= 0 && next.from <= stretches.get(last).to) {
                stretches.set(last, new Stretch(stretches.get(last).from, next.to));
            } else {
                stretches.add(next);
            }
        }
    }

    List<Stretch> stretches() {
        return stretches;
    }

    /** Whether it is wrong at a time; at the end of the run, whether it still is. */
    boolean isAt(long at) {
        return findAt(at).isPresent();
    }

    private Optional<Stretch> findAt(long at) {
        return stretches.stream()
                .filter(stretch -> stretch.from <= at && (at < stretch.to || at == end && stretch.to == end))
                .findFirst();
    }

    /** The length of all stretches in milliseconds. */
    long total() {
        return within(new Stretch(0, end));
    }

    long within(Stretch window) {
        return stretches.stream()
                .mapToLong(
                        stretch -> Math.max(0, Math.min(window.to, stretch.to) - Math.max(window.from, stretch.from)))
                .sum();
    }

    /** The stretch that a time is in; one of no length if it is in none. */
    Stretch around(long at) {
        return findAt(at).orElse(new Stretch(at, at));
    }

    /** A stretch with the time before and after it in which nothing is wrong. */
    Stretch roomAround(Stretch stretch) {
        long from = 0;
        long to = end;
        for (Stretch other : stretches) {
            if (other.to < stretch.from) {
                from = other.to;
            } else if (other.from > stretch.to) {
                to = Math.min(to, other.from);
            }
        }
        return new Stretch(from, to);
    }

    /** Whether a stretch lasts until the end of the run, or longer. */
    boolean isOpen(Stretch stretch) {
        return stretch.to == end;
    }
}
