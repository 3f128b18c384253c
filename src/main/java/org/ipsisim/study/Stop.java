package org.ipsisim.study;

/** Stops a study before its next run begins; any thread may ask for it. */
public final class Stop {
    private volatile boolean requested;

    /** Asks for no more work to begin. */
    public void request() {
        requested = true;
    }

    /** Whether no more work is to begin. */
    public boolean isRequested() {
        return requested;
    }
}
