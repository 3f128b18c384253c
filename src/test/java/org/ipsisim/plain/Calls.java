package org.ipsisim.plain;

import org.ipsisim.estate.StableCalls;
import org.ipsisim.history.CallOutcome;

/** The stable calls of one port network: all of a kind share one fate, and dropped calls never come back. */
final class Calls {
    private final StableCalls atStart;
    private boolean pnDropped;
    private boolean pnFrozen;
    private boolean ipDropped;
    private boolean ipFrozen;

    Calls(StableCalls atStart) {
        this.atStart = atStart;
    }

    /** The calls that are up are without features from now on (R12, R18). */
    void freeze() {
        pnFrozen |= !pnDropped;
        ipFrozen |= !ipDropped;
    }

    /** The calls that use the port network's resources end; those between IP phones stay, without features (C4). */
    void drop() {
        pnDropped = true;
        ipFrozen |= !ipDropped;
    }

    /** The servers start from scratch: every call ends (M24). */
    void dropAll() {
        pnDropped = true;
        ipDropped = true;
    }

    CallOutcome pn() {
        return new CallOutcome(atStart.pn(), pnDropped ? atStart.pn() : 0, pnFrozen ? atStart.pn() : 0);
    }

    CallOutcome ip() {
        return new CallOutcome(atStart.ip(), ipDropped ? atStart.ip() : 0, ipFrozen ? atStart.ip() : 0);
    }
}
