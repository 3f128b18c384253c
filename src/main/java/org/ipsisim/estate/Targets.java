package org.ipsisim.estate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything in an estate that can fail, by its name in scenario files. */
public final class Targets {
    private final Map<String, Target> byName = new LinkedHashMap<>();

    private Targets() {}

    /** Links, sites, servers, then control paths and IPSIs by the numbers of the port networks. */
    public static Map<String, Target> of(Estate estate) {
        Targets targets = new Targets();
        estate.links().forEach(link -> targets.put(new Target.OfLink(link.id())));
        estate.sites().forEach(site -> targets.put(new Target.OfSite(site)));
        List<String> mains = estate.main().servers().stream().map(Server::id).toList();
        targets.put(new Target.OfServers("main", mains));
        mains.forEach(id -> targets.put(server(id)));
        if (estate.main().duplex()) {
            targets.put(new Target.OfArbiterLink());
        }
        estate.survivableCores().forEach(core -> targets.put(server(core.id())));
        estate.survivableRemotes().forEach(remote -> targets.put(server(remote.name())));
        estate.sip().sessionManagers().forEach(sm -> targets.put(server(sm.name())));
        List<PortNetwork> portNetworks = estate.portNetworks().stream()
                .sorted(Comparator.comparing(PortNetwork::number))
                .toList();
        portNetworks.forEach(pn -> targets.put(new Target.OfControlPath(pn.number())));
        portNetworks.forEach(pn -> pn.ipsis().forEach(ipsi -> targets.put(new Target.OfIpsi(ipsi))));
        return targets.byName;
    }

    private static Target server(String name) {
        return new Target.OfServers(name, List.of(name));
    }

    private void put(Target target) {
        byName.put(target.name(), target);
    }
}
