package org.ipsisim.history;

import java.util.List;
import java.util.SortedMap;
import org.ipsisim.estate.Server;

/** Records the roles of one server. */
public final class ServerRecorder {
    private final Server server;
    private final Track<ServerRole> roles = new Track<>();
    private final Track<Long> refreshes = new Track<>();

    /** A server in its first role. */
    public ServerRecorder(Server server, ServerRole first) {
        this.server = server;
        roles.change(0, first);
    }

    /** The server has a role from a time on. */
    public void role(long at, ServerRole role) {
        roles.change(at, role);
    }

    /** From a time on it is known when the server is refreshed (M25). */
    public void refreshed(long at, long refreshedAt) {
        refreshes.change(at, refreshedAt);
    }

    String id() {
        return server.id();
    }

    ServerHistory finish(long end, SortedMap<Subject, List<Span<Boolean>>> reach) {
        return new ServerHistory(server, roles.spans(end, RoleSpan::new), refreshes.spans(end), reach);
    }
}
