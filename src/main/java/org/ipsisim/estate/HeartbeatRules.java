package org.ipsisim.estate;

/**
 * How heartbeats are transported, and what else counts as contact.
 *
 * @param transport what makes up for a lost heartbeat
 * @param firstWait over TCP: how long the sender waits before it first sends again
 * @param dataCounts whether the data of calls counts as contact (R3); by default only heartbeats do
 */
public record HeartbeatRules(Transport transport, FirstWait firstWait, boolean dataCounts) {
    /** The rules of a scenario that gives none. */
    public static final HeartbeatRules DEFAULT = new HeartbeatRules(Transport.IDEAL, FirstWait.LINUX, false);

    /** What makes up for a lost heartbeat. */
    public enum Transport implements Keyed {
        /** Nothing: the next one that gets through is the next contact (M3). */
        IDEAL,
        /** Retransmission, as in TCP (RFC 6298, N7 to N10). */
        TCP
    }

    /**
     * TCP's first retransmission time-out on a way of constant latency (N7): the smoothed round trip, and what it adds for the
     * deviation, which is none here.
     */
    public enum FirstWait implements Keyed {
        /** The round trip plus 200 ms, the least that Linux adds for the deviation. */
        LINUX {
            @Override
            public long millis(long latency) {
                return 2 * latency + LEAST_ADDED_BY_LINUX;
            }
        },
        /** The round trip plus the clock's step of 1 ms, but at least 1 s (RFC 6298, sections 2.3 and 2.4). */
        RFC6298 {
            @Override
            public long millis(long latency) {
                return Math.max(LEAST_OF_THE_RFC, 2 * latency + 1);
            }
        };

        private static final long LEAST_ADDED_BY_LINUX = 200;
        private static final long LEAST_OF_THE_RFC = 1000;

        /**
         * The wait in milliseconds.
         *
         * @param latency of the way, one way, in milliseconds
         */
        public abstract long millis(long latency);
    }

    /** These rules with another transport. */
    public HeartbeatRules with(Transport other) {
        return new HeartbeatRules(other, firstWait, dataCounts);
    }
}
