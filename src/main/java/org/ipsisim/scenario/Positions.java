package org.ipsisim.scenario;

import java.util.HashMap;
import java.util.Map;
import org.ipsisim.estate.Provenance;

/** Where the key paths of a scenario stand, collected while it is read. */
final class Positions {
    private final Map<String, SourceSpan> spans = new HashMap<>();
    private final Map<Integer, String> portNetworks = new HashMap<>();

    void put(String path, SourceSpan span) {
        spans.put(path, span);
    }

    /** Remembers the entry that declares a port network. */
    void putPortNetwork(int number, String path) {
        portNetworks.put(number, path);
    }

    /** The path of the entry that declares a port network, such as {@code port-networks[0]}. */
    String pathOfPortNetwork(int number) {
        return portNetworks.get(number);
    }

    /** The place of a path, or of the nearest path above it that stands in a source. */
    SourceSpan nearest(String path) {
        String at = path;
        SourceSpan span = spans.get(at);
        while (span == null) {
            at = at.substring(0, Math.max(at.lastIndexOf('.'), 0));
            span = spans.get(at);
        }
        return span;
    }

    Provenance toProvenance(String file) {
        Map<String, Provenance.Place> places = new HashMap<>();
        for (Map.Entry<String, SourceSpan> entry : spans.entrySet()) {
            if (!entry.getKey().isEmpty()) {
                places.put(entry.getKey(), placeOf(entry.getValue()));
            }
        }
        return new Provenance(file, places);
    }

    private static Provenance.Place placeOf(SourceSpan span) {
        return span.source().isCommandLine()
                ? new Provenance.Place.CommandLine(span.source().line(1))
                : new Provenance.Place.Line(span.line());
    }
}
