package org.ipsisim.report.timeline;

import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.history.Names;

/**
 * Clusters as charts and pages name them.
 *
 * @param names of the run
 */
public record ClusterNames(Names names) {
    /** {@code main}, or {@code core 10} for a survivable core. */
    public String of(int cluster) {
        return names.brief(cluster);
    }

    /** A priority list, best first, such as {@code main, core 10}. */
    public String of(List<Integer> clusters) {
        return clusters.isEmpty() ? "empty" : clusters.stream().map(this::of).collect(Collectors.joining(", "));
    }
}
