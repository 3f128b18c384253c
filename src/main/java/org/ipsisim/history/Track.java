package org.ipsisim.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

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

    /**
     * The span that a time falls into; at the end of the run, the last one.
     *
     * @param end the end of a span, not part of it
     * @throws IllegalArgumentException if the time is outside the run
     */
    static <S> S spanAt(List<S> spans, ToLongFunction<S> end, long at) {
        return spans.get(indexAt(spans, end, at));
    }

    /** Where the span of {@link #spanAt} stands. */
    static <S> int indexAt(List<S> spans, ToLongFunction<S> end, long at) {
        int last = spans.size() - 1;
        if (at < 0 || at > end.applyAsLong(spans.get(last))) {
            throw new IllegalArgumentException(at + " ms is outside the run");
        }
        int first = 0;
        while (first < last) {
            int middle = (first + last) >>> 1;
            if (end.applyAsLong(spans.get(middle)) > at) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        return first;
    }

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

    List<Span<V>> spans(long end) {
        return spans(end, Span::new);
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
