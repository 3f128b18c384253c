package org.ipsisim.explain;

import java.util.List;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.IpsiRole;

/**
 * What an IPSI is at the moment.
 *
 * @param ipsi which one
 * @param role what it is to its port network
 * @param hasContact whether the latest heartbeat of the controlling cluster that was due came
 * @param priorityList the clusters on its list, best first
 */
public record IpsiNow(IpsiId ipsi, IpsiRole role, boolean hasContact, List<Integer> priorityList) {
    /** Keeps a copy of the list. */
    public IpsiNow {
        priorityList = List.copyOf(priorityList);
    }
}
