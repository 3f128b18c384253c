package org.ipsisim.plain;

import org.ipsisim.estate.Server;
import org.ipsisim.history.ServerRole;

/** One server: whether it works. */
final class PlainServer {
    static final long NEVER = Long.MAX_VALUE;

    final Server identity;
    final PlainCluster cluster;
    final Timeline<ServerRole> roles = new Timeline<>();
    boolean up = true;

    PlainServer(Server identity, PlainCluster cluster) {
        this.identity = identity;
        this.cluster = cluster;
    }

    /** It sends heartbeats, and accepts requests if it is reachable (M10). */
    boolean isReady() {
        return up && cluster.mayConnect();
    }
}
