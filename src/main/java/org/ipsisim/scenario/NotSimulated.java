package org.ipsisim.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;

/** What the format can say and the engine does not act on yet: using it is an error, never a silent no-op. */
final class NotSimulated {
    private final Reading reading;
    private final Set<String> reported = new HashSet<>();

    NotSimulated(Reading reading) {
        this.reading = reading;
    }

    void check(Scenario scenario) {
        HeartbeatRules heartbeats = scenario.estate().heartbeats();
        if (heartbeats.transport() == HeartbeatRules.Transport.TCP) {
            report(HeartbeatsReader.TRANSPORT, "heartbeats that TCP sends again");
        }
        if (heartbeats.dataCounts()) {
            report(HeartbeatsReader.DATA, "data that stands in for heartbeats");
        }
        List<Link> links = scenario.estate().links();
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).loss() > 0) {
                report("links[" + i + "].loss", "a link that loses heartbeats");
            }
            if (links.get(i).bursts().isPresent()) {
                report("links[" + i + "].bursts", "a link that loses heartbeats in bursts");
            }
        }
        for (PortNetwork pn : scenario.estate().portNetworks()) {
            String path = reading.positions().pathOfPortNetwork(pn.number());
            if (pn.traffic().isPresent()) {
                report(path + ".traffic", "random calls");
            }
        }
        for (int i = 0; i < scenario.events().size(); i++) {
            check("events[" + i + "]", scenario.events().get(i));
        }
    }

    private void check(String path, ScenarioEvent event) {
        if (event instanceof ScenarioEvent.Degrade) {
            report(path + ".degrade", "a degraded link");
        } else if (event instanceof ScenarioEvent.Congestion) {
            report(path + ".congestion", "congestion");
        } else if (event instanceof ScenarioEvent.DuplexMismatch) {
            report(path + ".duplex-mismatch", "a duplex mismatch");
        }
    }

    private void report(String path, String what) {
        if (reported.add(path)) {
            reading.problems().error(reading.positions().nearest(path), path, "not simulated yet: " + what);
        }
    }
}
