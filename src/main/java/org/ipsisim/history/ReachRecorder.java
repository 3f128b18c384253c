package org.ipsisim.history;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes down what servers can reach over the network. */
public final class ReachRecorder {
    private final Map<String, SortedMap<Subject, Track<Boolean>>> byServer = new HashMap<>();

    /** From a time on a server can or cannot reach something, such as {@code ipsi-1a} or {@code main-a}. */
    public void reach(long at, String server, Subject what, boolean reaches) {
        byServer.computeIfAbsent(server, id -> new TreeMap<>())
                .computeIfAbsent(what, id -> new Track<>())
                .change(at, reaches);
    }

    /** What one server could reach in the run that has ended. */
    SortedMap<Subject, List<Span<Boolean>>> finish(String server, long end) {
        SortedMap<Subject, List<Span<Boolean>>> reach = new TreeMap<>();
        byServer.getOrDefault(server, Collections.emptySortedMap())
                .forEach((what, track) -> reach.put(what, track.spans(end)));
        return Collections.unmodifiableSortedMap(reach);
    }
}
