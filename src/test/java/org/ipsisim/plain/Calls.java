package org.ipsisim.plain;

import java.time.Duration;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.history.CallOutcome;

/** The stable calls of one port network: all of a kind share one fate; people may dial again (T9). */
final class Calls {
    private final StableCalls atStart;
    private boolean areUp = true;
    private long drops;
    private long redials;
    private boolean pnFrozen;
    private boolean ipDropped;
    private boolean ipFrozen;
    private long redialAt = PlainServer.NEVER;

    Calls(StableCalls atStart) {
        this.atStart = atStart;
    }

    /** The calls that are up are without features from now on (R12, R18). */
    void freeze() {
        pnFrozen |= areUp;
        ipFrozen |= !ipDropped;
    }

    /** The calls that use the port network's resources end; those between IP phones stay, without features (C4). */
    void drop() {
        drops += areUp ? 1 : 0;
        areUp = false;
        ipFrozen |= !ipDropped;
    }

    /** The servers start from scratch: every call ends (M24). */
    void dropAll() {
        drops += areUp ? 1 : 0;
        areUp = false;
        ipDropped = true;
    }

    /** What is so at an instant: people dial again if they could for long enough. */
    boolean redial(boolean isInService, long now) {
        if (!isInService || areUp) {
            redialAt = PlainServer.NEVER;
            return false;
        }
        if (redialAt == PlainServer.NEVER) {
            redialAt = atStart.pn() == 0
                    ? PlainServer.NEVER
                    : atStart.redial()
                            .map(Duration::toMillis)
                            .map(time -> now + time)
                            .orElse(PlainServer.NEVER);
        }
        if (redialAt > now) {
            return false;
        }
        areUp = true;
        redials++;
        redialAt = PlainServer.NEVER;
        return true;
    }

    long redialAt() {
        return redialAt;
    }

    CallOutcome pn() {
        return new CallOutcome(atStart.pn(), drops * atStart.pn(), pnFrozen ? atStart.pn() : 0, redials * atStart.pn());
    }

    CallOutcome ip() {
        return new CallOutcome(atStart.ip(), ipDropped ? atStart.ip() : 0, ipFrozen ? atStart.ip() : 0, 0);
    }
}
