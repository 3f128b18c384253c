package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;

/** What an entry of {@code events} can be: the key that says so, and the keys that go with it. */
enum EventKind {
    FAIL("fail", "for"),
    RESTORE("restore"),
    FLAP("flap", "down", "up", "times"),
    DEGRADE("degrade", "loss", "latency", "bursts", "for"),
    CONGESTION("congestion", "every", "burst", "loss", "for"),
    DUPLEX_MISMATCH("duplex-mismatch", "peak-loss", "full-load", "for"),
    FORCED_TAKEOVER("forced-takeover", "port-networks"),
    INTERCHANGE("interchange"),
    DISABLE("disable"),
    ENABLE("enable"),
    BUSYOUT("busyout"),
    RELEASE_BUSYOUT("release-busyout"),
    SET_TIMERS("set-timers");

    private final String key;
    private final List<String> companions;

    EventKind(String key, String... companions) {
        this.key = key;
        this.companions = List.of(companions);
    }

    String key() {
        return key;
    }

    /** The keys that may stand beside it and {@code at}. */
    List<String> companions() {
        return companions;
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (EventKind kind : values()) {
            keys.add(kind.key);
        }
        return keys;
    }
}
