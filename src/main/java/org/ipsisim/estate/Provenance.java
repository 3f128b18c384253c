package org.ipsisim.estate;

import java.util.Map;
import java.util.Optional;

/**
 * Where the values of a scenario come from: for each key path, such as {@code timers.no-service-timeout} or
 * {@code events[2]}, the place that set it.
 *
 * @param file the scenario file as the user named it; {@code -} for standard input
 * @param places key path to place
 */
public record Provenance(String file, Map<String, Place> places) {
    /** The provenance of a scenario without a file. */
    public static final Provenance NONE = new Provenance("-", Map.of());

    /** Keeps a copy of the places. */
    public Provenance {
        places = Map.copyOf(places);
    }

    /** A place that set a value: a line of the file, counted from 1, or an override on the command line. */
    public sealed interface Place {
        /** A line of the scenario file. */
        record Line(int number) implements Place {}

        /** A line of a file that the scenario includes. */
        record Included(String file, int number) implements Place {}

        /** A {@code --set} of the command line, as written. */
        record CommandLine(String assignment) implements Place {}
    }

    /** The place that set a key path, if any. */
    public Optional<Place> find(String keyPath) {
        return Optional.ofNullable(places.get(keyPath));
    }
}
