package org.ipsisim.estate;

import java.util.ArrayList;
import java.util.List;

/**
 * The main servers: one, or an active and a standby.
 *
 * @param cluster cluster number, 1 to 999
 * @param site the site of {@code main-a}
 * @param duplex whether there is a {@code main-b}
 * @param standbySite the site of {@code main-b}; the same as {@code site} unless the pair is separated
 */
public record MainCluster(int cluster, String site, boolean duplex, String standbySite) {
    /** @throws IllegalArgumentException if the cluster number is out of range */
    public MainCluster {
        if (cluster < 1 || cluster > 999) {
            throw new IllegalArgumentException("main: cluster " + cluster + " is not within 1 to 999");
        }
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
