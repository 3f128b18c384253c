package org.ipsisim.explain;

import java.time.Duration;
import java.util.List;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SurvivableCore;

/** Scenarios that differ from one another in a single part. */
final class Scenarios {
    private Scenarios() {}

    static Scenario lasting(Scenario scenario, Duration duration) {
        return new Scenario(
                scenario.title(),
                scenario.description(),
                duration,
                scenario.seed(),
                scenario.estate(),
                scenario.events(),
                scenario.randomOutages(),
                List.of(),
                scenario.provenance());
    }

    static Scenario with(Scenario scenario, Estate estate) {
        return new Scenario(
                scenario.title(),
                scenario.description(),
                scenario.duration(),
                scenario.seed(),
                estate,
                scenario.events(),
                scenario.randomOutages(),
                List.of(),
                scenario.provenance());
    }

    static Estate withLinks(Estate estate, List<Link> links) {
        return estate(estate, estate.fallback(), links, estate.main(), estate.survivableCores());
    }

    static Estate withFallback(Estate estate, Fallback fallback) {
        return estate(estate, fallback, estate.links(), estate.main(), estate.survivableCores());
    }

    static Estate withMain(Estate estate, MainCluster main) {
        return estate(estate, estate.fallback(), estate.links(), main, estate.survivableCores());
    }

    static Estate withCores(Estate estate, List<SurvivableCore> cores) {
        return estate(estate, estate.fallback(), estate.links(), estate.main(), cores);
    }

    private static Estate estate(
            Estate estate, Fallback fallback, List<Link> links, MainCluster main, List<SurvivableCore> cores) {
        return new Estate(
                estate.release(),
                estate.timers(),
                fallback,
                estate.sites(),
                links,
                main,
                cores,
                estate.survivableRemotes(),
                estate.portNetworks(),
                estate.heartbeats());
    }

    /** The same with one of its port networks replaced by one of the same number. */
    static Estate withPortNetwork(Estate estate, PortNetwork replacement) {
        return estate.with(estate.portNetworks().stream()
                .map(pn -> pn.number() == replacement.number() ? replacement : pn)
                .toList());
    }
}
