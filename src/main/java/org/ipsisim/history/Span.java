package org.ipsisim.history;

/**
 * A stretch of time in which something does not change.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, not part of it
 * @param value what holds in this time
 */
public record Span<T>(long from, long to, T value) {
    /** Its length in milliseconds. */
    public long length() {
        return to - from;
    }
}
