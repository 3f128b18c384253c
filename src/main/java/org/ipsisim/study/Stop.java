package org.ipsisim.study;

/** Whether runs that have not begun are still wanted; any thread may ask and decide. */
public final class Stop {
    private volatile boolean requested;

    /** Nothing more is to begin. */
    public void request() {
        requested = true;
    }

    /** Whether nothing more is to begin. */
    public boolean isRequested() {
        return requested;
    }
}
