package org.ipsisim.estate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the customer calls the things and events of a scenario, and what is noted about them. Nothing refers to a label.
 *
 * @param things by the names that results use, such as {@code dallas}, {@code main}, {@code sc-10} or {@code pn-3}
 * @param events by event; equal events share one
 */
public record Labels(Map<String, Label> things, Map<ScenarioEvent, Label> events) {
    /** No labels. */
    public static final Labels NONE = new Labels(Map.of(), Map.of());

    /** Keeps copies in the order of the file. */
    public Labels {
        things = Collections.unmodifiableMap(new LinkedHashMap<>(things));
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
    }

    /**
     * What one thing or event is called.
     *
     * @param name such as {@code Dallas branch}; may be empty
     * @param note such as the number of a ticket or a carrier; may be empty
     */
    public record Label(String name, String note) {
        /** Of what has none. */
        public static final Label NONE = new Label("", "");

        /** Whether it has neither. */
        public boolean isEmpty() {
            return name.isEmpty() && note.isEmpty();
        }
    }

    /** The label of a thing. */
    public Label of(String thing) {
        return things.getOrDefault(thing, Label.NONE);
    }

    /** The label of an event. */
    public Label of(ScenarioEvent event) {
        return events.isEmpty() ? Label.NONE : events.getOrDefault(event, Label.NONE);
    }
}
