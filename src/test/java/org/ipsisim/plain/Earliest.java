package org.ipsisim.plain;

import java.util.function.LongConsumer;

/** The earliest of some instants that are later than one. */
final class Earliest implements LongConsumer {
    private final long after;
    private long at = PlainServer.NEVER;

    Earliest(long after) {
        this.after = after;
    }

    @Override
    public void accept(long instant) {
        if (instant > after && instant < at) {
            at = instant;
        }
    }

    /** {@link PlainServer#NEVER} if there is none. */
    long at() {
        return at;
    }
}
