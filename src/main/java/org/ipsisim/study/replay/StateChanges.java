package org.ipsisim.study.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Target;

/**
 * Changes between down and up, in any order, as outages. Everything is up before its first change; a change to what
 * something is already changes nothing.
 */
final class StateChanges {
    private static final List<String> DOWN =
            List.of("down", "critical", "unreachable", "failed", "problem", "alarm", "raised", "offline");
    private static final List<String> UP =
            List.of("up", "ok", "recovery", "recovered", "resolved", "clear", "cleared", "restored", "online");

    /** What is understood, for messages. */
    static final String WORDS = String.join(", ", DOWN) + "; " + String.join(", ", UP);

    private final List<Change> changes = new ArrayList<>();

    private record Change(int line, String element, Target target, Instant at, boolean isDown) {}

    /** Whether a word means down; empty if it means neither. */
    static Optional<Boolean> isDown(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return DOWN.contains(lower) ? Optional.of(true) : UP.contains(lower) ? Optional.of(false) : Optional.empty();
    }

    void add(int line, String element, Target target, Instant at, boolean isDown) {
        changes.add(new Change(line, element, target, at, isDown));
    }

    /** The outages, by element; each has the line of its beginning. */
    List<Incident> outages() {
        List<Change> sorted = new ArrayList<>(changes);
        boolean newestFirst = changes.size() > 1 && changes.get(0).at.isAfter(changes.get(changes.size() - 1).at);
        if (newestFirst) {
            Collections.reverse(sorted);
        }
        sorted.sort(Comparator.comparing(Change::at));
        Map<String, Change> down = new LinkedHashMap<>();
        List<Incident> outages = new ArrayList<>();
        for (Change change : sorted) {
            if (change.isDown) {
                down.putIfAbsent(change.element, change);
            } else {
                Optional.ofNullable(down.remove(change.element))
                        .filter(began -> change.at.isAfter(began.at))
                        .ifPresent(began -> outages.add(outage(began, Optional.of(change.at))));
            }
        }
        down.values().forEach(began -> outages.add(outage(began, Optional.empty())));
        return outages;
    }

    private static Incident outage(Change began, Optional<Instant> end) {
        return new Incident(began.line, began.element, began.target, began.at, end);
    }
}
