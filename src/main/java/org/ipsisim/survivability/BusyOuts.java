package org.ipsisim.survivability;

import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.CommandHappening;

/** What an operator's busy-out of an IPSI does: it is not chosen until it is released (R17, M20, M21). */
final class BusyOuts {
    private final RunningEstate run;

    BusyOuts(RunningEstate run) {
        this.run = run;
    }

    /** Control moves to the other IPSI at once; refused if that cannot have it. */
    void busyOut(IpsiId ipsi, int event) {
        PortNetworkControl control = run.getPortNetwork(ipsi.pn());
        IpsiSide side = control.ipsis().get(ipsi);
        String refusal = refusal(control, side);
        if (refusal.isEmpty()) {
            side.setBusiedOut(true);
            int entry = run.entryOfEvent(side.subject(), event, new CommandHappening.BusiedOut());
            control.ipsis().leaveBusiedOut(entry);
            control.ipsisInUseChanged(entry);
        } else {
            run.entryOfEvent(side.subject(), event, new CommandHappening.CommandRefused(refusal));
        }
    }

    /** Why an IPSI cannot be busied out; empty if it can. */
    private static String refusal(PortNetworkControl control, IpsiSide side) {
        String pn = control.portNetwork().id();
        if (!control.ipsis().areTwo()) {
            return "it is the only IPSI of " + pn;
        }
        if (side.isBusiedOut()) {
            return "it is busied out already";
        }
        IpsiSide other = control.ipsis().otherThan(side);
        if (other.isBusiedOut()) {
            return other.subject() + " is busied out";
        }
        if (!control.isControlled()) {
            return "no server controls " + pn;
        }
        return other.isReady() ? "" : other.subject() + " has no contact";
    }

    /** It may be chosen again. */
    void release(IpsiId ipsi, int event) {
        PortNetworkControl control = run.getPortNetwork(ipsi.pn());
        IpsiSide side = control.ipsis().get(ipsi);
        if (side.isBusiedOut()) {
            side.setBusiedOut(false);
            control.ipsisInUseChanged(
                    run.entryOfEvent(side.subject(), event, new CommandHappening.BusyoutReleased("by an operator")));
        } else {
            run.entryOfEvent(side.subject(), event, new CommandHappening.CommandRefused("it is not busied out"));
        }
    }
}
