package org.ipsisim.plain;

import java.util.OptionalLong;

/** The way from one server to one port network's IPSI: whether it is open, and its latency when it last was. */
final class Route {
    final PlainServer server;
    final PlainPn pn;
    boolean open;
    long latency;

    Route(PlainServer server, PlainPn pn) {
        this.server = server;
        this.pn = pn;
    }

    void change(OptionalLong pathLatency) {
        open = pathLatency.isPresent();
        latency = pathLatency.orElse(latency);
    }
}
