package org.ipsisim.scenario;

import java.util.HashSet;
import java.util.Set;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;

/** What the format can say and the engine does not act on yet: using it is an error, never a silent no-op. */
final class NotSimulated {
    private final Reading reading;
    private final Set<String> reported = new HashSet<>();

    NotSimulated(Reading reading) {
        this.reading = reading;
    }

    void check(Scenario scenario) {
        for (PortNetwork pn : scenario.estate().portNetworks()) {
            String path = reading.positions().pathOfPortNetwork(pn.number());
            if (pn.traffic().isPresent()) {
                report(path + ".traffic", "random calls");
            }
        }
    }

    private void report(String path, String what) {
        if (reported.add(path)) {
            reading.problems().error(reading.positions().nearest(path), path, "not simulated yet: " + what);
        }
    }
}
