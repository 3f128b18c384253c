package org.ipsisim.history;

import java.util.List;
import org.ipsisim.estate.Server;

/**
 * What one server did.
 *
 * @param server which one
 * @param timeline its roles; neighbours differ, and they cover the run without a gap
 */
public record ServerHistory(Server server, List<RoleSpan> timeline) {
    /** Keeps a copy of the timeline. */
    public ServerHistory {
        timeline = List.copyOf(timeline);
    }
}
