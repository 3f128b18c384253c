package org.ipsisim.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.SurvivableCore;

/** Warns of port networks and survivable cores that no chain of links connects to the main. */
final class Reachability {
    private final Estate estate;
    private final FileReading reading;

    Reachability(Estate estate, FileReading reading) {
        this.estate = estate;
        this.reading = reading;
    }

    void check() {
        if (estate.sites().size() == 1) {
            return;
        }
        Set<String> reached = reached();
        Set<String> warned = new HashSet<>();
        for (PortNetwork pn : estate.portNetworks()) {
            String path = reading.positions().pathOfPortNetwork(pn.number());
            if (!reached.contains(pn.site()) && warned.add(path)) {
                warn(path, "no chain of links connects " + pn.id() + " at " + pn.site() + " to the main");
            }
        }
        for (int i = 0; i < estate.survivableCores().size(); i++) {
            SurvivableCore core = estate.survivableCores().get(i);
            if (!reached.contains(core.site())) {
                warn(
                        "servers.survivable-cores[" + i + "]",
                        "no chain of links connects " + core.id() + " at " + core.site() + " to the main");
            }
        }
    }

    private void warn(String path, String message) {
        reading.problems()
                .warning(reading.positions().nearest(path + ".site"), path + ".site", message)
                .allowed("a site that `links` connect to " + estate.main().site());
    }

    private Set<String> reached() {
        Map<String, List<String>> neighbours = new HashMap<>();
        for (Link link : estate.links()) {
            neighbours.computeIfAbsent(link.a(), k -> new ArrayList<>()).add(link.b());
            neighbours.computeIfAbsent(link.b(), k -> new ArrayList<>()).add(link.a());
        }
        Set<String> reached = new HashSet<>(List.of(estate.main().site()));
        reached.add(estate.main().standbySite());
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String next : neighbours.getOrDefault(open.remove(), List.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
