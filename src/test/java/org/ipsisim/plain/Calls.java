package org.ipsisim.plain;

import org.ipsisim.estate.StableCalls;
import org.ipsisim.history.CallOutcome;

/** The stable calls of one port network: all of a kind share one fate; people may dial again (T9). */
final class Calls {
    private final StableCalls atStart;
    private boolean areUp = true;
    private long drops;
    private long redials;
    private boolean pnFrozen;
    private boolean ipAreUp = true;
    private long ipDrops;
    private long ipRedials;
    private boolean ipFrozen;
    private long redialAt = PlainServer.NEVER;

    Calls(StableCalls atStart) {
        this.atStart = atStart;
    }

    /** The calls that are up are without features from now on (R12, R18). */
    void freeze() {
        pnFrozen |= areUp;
        ipFrozen |= ipAreUp;
    }

    /** The calls that use the port network's resources end; those between IP phones stay, without features (C4). */
    void drop() {
        drops += areUp ? 1 : 0;
        areUp = false;
        ipFrozen |= ipAreUp;
    }

    /** The servers start from scratch: every call ends (M24). */
    void dropAll() {
        drops += areUp ? 1 : 0;
        areUp = false;
        dropBetweenIpPhones();
    }

    /** The IP phones have no power, or the servers know nothing of their calls (M24, M32). */
    void dropBetweenIpPhones() {
        ipDrops += ipAreUp ? 1 : 0;
        ipAreUp = false;
    }

    /**
     * What is so at an instant: people dial again if they could for long enough.
     *
     * @return how many calls they make now
     */
    long redial(boolean isInService, long now) {
        long missing = (areUp ? 0 : atStart.pn()) + (ipAreUp ? 0 : atStart.ip());
        if (!isInService || missing == 0 || atStart.redial().isEmpty()) {
            redialAt = PlainServer.NEVER;
        } else if (redialAt == PlainServer.NEVER) {
            redialAt = now + atStart.redial().get().toMillis();
        }
        if (redialAt > now) {
            return 0;
        }
        redials += areUp ? 0 : 1;
        ipRedials += ipAreUp ? 0 : 1;
        areUp = true;
        ipAreUp = true;
        redialAt = PlainServer.NEVER;
        return missing;
    }

    long redialAt() {
        return redialAt;
    }

    CallOutcome pn() {
        return new CallOutcome(atStart.pn(), drops * atStart.pn(), pnFrozen ? atStart.pn() : 0, redials * atStart.pn());
    }

    CallOutcome ip() {
        return new CallOutcome(
                atStart.ip(), ipDrops * atStart.ip(), ipFrozen ? atStart.ip() : 0, ipRedials * atStart.ip());
    }
}
