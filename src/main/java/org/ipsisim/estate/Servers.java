package org.ipsisim.estate;

import java.util.List;

/**
 * The servers of an estate.
 *
 * @param main the main servers
 * @param cores the survivable cores
 * @param remotes the survivable remotes
 */
public record Servers(MainCluster main, List<SurvivableCore> cores, List<SurvivableRemote> remotes) {
    /** Keeps copies of the lists. */
    public Servers {
        cores = List.copyOf(cores);
        remotes = List.copyOf(remotes);
    }

    /** A simplex main, cluster 1, and nothing else. */
    public static Servers simplexAt(String site) {
        return new Servers(MainCluster.simplexAt(site), List.of(), List.of());
    }
}
