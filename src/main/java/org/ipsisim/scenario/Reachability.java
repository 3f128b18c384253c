package org.ipsisim.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.SurvivableCore;

/** Warns of port networks and survivable cores that no chain of links connects to the main. */
final class Reachability {
    private Reachability() {}

    static void check(Estate estate, FileReading reading) {
        Set<String> reached = reached(estate);
        Set<String> warned = new HashSet<>();
        for (PortNetwork pn : estate.portNetworks()) {
            String path = reading.pathOfPortNetwork(pn.number());
            if (!reached.contains(pn.site()) && warned.add(path)) {
                warn(path, pn.id() + " at " + pn.site(), estate, reading);
            }
        }
        for (int i = 0; i < estate.survivableCores().size(); i++) {
            SurvivableCore core = estate.survivableCores().get(i);
            if (!reached.contains(core.site())) {
                warn("servers.survivable-cores[" + i + "]", core.id() + " at " + core.site(), estate, reading);
            }
        }
    }

    private static void warn(String path, String what, Estate estate, FileReading reading) {
        String message = "no chain of links connects " + what + " to the main";
        reading.problems()
                .warning(reading.nearestPlace(path + ".site"), path + ".site", message)
                .allowed("a site that `links` connect to " + estate.main().site());
    }

    /** The sites of the main servers, and those that links join to them. */
    private static Set<String> reached(Estate estate) {
        Set<String> reached =
                new HashSet<>(List.of(estate.main().site(), estate.main().standbySite()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Link link : estate.links()) {
                if (reached.contains(link.a()) != reached.contains(link.b())) {
                    grows = true;
                    reached.addAll(List.of(link.a(), link.b()));
                }
            }
        }
        return reached;
    }
}
