package org.ipsisim.survivability;

import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.history.Happening;
import org.ipsisim.history.PnRecorder;

/**
 * The stable calls of a port network: those that use its resources drop with it, those between shuffled IP phones stay up
 * without features (R12, R15, R17, R18, M7, M15).
 */
final class StableCallsInRun {
    private final RunningEstate run;
    private final String subject;
    private final PnRecorder recorder;
    private int pnCalls;
    private final int ipCalls;
    private long frozenPnCalls;
    private long frozenIpCalls;

    StableCallsInRun(RunningEstate run, String subject, StableCalls calls, PnRecorder recorder) {
        this.run = run;
        this.subject = subject;
        this.recorder = recorder;
        this.pnCalls = calls.pn();
        this.ipCalls = calls.ip();
    }

    /** No call can start or change; those that are up stay. */
    void freeze() {
        frozenPnCalls = Math.max(frozenPnCalls, pnCalls);
        frozenIpCalls = ipCalls;
        recorder.frozen(frozenPnCalls, frozenIpCalls);
    }

    /** All calls that use the port network's resources end. */
    void drop(int cause) {
        frozenIpCalls = ipCalls;
        recorder.frozen(frozenPnCalls, frozenIpCalls);
        if (pnCalls > 0) {
            run.entry(subject, cause, new Happening.CallsDropped(pnCalls));
            recorder.count(PnTotal.CALLS_DROPPED, pnCalls);
            pnCalls = 0;
        }
    }
}
