package org.ipsisim.estate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which survivable cores may be on the priority lists of a port network's IPSIs, and in which order (R29 to R36, M16). */
public final class PriorityLists {
    /** Most servers on a list, the main included (R29, M18). */
    public static final int CAPACITY = 8;

    private PriorityLists() {}

    /** The cores that may be on the lists of a port network, best first; the main is before them all. */
    public static List<SurvivableCore> candidates(Collection<SurvivableCore> cores, PortNetwork pn) {
        return cores.stream()
                .filter(core -> core.isVisibleTo(pn))
                .sorted(Comparator.comparingInt((SurvivableCore core) -> core.rankFor(pn))
                        .thenComparing(Comparator.comparingInt(SurvivableCore::priorityScore)
                                .reversed())
                        .thenComparingInt(SurvivableCore::cluster))
                .toList();
    }
}
