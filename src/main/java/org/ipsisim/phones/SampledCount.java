package org.ipsisim.phones;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.history.Span;

/** A count over time, as it is at whole seconds. */
final class SampledCount {
    private static final long SECOND = 1000;

    private final List<Span<Integer>> spans = new ArrayList<>();
    private int value;
    private int sampled;
    private long since;
    private long nextSample;

    /** @param start the value at the start */
    SampledCount(int start) {
        value = start;
        sampled = start;
    }

    int value() {
        return value;
    }

    /** It grows at a time, or falls. */
    void add(int difference, long now) {
        if (now > nextSample) {
            sampleBefore(now);
            nextSample = (now + SECOND - 1) / SECOND * SECOND;
        }
        value += difference;
    }

    private void sampleBefore(long now) {
        if (nextSample < now && value != sampled) {
            if (nextSample > since) {
                spans.add(new Span<>(since, nextSample, sampled));
            }
            since = nextSample;
            sampled = value;
        }
    }

    /** The spans up to the end of the run. */
    List<Span<Integer>> finish(long end) {
        sampleBefore(end);
        spans.add(new Span<>(since, end, sampled));
        return spans;
    }
}
