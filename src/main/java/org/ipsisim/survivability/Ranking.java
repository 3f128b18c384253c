package org.ipsisim.survivability;

import java.util.Comparator;
import java.util.List;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.SurvivableCore;

/** The order in which the IPSIs of a port network prefer clusters (R29 to R36, M16). */
final class Ranking {
    private static final int MAIN = 0;
    private static final int SYSTEM_PREFERRED = 1;
    private static final int LOCAL_PREFERRED = 2;
    private static final int OTHER = 3;

    private Ranking() {}

    /** The clusters that may be on the lists of a port network's IPSIs, best first. */
    static List<Cluster> of(PortNetwork pn, List<Cluster> clusters) {
        Comparator<Cluster> order = Comparator.comparingInt((Cluster cluster) -> rank(cluster, pn))
                .thenComparing(Comparator.comparingInt(Cluster::priorityScore).reversed())
                .thenComparingInt(Cluster::number);
        return clusters.stream()
                .filter(cluster -> isVisible(cluster, pn))
                .sorted(order)
                .toList();
    }

    /** Local-only cores are seen by their own community alone (R33). */
    static boolean isVisible(SurvivableCore core, PortNetwork pn) {
        return !core.localOnly() || isAtHome(core, pn);
    }

    private static boolean isVisible(Cluster cluster, PortNetwork pn) {
        return cluster.core().map(core -> isVisible(core, pn)).orElse(true);
    }

    /** The rank of a cluster as R33 tabulates it; local preference is worth nothing away from home. */
    private static int rank(Cluster cluster, PortNetwork pn) {
        if (cluster.core().isEmpty()) {
            return MAIN;
        }
        SurvivableCore core = cluster.core().get();
        if (core.systemPreferred()) {
            return SYSTEM_PREFERRED;
        }
        return core.localPreferred() && isAtHome(core, pn) ? LOCAL_PREFERRED : OTHER;
    }

    private static boolean isAtHome(SurvivableCore core, PortNetwork pn) {
        return core.community() == pn.community();
    }
}
