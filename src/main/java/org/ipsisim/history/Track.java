package org.ipsisim.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A value over time. Equal neighbours are merged, and a value that lasted no time is dropped.
 *
 * @param <V> the value
 */
final class Track<V> {
    /** Makes a span of a timeline. */
    interface SpanOf<V, S> {
        S span(long from, long to, V value);
    }

    private final List<V> values = new ArrayList<>();
    private long[] times = new long[4];

    /**
     * The span that a time falls into; at the end of the run, the last one.
     *
     * @param end the end of a span, not part of it
     * @throws IllegalArgumentException if the time is outside the run
     */
    static <S> S spanAt(List<S> spans, ToLongFunction<S> end, long at) {
        return spans.get(indexAt(spans, end, at));
    }

    /** The index of the span of {@link #spanAt}. */
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
        int last = values.size() - 1;
        if (last >= 0 && times[last] == at) {
            values.remove(last--);
        }
        if (last < 0 || !values.get(last).equals(value)) {
            times = last + 1 == times.length ? Arrays.copyOf(times, 2 * times.length) : times;
            times[last + 1] = at;
            // a value that comes back is kept as the object that it was
            values.add(last > 0 && values.get(last - 1).equals(value) ? values.get(last - 1) : value);
        }
    }

    /** Whether a span begins at a time; searches from the end. */
    boolean changesAt(long at) {
        int i = values.size() - 1;
        while (i >= 0 && times[i] > at) {
            i--;
        }
        return i >= 0 && times[i] == at;
    }

    List<Span<V>> spans(long end) {
        return spans(end, Span::new);
    }

    <S> List<S> spans(long end, SpanOf<V, S> make) {
        List<S> spans = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            spans.add(make.span(times[i], i + 1 < values.size() ? times[i + 1] : end, values.get(i)));
        }
        return spans;
    }
}
