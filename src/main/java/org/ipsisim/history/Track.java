package org.ipsisim.history;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

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

    /** The values before the latest one, and when each began. */
    private final List<V> ended = new ArrayList<>();

    private long[] begins = new long[4];
    private @Nullable V latest;
    private long since;

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
        if (latest != null && since == at) {
            dropLatest();
        }
        if (latest == null) {
            latest = value;
            since = at;
        } else if (!latest.equals(value)) {
            int count = ended.size();
            // a value that comes back is kept as the object that it was
            V again = count > 0 && ended.get(count - 1).equals(value) ? ended.get(count - 1) : value;
            begins = count == begins.length ? Arrays.copyOf(begins, 2 * begins.length) : begins;
            begins[count] = since;
            ended.add(latest);
            latest = again;
            since = at;
        }
    }

    private void dropLatest() {
        int last = ended.size() - 1;
        latest = last < 0 ? null : ended.remove(last);
        since = last < 0 ? since : begins[last];
    }

    /** Whether a span begins at a time; searches from the end. */
    boolean changesAt(long at) {
        int i = ended.size() - 1;
        while (i >= 0 && begins[i] > at) {
            i--;
        }
        return latest != null && since == at || i >= 0 && begins[i] == at;
    }

    List<Span<V>> spans(long end) {
        return spans(end, Span::new);
    }

    /** The spans of a track that does not change any more; each is made when somebody reads it. */
    <S> List<S> spans(long end, SpanOf<V, S> make) {
        return new Spans<>(end, make);
    }

    private final class Spans<S> extends AbstractList<S> implements RandomAccess {
        private final long end;
        private final SpanOf<V, S> make;

        Spans(long end, SpanOf<V, S> make) {
            this.end = end;
            this.make = make;
        }

        @Override
        public S get(int index) {
            int count = ended.size();
            return index == count && latest != null
                    ? make.span(since, end, latest)
                    : make.span(begins[index], index + 1 < count ? begins[index + 1] : since, ended.get(index));
        }

        @Override
        public int size() {
            return latest == null ? 0 : ended.size() + 1;
        }
    }
}
