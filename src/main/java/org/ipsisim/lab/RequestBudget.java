package org.ipsisim.lab;

import java.util.HashMap;
import java.util.Map;

/**
 * How many requests are served in a second. One source may have all of them; when they are used up, a source that has had less
 * than its share still gets through, so that a flood of one source does not stop another.
 */
final class RequestBudget {
    private static final long SECOND = 1000;
    private static final int MOST_SOURCES = 10_000;

    private final int perSecond;
    private final Map<String, Integer> bySource = new HashMap<>();
    private long second = -1;
    private int served;

    RequestBudget(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Whether one more request of a source is served. */
    boolean allows(String source, long now) {
        if (now / SECOND != second) {
            second = now / SECOND;
            served = 0;
            bySource.clear();
        }
        boolean isKnown = bySource.containsKey(source);
        if (!isKnown && bySource.size() >= MOST_SOURCES) {
            return false;
        }
        int count = bySource.merge(source, 1, Integer::sum);
        served++;
        return served <= perSecond || count <= perSecond / (2 * bySource.size());
    }
}
