package org.ipsisim.lab;

import java.util.HashMap;
import java.util.Map;

/**
 * How many requests are served in a second; what one second leaves over may be made up in the next, so that a pause of this machine
 * refuses nobody. One source may have all of them; when they are used up, a source that has had less than its share in this second
 * still gets through, so that a flood of one source does not stop another.
 */
final class RequestBudget {
    private static final long SECOND = 1000;
    private static final int MOST_SOURCES = 10_000;

    private final int perSecond;
    private final Map<String, Integer> bySource = new HashMap<>();
    private long second;
    private long filledAt;

    /** What is left, in thousandths of a request; below 0 when sources with less than their share came last. */
    private long left;

    RequestBudget(int perSecond) {
        this.perSecond = perSecond;
        this.left = perSecond * SECOND;
    }

    /** Whether one more request of a source is served. */
    boolean allows(String source, long now) {
        left = Math.min(perSecond * SECOND, left + (now - filledAt) * perSecond);
        filledAt = now;
        if (now / SECOND != second) {
            second = now / SECOND;
            bySource.clear();
        }
        boolean isKnown = bySource.containsKey(source);
        if (!isKnown && bySource.size() >= MOST_SOURCES) {
            return false;
        }
        int count = bySource.merge(source, 1, Integer::sum);
        boolean isServed = left >= SECOND || count <= perSecond / (2 * bySource.size());
        if (isServed) {
            left -= SECOND;
        }
        return isServed;
    }
}
