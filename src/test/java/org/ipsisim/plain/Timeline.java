package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.List;

/** A value over time: what it was at the end of each instant. */
final class Timeline<V> {
    private record Change<V>(long at, V value) {}

    /** Makes a span of the history. */
    interface Span<V, S> {
        S of(long from, long to, V value);
    }

    private final List<Change<V>> changes = new ArrayList<>();

    void record(long at, V value) {
        if (changes.isEmpty() || !changes.get(changes.size() - 1).value().equals(value)) {
            changes.add(new Change<>(at, value));
        }
    }

    <S> List<S> spans(long end, Span<V, S> span) {
        List<S> spans = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            long to = i + 1 < changes.size() ? changes.get(i + 1).at() : end;
            spans.add(span.of(changes.get(i).at(), to, changes.get(i).value()));
        }
        return spans;
    }
}
