package org.ipsisim.survivability;

import java.util.Optional;
import org.ipsisim.heartbeat.HeartbeatPath;

/**
 * The data of one port network's calls that counts as contact: it goes from the active server of the controlling cluster to
 * the IPSI that controls (R3, N11). While nobody controls the port network, there is none.
 */
final class DataContact {
    private final RunningEstate run;
    private final PortNetworkControl control;
    private final boolean counts;
    private Optional<HeartbeatPath> carrier = Optional.empty();

    /** @param counts whether data counts in this run; otherwise nothing ever carries it */
    DataContact(RunningEstate run, PortNetworkControl control, boolean counts) {
        this.run = run;
        this.control = control;
        this.counts = counts && control.portNetwork().traffic().isPresent();
    }

    /** The controlling cluster, its active server or the active IPSI may have changed. */
    void review() {
        if (counts) {
            carryOver(control.isControlled() ? present() : Optional.empty());
        }
    }

    private Optional<HeartbeatPath> present() {
        int server = run.indexOf(control.controller().activeServer());
        return Optional.of(
                run.connections().path(server, control.ipsis().active().index()));
    }

    private void carryOver(Optional<HeartbeatPath> next) {
        if (!carrier.equals(next)) {
            carrier.ifPresent(path -> path.carryData(false));
            carrier = next;
            carrier.ifPresent(path -> path.carryData(true));
        }
    }
}
