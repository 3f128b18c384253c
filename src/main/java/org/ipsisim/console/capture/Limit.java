package org.ipsisim.console.capture;

/** The greatest numbers that forms and scenario files take. */
final class Limit {
    static final int CLUSTER = 999;
    static final int PORT_NETWORK = 64;
    static final int COMMUNITY = 64;
    static final int SCORE = 100;

    /** Most servers on a priority list (R29). */
    static final int LIST = 8;

    private Limit() {}
}
