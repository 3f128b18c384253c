package org.ipsisim.survivability;

import java.util.HashSet;
import java.util.Set;
import org.ipsisim.history.PnHappening;

/** A request for service: down the list until a server accepts; if none does, the time-out starts again (R27, M10, M11). */
final class ServiceRequest {
    private final RunningEstate run;
    private final PortNetworkControl pn;
    private final Escalation escalation;
    private int lastEntry;

    ServiceRequest(RunningEstate run, PortNetworkControl pn, Escalation escalation) {
        this.run = run;
        this.pn = pn;
        this.escalation = escalation;
        this.lastEntry = escalation.noServiceEntry();
    }

    /** Asks the servers on the list of the active IPSI, then those on the list of the other one, each once. */
    void send() {
        Set<Cluster> asked = new HashSet<>();
        for (IpsiSide side : pn.ipsis().activeFirst()) {
            for (Cluster server : side.list().clusters()) {
                if (asked.add(server) && isAccepted(server)) {
                    pn.moveTo(server, lastEntry, Takeover.REQUEST);
                    return;
                }
            }
        }
        if (asked.isEmpty()) {
            tell(new PnHappening.RequestRefused(0, "no server is on the priority list"));
        }
        escalation.waitAgain(lastEntry);
    }

    private boolean isAccepted(Cluster server) {
        tell(new PnHappening.ServiceRequested(server.number()));
        boolean accepted = pn.ipsis().isAcceptedBy(server);
        if (!accepted) {
            tell(new PnHappening.RequestRefused(server.number(), server.reasonForRefusal()));
        }
        return accepted;
    }

    private void tell(PnHappening what) {
        lastEntry = run.entry(pn.subject(), lastEntry, what);
    }
}
