package org.ipsisim.estate;

/**
 * What an expectation allows of a total: a closed range of counts or of milliseconds.
 *
 * @param atLeast the least allowed value
 * @param atMost the greatest allowed value
 */
public record Bound(long atLeast, long atMost) {
    /** Exactly this value. */
    public static Bound exactly(long value) {
        return new Bound(value, value);
    }

    /** Whether a value is within the range. */
    public boolean allows(long value) {
        return value >= atLeast && value <= atMost;
    }

    /** Whether only one value is allowed. */
    public boolean isExact() {
        return atLeast == atMost;
    }
}
