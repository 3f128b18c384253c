package org.ipsisim.study.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Target;

/**
 * Changes between down and up as outages. Everything is up before its first change; a change to what something is already
 * changes nothing. The changes of one element stand in the order of time, or the newest first; so an hour that comes twice
 * when clocks are set back is the first one, unless it would lie before the change that precedes it.
 */
final class StateChanges {
    private final Map<Target, List<Change>> changes = new LinkedHashMap<>();

    /**
     * One change.
     *
     * @param times what its time may mean, in ascending order
     */
    private record Change(int line, String element, List<Instant> times, boolean isDown) {
        Instant first() {
            return times.get(0);
        }
    }

    void add(int line, String element, Target target, List<Instant> times, boolean isDown) {
        changes.computeIfAbsent(target, t -> new ArrayList<>()).add(new Change(line, element, times, isDown));
    }

    /** The outages, by their start; each has the line of its beginning. */
    List<Incident> outages() {
        List<Incident> outages = new ArrayList<>();
        changes.forEach((target, ofTarget) -> add(target, inOrder(ofTarget), outages));
        outages.sort(Comparator.comparing(Incident::start));
        return outages;
    }

    private static List<Change> inOrder(List<Change> changes) {
        List<Change> sorted = new ArrayList<>(changes);
        if (sorted.get(0).first().isAfter(sorted.get(sorted.size() - 1).first())) {
            Collections.reverse(sorted);
        }
        List<Change> certain = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Change change : sorted) {
            Instant previous = before;
            Instant at = change.times().stream()
                    .filter(time -> !time.isBefore(previous))
                    .findFirst()
                    .orElse(change.first());
            certain.add(new Change(change.line(), change.element(), List.of(at), change.isDown()));
            before = at;
        }
        certain.sort(Comparator.comparing(Change::first));
        return certain;
    }

    private static void add(Target target, List<Change> changes, List<Incident> outages) {
        Change began = null;
        for (Change change : changes) {
            if (change.isDown()) {
                began = began == null ? change : began;
            } else if (began != null) {
                if (change.first().isAfter(began.first())) {
                    outages.add(outage(began, target, Optional.of(change.first())));
                }
                began = null;
            }
        }
        if (began != null) {
            outages.add(outage(began, target, Optional.empty()));
        }
    }

    private static Incident outage(Change began, Target target, Optional<Instant> end) {
        return new Incident(began.line(), began.element(), target, began.first(), end);
    }
}
