package org.ipsisim.bench;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/** An event of SSJ that is used as a timer; the numbers of its priority are the order within one instant (M2). */
abstract class SsjEvent extends Event {
    static final int FAULT = 0;
    static final int SEND = 1;
    static final int ARRIVAL = 2;
    static final int PHASE_END = 3;
    static final int SOCKET_LOST = 4;
    static final int MISS = 5;
    static final int SANITY = 6;
    static final int COLD_RESET = 7;
    static final int NO_SERVICE = 8;
    static final int REQUEST = 9;

    /** @param thing number of what it happens to, below 1,000 */
    SsjEvent(Simulator simulator, int kind, int thing) {
        super(simulator);
        setOrder(kind, thing);
    }

    /** For an event that is not scheduled. */
    final void setOrder(int kind, int thing) {
        priority = 1_000 * kind + thing;
    }

    final void armIn(long delay) {
        if (isArmed()) {
            reschedule(delay);
        } else {
            schedule(delay);
        }
    }

    final void armAt(long time) {
        armIn(time - (long) sim.time());
    }

    final void disarm() {
        if (isArmed()) {
            cancel();
        }
    }

    private boolean isArmed() {
        return time() >= 0;
    }
}
