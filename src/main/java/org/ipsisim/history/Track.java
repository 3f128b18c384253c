package org.ipsisim.history;

import java.util.ArrayList;
import java.util.List;

/**
 * A value over time as it changes: neighbours are merged when equal, and what lasted no time is forgotten.
 *
 * @param <V> the value
 */
final class Track<V> {
    /** Makes a span of a timeline. */
    interface SpanOf<V, S> {
        S span(long from, long to, V value);
    }

    private record Change<V>(long at, V value) {}

    private final List<Change<V>> changes = new ArrayList<>();

    void change(long at, V value) {
        int last = changes.size() - 1;
        if (last >= 0 && changes.get(last).at == at) {
            changes.remove(last--);
        }
        if (last < 0 || !changes.get(last).value.equals(value)) {
            changes.add(new Change<>(at, value));
        }
    }

    /** Whether a span begins at a time; it is sought from the end. */
    boolean changesAt(long at) {
        int i = changes.size() - 1;
        while (i >= 0 && changes.get(i).at > at) {
            i--;
        }
        return i >= 0 && changes.get(i).at == at;
    }

    <S> List<S> spans(long end, SpanOf<V, S> make) {
        List<S> spans = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            long to = i + 1 < changes.size() ? changes.get(i + 1).at : end;
            spans.add(make.span(changes.get(i).at, to, changes.get(i).value));
        }
        return spans;
    }
}
