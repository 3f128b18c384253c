package org.ipsisim.classroom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which part of the map each student points at. The last one counts. */
final class Pointing {
    /** By person; parts as the map names them, such as {@code link:wan}. */
    private final Map<String, String> parts = new LinkedHashMap<>();

    void point(Person person, String part) {
        parts.put(person.id(), part);
    }

    /** Somebody has left. */
    boolean forget(Person person) {
        return parts.remove(person.id()) != null;
    }

    boolean isAny() {
        return !parts.isEmpty();
    }

    void clear() {
        parts.clear();
    }

    /** How many point at what, for the trainer. */
    ObjectNode tally() {
        Map<String, Integer> counts = new TreeMap<>();
        parts.values().forEach(part -> counts.merge(part, 1, Integer::sum));
        ObjectNode tally = Message.of("points");
        ArrayNode list = tally.putArray("counts");
        counts.forEach((part, count) -> list.addObject().put("part", part).put("count", count));
        return tally;
    }
}
