package org.ipsisim.plain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** The way from one server to one IPSI: whether it is open, and its latency when it last was. */
final class Way {
    final PlainServer server;
    final PlainIpsi ipsi;
    boolean open;
    long latency;

    /** Whether the last three heartbeats got through; those before the start of the run count as if they had. */
    private final Deque<Boolean> lastThree = new ArrayDeque<>(List.of(true, true, true));

    Way(PlainServer server, PlainIpsi ipsi) {
        this.server = server;
        this.ipsi = ipsi;
    }

    void change(OptionalLong pathLatency) {
        open = pathLatency.isPresent();
        latency = pathLatency.orElse(latency);
    }

    /** A heartbeat is due to be sent, and gets through or is lost. */
    void heartbeat(boolean getsThrough) {
        lastThree.removeFirst();
        lastThree.addLast(getsThrough);
    }

    /** Not all of the last three heartbeats were lost (M22). */
    boolean reaches() {
        return lastThree.contains(true);
    }
}
