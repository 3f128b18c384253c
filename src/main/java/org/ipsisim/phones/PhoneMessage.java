package org.ipsisim.phones;

/**
 * A request of a phone, or the answer to it, as one number. Numbers are ordered as arrivals at one instant are: by extension,
 * name of the population and place of the controller (U2).
 */
final class PhoneMessage {
    /** The first of the two requests to register: it is challenged (U7). */
    static final int REGISTER = 0;

    /** The second one, with credentials. */
    static final int CREDENTIALS = 1;

    /** One of those that make a controller active (U12). */
    static final int ACTIVATION = 2;

    /** How many bits a sequence number has. */
    static final int SEQUENCE_BITS = 20;

    /** Sequence numbers count up to this, then from 0 again. */
    static final int SEQUENCE_MASK = (1 << SEQUENCE_BITS) - 1;

    private static final int FLIGHT_MASK = (1 << 16) - 1;
    private static final long REFUSED = 1L << 16;
    private static final int KIND_SHIFT = 17;
    private static final int SEQUENCE_SHIFT = 19;
    private static final int CONTROLLER_SHIFT = 39;
    private static final int PHONE_SHIFT = 42;
    private static final int PHONE_MASK = (1 << 20) - 1;

    private PhoneMessage() {}

    /**
     * A request.
     *
     * @param phone its place among all phones
     * @param controller place on the phone's list of the one that it goes to
     * @param sequence tells it from others of the phone to this controller
     * @param latency how long it takes, in milliseconds
     */
    static long request(int phone, int controller, int sequence, int kind, long latency) {
        return (long) phone << PHONE_SHIFT
                | (long) controller << CONTROLLER_SHIFT
                | (long) sequence << SEQUENCE_SHIFT
                | (long) kind << KIND_SHIFT
                | Math.min(latency, FLIGHT_MASK);
    }

    /** When a request that arrives at a time was sent, or earlier if it took very long. */
    static long sentAt(long request, long arrival) {
        long flight = request & FLIGHT_MASK;
        return flight == FLIGHT_MASK ? Long.MIN_VALUE / 2 : arrival - flight;
    }

    /** A request that is answered 503. */
    static long refused(long request) {
        return request | REFUSED;
    }

    static boolean isRefused(long message) {
        return (message & REFUSED) != 0;
    }

    static int phone(long message) {
        return (int) (message >>> PHONE_SHIFT) & PHONE_MASK;
    }

    static int controller(long message) {
        return (int) (message >>> CONTROLLER_SHIFT) & 7;
    }

    static int sequence(long message) {
        return (int) (message >>> SEQUENCE_SHIFT) & SEQUENCE_MASK;
    }

    static int kind(long message) {
        return (int) (message >>> KIND_SHIFT) & 3;
    }
}
