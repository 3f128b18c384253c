package org.ipsisim.estate;

import java.util.Comparator;
import java.util.List;

/**
 * Everything that is administered: the sites of servers, port networks and phones, the links between them, and the timers.
 */
public record Estate(
        Release release,
        Timers timers,
        Fallback fallback,
        List<String> sites,
        List<Link> links,
        Servers servers,
        List<PortNetwork> portNetworks,
        HeartbeatRules heartbeats,
        SipEstate sip) {
    /** The site of a scenario that names none. */
    public static final String DEFAULT_SITE = "lan";

    private static final long FIVE_MINUTES = 300_000;

    /** Most survivable cores of an estate (R36). */
    public static final int MAX_SURVIVABLE_CORES = 63;

    /** Most port networks of an estate. */
    public static final int MAX_PORT_NETWORKS = 64;

    /** Keeps copies of the lists. The scenario reader checks their consistency. */
    public Estate {
        sites = List.copyOf(sites);
        links = List.copyOf(links);
        portNetworks = List.copyOf(portNetworks);
    }

    /** An estate without SIP. */
    public Estate(
            Release release,
            Timers timers,
            Fallback fallback,
            List<String> sites,
            List<Link> links,
            Servers servers,
            List<PortNetwork> portNetworks,
            HeartbeatRules heartbeats) {
        this(release, timers, fallback, sites, links, servers, portNetworks, heartbeats, SipEstate.NONE);
    }

    /** The same estate with other session managers and phones. */
    public Estate with(SipEstate other) {
        return new Estate(release, timers, fallback, sites, links, servers, portNetworks, heartbeats, other);
    }

    /**
     * The shortest cut, in whole five minutes, during which every timer of port networks and phones expires: those of the
     * escalation and of the restart; the loss of a controller, a wait, an answer, a move, and the activation of a remote.
     */
    public long outlastingMillis() {
        long remotes = survivableRemotes().stream()
                .mapToLong(remote -> remote.activationDelay().toMillis())
                .max()
                .orElse(0);
        long phones = sip.phones().stream()
                .mapToLong(population -> population.settings().sumMillis() + remotes)
                .max()
                .orElse(0);
        long all = Math.max(phones, portNetworks.isEmpty() ? 0 : timers.sumMillis());
        return (all / FIVE_MINUTES + 1) * FIVE_MINUTES;
    }

    /** The main servers. */
    public MainCluster main() {
        return servers.main();
    }

    /** The survivable cores. */
    public List<SurvivableCore> survivableCores() {
        return servers.cores();
    }

    /** The survivable cores, by the numbers of their clusters. */
    public List<SurvivableCore> survivableCoresByCluster() {
        return survivableCores().stream()
                .sorted(Comparator.comparingInt(SurvivableCore::cluster))
                .toList();
    }

    /** The port networks, by number. */
    public List<PortNetwork> portNetworksByNumber() {
        return portNetworks.stream()
                .sorted(Comparator.comparingInt(PortNetwork::number))
                .toList();
    }

    /** The survivable remotes. */
    public List<SurvivableRemote> survivableRemotes() {
        return servers.remotes();
    }

    /** The same estate with other timers. */
    public Estate with(Timers other) {
        return new Estate(release, other, fallback, sites, links, servers, portNetworks, heartbeats, sip);
    }

    /** The same estate with another fallback. */
    public Estate with(Fallback other) {
        return new Estate(release, timers, other, sites, links, servers, portNetworks, heartbeats, sip);
    }

    /** The same estate with other heartbeats. */
    public Estate with(HeartbeatRules other) {
        return new Estate(release, timers, fallback, sites, links, servers, portNetworks, other, sip);
    }

    /** The same estate with other links. */
    public Estate withLinks(List<Link> others) {
        return new Estate(release, timers, fallback, sites, others, servers, portNetworks, heartbeats, sip);
    }

    private Estate with(Servers others) {
        return new Estate(release, timers, fallback, sites, links, others, portNetworks, heartbeats, sip);
    }

    /** The same estate with another main. */
    public Estate with(MainCluster other) {
        return with(new Servers(other, servers.cores(), servers.remotes()));
    }

    /** The same estate with other survivable cores. */
    public Estate withSurvivableCores(List<SurvivableCore> others) {
        return with(new Servers(servers.main(), others, servers.remotes()));
    }

    /** The same estate with one of its survivable cores replaced. */
    public Estate with(SurvivableCore core, SurvivableCore replacement) {
        return withSurvivableCores(servers.cores().stream()
                .map(each -> each.equals(core) ? replacement : each)
                .toList());
    }

    /** The same estate with other survivable remotes. */
    public Estate withSurvivableRemotes(List<SurvivableRemote> others) {
        return with(new Servers(servers.main(), servers.cores(), others));
    }

    /** The same estate with other port networks. */
    public Estate withPortNetworks(List<PortNetwork> others) {
        return new Estate(release, timers, fallback, sites, links, servers, others, heartbeats, sip);
    }

    /** The same estate with the port network of the same number replaced. */
    public Estate with(PortNetwork replacement) {
        return withPortNetworks(portNetworks.stream()
                .map(pn -> pn.number() == replacement.number() ? replacement : pn)
                .toList());
    }
}
