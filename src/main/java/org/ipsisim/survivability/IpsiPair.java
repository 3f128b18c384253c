package org.ipsisim.survivability;

import java.util.List;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.history.PnHappening;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/** Which of its two IPSIs a port network is controlled through (R72 to R78, M20, M21). */
final class IpsiPair {
    /** With both healthy again control returns to the A side after so long, in milliseconds (R74, M21). */
    private static final long RETURN_AFTER = 60_000;

    /** So long the standby has control each night, in milliseconds (M33). */
    private static final long NIGHTLY = 20_000;

    private final RunningEstate run;
    private final PortNetworkControl control;
    private final List<IpsiSide> sides;
    private final Timer interchange;
    private IpsiSide active;
    private boolean bothHealthy = true;
    private long bothHealthySince;
    private final Timer nightly;
    private long nightlyUntil;
    private int nightlyEntry;

    IpsiPair(RunningEstate run, PortNetworkControl control, List<IpsiSide> sides) {
        this.run = run;
        this.control = control;
        this.sides = sides;
        this.active = sides.get(0);
        this.interchange = run.agenda()
                .timer(
                        Turn.DECISION,
                        EventRank.IPSI_INTERCHANGE.rank(control.portNetwork().number()),
                        this::change);
        int number = control.portNetwork().number();
        this.nightly = run.agenda().timer(Turn.DECISION, EventRank.IPSI_INTERCHANGE.rank(number, 1), this::tryStandby);
        control.portNetwork().nightlyInterchange().ifPresent(time -> nightly.armAt(time.nextAfter(-1)));
    }

    IpsiSide active() {
        return active;
    }

    IpsiSide other() {
        return active == sides.get(0) ? sides.get(1) : sides.get(0);
    }

    /** A server takes control through this IPSI; that is no interchange. */
    void controlThrough(IpsiSide side) {
        active = side;
        bothHealthy = false;
    }

    /** Contact, boards or the controlling cluster have changed. */
    void review() {
        boolean nowHealthy = active.isHealthy() && other().isHealthy();
        if (nowHealthy && !bothHealthy) {
            bothHealthySince = run.agenda().now();
        }
        bothHealthy = nowHealthy;
        if (!control.isControlled()) {
            interchange.cancel();
        } else if (!active.isHealthy() && other().isReady()) {
            interchange.armAt(run.agenda().now());
        } else if (bothHealthy && active != sides.get(0)) {
            interchange.armAt(Math.max(run.agenda().now(), Math.max(bothHealthySince + RETURN_AFTER, nightlyUntil)));
        } else {
            interchange.cancel();
        }
    }

    private void change() {
        if (bothHealthy && run.agenda().now() == nightlyUntil) {
            change(nightlyEntry, "the nightly interchange is over", "M33");
        } else if (bothHealthy) {
            change(other().lastEntry(), "both are healthy, and side A is preferred", "R74", "M21");
        } else if (active.works() && !active.hasPacketInterface()) {
            change(active.faultEntry(), "the packet interface of " + active.subject() + " is out of service", "M31");
        } else {
            change(active.lastEntry(), "no heartbeat for too long", "R76", "M20");
        }
    }

    /** An IPSI that is busied out gives control away at once. */
    void leaveBusiedOut(int cause) {
        if (active.isBusiedOut()) {
            change(cause, active.subject() + " is busied out", "M20");
        }
    }

    /** M33: each day a healthy standby has control for a while. */
    private void tryStandby() {
        long now = run.agenda().now();
        control.portNetwork().nightlyInterchange().ifPresent(time -> nightly.armAt(time.nextAfter(now)));
        if (control.isControlled() && active == sides.get(0) && bothHealthy && other().isReady()) {
            nightlyUntil = now + NIGHTLY;
            nightlyEntry = change(0, "the nightly interchange, for 20s", "M33");
        }
    }

    private int change(int cause, String why, String... rules) {
        IpsiSide from = active;
        active = other();
        int entry = run.entry(
                control.subject(),
                cause,
                new PnHappening.IpsiInterchange(
                        from.subject().name(), active.subject().name(), why),
                rules);
        control.recorder().count(PnTotal.IPSI_INTERCHANGES);
        control.controlHasMoved();
        return entry;
    }
}
