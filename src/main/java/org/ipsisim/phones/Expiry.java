package org.ipsisim.phones;

/**
 * A time-out or an attempt of a phone as one number. Numbers are ordered as these are at one instant: by extension, name of
 * the population and place of the controller (U2).
 */
final class Expiry {
    /** No answer has come (U10). */
    static final int TIME_OUT = 0;

    /** An attempt to register is due (U9). */
    static final int ATTEMPT = 1;

    /** An activation begins, or its first request is due (U12). */
    static final int ACTIVATION = 2;

    private static final int KIND_SHIFT = 20;
    private static final int CONTROLLER_SHIFT = 22;
    private static final int PHONE_SHIFT = 25;

    private Expiry() {}

    /**
     * An expiry.
     *
     * @param phone its place among all phones
     * @param controller place on the phone's list
     * @param sequence of the request that a time-out belongs to, otherwise 0
     */
    static long of(int phone, int controller, int kind, int sequence) {
        return (long) phone << PHONE_SHIFT
                | (long) controller << CONTROLLER_SHIFT
                | (long) kind << KIND_SHIFT
                | sequence;
    }

    static int phone(long expiry) {
        return (int) (expiry >>> PHONE_SHIFT);
    }

    static int controller(long expiry) {
        return (int) (expiry >>> CONTROLLER_SHIFT) & 7;
    }

    static int kind(long expiry) {
        return (int) (expiry >>> KIND_SHIFT) & 3;
    }

    static int sequence(long expiry) {
        return (int) expiry & PhoneMessage.SEQUENCE_MASK;
    }
}
