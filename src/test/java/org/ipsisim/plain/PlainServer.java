package org.ipsisim.plain;

import java.util.Optional;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.history.ServerRole;

/** One server: whether it works, is enabled, resets. */
final class PlainServer {
    static final long NEVER = Long.MAX_VALUE;

    final Server identity;
    private final Optional<SurvivableCore> core;
    final Timeline<ServerRole> roles = new Timeline<>();
    boolean up = true;
    boolean enabled = true;

    /** When its reset after the loss of its last port network ends (M27); {@link #NEVER} if there is none. */
    long resetEnds = NEVER;

    PlainServer(Server identity, Optional<SurvivableCore> core) {
        this.identity = identity;
        this.core = core;
    }

    int cluster() {
        return identity.cluster();
    }

    boolean isMain() {
        return core.isEmpty();
    }

    boolean mayConnect() {
        return enabled && resetEnds == NEVER;
    }

    /** It sends heartbeats, and accepts requests if it is reachable (M10). */
    boolean isReady() {
        return up && mayConnect();
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

    ServerRole role(boolean controls) {
        if (!up) {
            return ServerRole.DOWN;
        }
        if (isMain()) {
            return ServerRole.ACTIVE;
        }
        if (!enabled) {
            return ServerRole.DISABLED;
        }
        if (resetEnds != NEVER) {
            return ServerRole.RESETTING;
        }
        return controls ? ServerRole.ACTIVE : ServerRole.IDLE;
    }
}
