package org.ipsisim.console;

import java.util.List;
import org.ipsisim.history.History;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;

/**
 * Which main server is active at a moment; during an interchange the one that was active before.
 *
 * @param all one, or two of a duplex main
 */
record MainRoles(List<ServerHistory> all, long at) {
    static MainRoles of(History history, long at) {
        return new MainRoles(history.mains(), at);
    }

    boolean isDuplex() {
        return all.size() == 2;
    }

    /** The active server, {@code main-a} if both are; if none is, the first one that is not down. */
    ServerHistory active() {
        return all.stream()
                .filter(this::isActive)
                .findFirst()
                .or(() -> all.stream()
                        .filter(server -> server.roleAt(at) != ServerRole.DOWN)
                        .findFirst())
                .orElse(all.get(0));
    }

    boolean isActive(ServerHistory server) {
        ServerRole role = settledRole(server);
        return role == ServerRole.ACTIVE || role == ServerRole.RESETTING;
    }

    boolean isStandby(ServerHistory server) {
        return settledRole(server) == ServerRole.STANDBY;
    }

    /** Whether survivable cores can register with a server. */
    boolean takesRegistrations(ServerHistory server) {
        ServerRole role = settledRole(server);
        return role == ServerRole.ACTIVE || role == ServerRole.DISABLED;
    }

    /** The role; during an interchange the role before it. */
    ServerRole settledRole(ServerHistory server) {
        ServerRole role = server.roleAt(at);
        if (role == ServerRole.INTERCHANGING) {
            for (RoleSpan span : server.timeline()) {
                if (span.from() > at) {
                    break;
                }
                role = span.role() == ServerRole.INTERCHANGING ? role : span.role();
            }
        }
        return role;
    }
}
