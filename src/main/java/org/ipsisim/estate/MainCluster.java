package org.ipsisim.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The main servers: one, or an active and a standby.
 *
 * @param cluster cluster number, 1 to 999
 * @param site the site of {@code main-a}
 * @param duplex whether there is a {@code main-b}
 * @param standbySite the site of {@code main-b}; the same as {@code site} unless the pair is separated
 * @param referenceIpsi the IPSI whose serial number the licence is tied to, if it is known
 */
public record MainCluster(
        int cluster, String site, boolean duplex, String standbySite, Optional<IpsiId> referenceIpsi) {
    /** @throws IllegalArgumentException if the cluster number is out of range */
    public MainCluster {
        if (cluster < 1 || cluster > 999) {
            throw new IllegalArgumentException("main: cluster " + cluster + " is not within 1 to 999");
        }
    }

    /** Servers whose reference IPSI is not known. */
    public MainCluster(int cluster, String site, boolean duplex, String standbySite) {
        this(cluster, site, duplex, standbySite, Optional.empty());
    }

    /** The same servers at other sites, as one or as two. */
    public MainCluster at(String newSite, boolean two, String newStandbySite) {
        return new MainCluster(cluster, newSite, two, newStandbySite, referenceIpsi);
    }

    /** The same servers with a licence that is tied to this IPSI. */
    public MainCluster with(IpsiId reference) {
        return new MainCluster(cluster, site, duplex, standbySite, Optional.of(reference));
    }

    /** A simplex main, cluster 1. */
    public static MainCluster simplexAt(String site) {
        return new MainCluster(1, site, false, site);
    }

    /** The servers: {@code main-a}, and {@code main-b} of a duplex main. */
    public List<Server> servers() {
        List<Server> servers = new ArrayList<>();
        servers.add(new Server("main-a", cluster, site));
        if (duplex) {
            servers.add(new Server("main-b", cluster, standbySite));
        }
        return List.copyOf(servers);
    }
}
