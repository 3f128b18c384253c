package org.ipsisim.estate;

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
        for (Link link : estate.links()) {
            targets.put(new Target.OfLink(link.id()));
        }
        for (String site : estate.sites()) {
            targets.put(new Target.OfSite(site));
        }
        List<String> mains = estate.main().servers().stream().map(Server::id).toList();
        targets.put(new Target.OfServers("main", mains));
        for (String id : mains) {
            targets.put(server(id));
        }
        if (estate.main().duplex()) {
            targets.put(new Target.OfArbiterLink());
        }
        for (SurvivableCore core : estate.survivableCores()) {
            targets.put(server(core.id()));
        }
        for (SurvivableRemote remote : estate.survivableRemotes()) {
            targets.put(server(remote.name()));
        }
        for (SessionManager sessionManager : estate.sip().sessionManagers()) {
            targets.put(server(sessionManager.name()));
        }
        List<PortNetwork> portNetworks = estate.portNetworksByNumber();
        for (PortNetwork pn : portNetworks) {
            targets.put(new Target.OfControlPath(pn.number()));
        }
        for (PortNetwork pn : portNetworks) {
            for (IpsiId ipsi : pn.ipsis()) {
                targets.put(new Target.OfIpsi(ipsi));
            }
        }
        return targets.byName;
    }

    private static Target server(String name) {
        return new Target.OfServers(name, List.of(name));
    }

    private void put(Target target) {
        byName.put(target.name(), target);
    }
}
