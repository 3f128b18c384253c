package org.ipsisim.report.timeline;

import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.history.History;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;

/**
 * Clusters as charts and pages name and colour them.
 *
 * @param main the cluster number of the main servers
 * @param cores those of the survivable cores, in the order of their colours
 */
public record ClusterNames(int main, List<Integer> cores) {
    /** Keeps a copy of the list. */
    public ClusterNames {
        cores = List.copyOf(cores);
    }

    /** Names alone. */
    public ClusterNames(int main) {
        this(main, List.of());
    }

    /** The clusters of a run. */
    public static ClusterNames of(History history) {
        return new ClusterNames(
                history.mainCluster(),
                history.scenario().estate().survivableCores().stream()
                        .map(SurvivableCore::cluster)
                        .toList());
    }

    /** {@code main}, or {@code core 10} for a survivable core. */
    public String of(int cluster) {
        return cluster == main ? "main" : Words.clusterName(cluster, main);
    }

    /** A priority list, best first, such as {@code main, core 10}. */
    public String of(List<Integer> clusters) {
        return clusters.isEmpty() ? "empty" : clusters.stream().map(this::of).collect(Collectors.joining(", "));
    }

    /** How a stretch of a port network's time looks: service in the colour of the controller. */
    public BandState look(PnSpan span) {
        return span.state() == PnState.IN_SERVICE ? service(span.controller()) : BandState.of(span.state());
    }

    /** Service by a cluster. */
    public BandState service(int cluster) {
        return BandState.inService(cores.indexOf(cluster), of(cluster));
    }
}
