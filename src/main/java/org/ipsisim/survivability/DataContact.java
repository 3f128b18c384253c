package org.ipsisim.survivability;

import org.ipsisim.network.HeartbeatPath;

/**
 * The data of one port network's calls that counts as contact: it goes from the active server of the controlling cluster to
 * the IPSI that controls (R3, N11).
 */
final class DataContact {
    private final RunningEstate run;
    private final PortNetworkControl control;
    private final boolean counts;
    private HeartbeatPath carrier;

    /** @param counts whether data counts in this run; otherwise nothing ever carries it */
    DataContact(RunningEstate run, PortNetworkControl control, boolean counts) {
        this.run = run;
        this.control = control;
        this.counts = counts && control.portNetwork().traffic().isPresent();
    }

    /** The controlling cluster, its active server or the active IPSI may have changed. */
    void review() {
        if (!counts) {
            return;
        }
        int server = run.indexOf(control.controller().activeServer());
        HeartbeatPath next =
                run.connections().path(server, control.ipsis().active().index());
        if (carrier != next) {
            if (carrier != null) {
                carrier.carryData(false);
            }
            carrier = next;
            carrier.carryData(true);
        }
    }
}
