package org.ipsisim.cli;

/** A command cannot do what it was asked for; the user has been told why. */
final class Refused extends Exception {
    private final int status;

    /** @param status the exit status */
    Refused(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
