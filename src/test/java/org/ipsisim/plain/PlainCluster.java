package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.history.ServerRole;

/** One cluster as the IPSIs see it: the main with one or two servers, or a survivable core with its one. */
final class PlainCluster {
    final int number;
    final List<PlainServer> servers = new ArrayList<>();
    private final Optional<SurvivableCore> core;
    boolean enabled = true;

    /** When its reset after the loss of its last port network ends (M27); {@link PlainServer#NEVER} if there is none. */
    long resetEnds = PlainServer.NEVER;

    /** When its restart of the whole system is over (M24); {@link PlainServer#NEVER} while there is none. */
    long systemRestartEnds = PlainServer.NEVER;

    PlainCluster(int number, List<Server> servers, Optional<SurvivableCore> core) {
        this.number = number;
        this.core = core;
        servers.forEach(server -> this.servers.add(new PlainServer(server, this)));
    }

    boolean isMain() {
        return core.isEmpty();
    }

    boolean isUp() {
        return servers.stream().anyMatch(server -> server.up);
    }

    /** It keeps sockets to IPSIs, if they are reachable. */
    boolean mayConnect() {
        return enabled && resetEnds == PlainServer.NEVER;
    }

    /** Local-only servers are seen at home alone (M16). */
    boolean isSeenBy(PortNetwork pn) {
        return core.isEmpty() || !core.get().localOnly() || core.get().community() == pn.community();
    }

    /** Its place in the order of M16: the main, system preferred, local preferred at home, all others. */
    int rank(PortNetwork pn) {
        if (core.isEmpty()) {
            return 0;
        }
        if (core.get().systemPreferred()) {
            return 1;
        }
        return core.get().localPreferred() && core.get().community() == pn.community() ? 2 : 3;
    }

    int score() {
        return core.map(SurvivableCore::priorityScore).orElse(0);
    }

    /** The role of a survivable core that is up. */
    ServerRole coreRole(boolean controls) {
        if (!enabled) {
            return ServerRole.DISABLED;
        }
        if (resetEnds != PlainServer.NEVER) {
            return ServerRole.RESETTING;
        }
        return controls ? ServerRole.ACTIVE : ServerRole.IDLE;
    }
}
