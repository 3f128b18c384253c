package org.ipsisim.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Element;

/** What can happen in a run, by the words that lessons use: the types of the trace, with blanks or in the plural. */
final class EventWords {
    private static final List<String> TYPES = types();

    private EventWords() {}

    private static List<String> types() {
        List<String> types = new ArrayList<>(List.of(
                "contact-lost",
                "contact-restored",
                "warm-reset",
                "cold-reset",
                "calls-dropped",
                "set-ups-lost",
                "no-service-started",
                "no-service-stopped",
                "service-requested",
                "request-refused",
                "taken-over",
                "fell-back",
                "pn-restarted",
                "in-service",
                "pn-down",
                "pn-up",
                "survivable-core-reset",
                "server-disabled",
                "server-enabled",
                "timers-changed",
                "takeover-forced",
                "command-refused",
                "return-due",
                "ipsi-interchange",
                "busied-out",
                "busyout-released",
                "server-interchange",
                "server-active",
                "server-interchange-called-off",
                "two-actives",
                "stepped-down",
                "system-restarted"));
        for (Element element : Element.values()) {
            for (String end : List.of("failed", "restored", "degraded", "degradation-ended")) {
                types.add(element.key() + "-" + end);
            }
        }
        return List.copyOf(types);
    }

    /** Every type of the trace. */
    static List<String> all() {
        return TYPES;
    }

    /** The type that some words mean, such as {@code cold-reset} for "cold resets". */
    static Optional<String> find(String words) {
        String type = words.replace(' ', '-');
        if (TYPES.contains(type)) {
            return Optional.of(type);
        }
        String singular = type.endsWith("s") ? type.substring(0, type.length() - 1) : type;
        return TYPES.contains(singular) ? Optional.of(singular) : Optional.empty();
    }
}
