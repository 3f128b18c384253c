package org.ipsisim.classroom;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Who has lost the thread of the class, and when most had. */
final class LostMeter {
    private final Set<String> lost = new LinkedHashSet<>();
    private int most;
    private long mostAt;

    /** Somebody is lost, or no longer; whether that is new. */
    boolean set(Person person, boolean isLost, long at) {
        boolean changed = isLost ? lost.add(person.id()) : lost.remove(person.id());
        if (lost.size() > most) {
            most = lost.size();
            mostAt = at;
        }
        return changed;
    }

    boolean isAny() {
        return most > 0;
    }

    int count() {
        return lost.size();
    }

    /** The meter for the trainer: how many now, and the most so far with the moment of the run at which that was. */
    ObjectNode describe() {
        return Message.of("lost").put("count", lost.size()).put("most", most).put("mostAt", mostAt);
    }
}
