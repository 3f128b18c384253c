package org.ipsisim.generate;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;

/** What is true of busied-out IPSIs in every history (R17, M20, M21). */
final class BusyOutChecks {
    private final History history;
    private final Consumer<String> violation;
    private final Set<String> busiedOut = new HashSet<>();
    private final Set<String> restarted = new HashSet<>();
    private long now;

    BusyOutChecks(History history, Consumer<String> violation) {
        this.history = history;
        this.violation = violation;
    }

    void check() {
        for (TraceEntry entry : history.trace()) {
            if (entry.at() > now) {
                checkRestarted();
            }
            now = entry.at();
            check(entry.subject().name(), entry.what());
        }
        checkRestarted();
    }

    private void check(String subject, Happening what) {
        if (what instanceof CommandHappening.BusiedOut) {
            require(busiedOut.add(subject), subject + " is busied out twice");
            require(!busiedOut.contains(other(subject)), "both IPSIs are busied out with " + subject);
        } else if (what instanceof CommandHappening.BusyoutReleased) {
            require(busiedOut.remove(subject), subject + " is released and was not busied out");
        } else if (what instanceof PnHappening.IpsiInterchange interchange) {
            require(!busiedOut.contains(interchange.to()), "control moves to " + interchange.to() + ", busied out");
        } else if (what instanceof PnHappening.PnRestarted) {
            restarted.add(subject);
        }
    }

    /** Restarts of the instant that is over have released what was busied out. */
    private void checkRestarted() {
        for (PnHistory pn : history.portNetworks()) {
            if (restarted.contains(pn.portNetwork().id())) {
                for (IpsiId ipsi : pn.portNetwork().ipsis()) {
                    require(!busiedOut.contains("ipsi-" + ipsi), ipsi + " is busied out after a restart");
                }
            }
        }
        restarted.clear();
    }

    private static String other(String ipsi) {
        return ipsi.substring(0, ipsi.length() - 1) + (ipsi.endsWith("a") ? "b" : "a");
    }

    private void require(boolean truth, String otherwise) {
        if (!truth) {
            violation.accept("at " + now + ": " + otherwise);
        }
    }
}
