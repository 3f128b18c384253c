package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an entry of {@code events} can be: the key that says so, and the keys that go with it. */
public enum EventKind {
    /** Something fails. */
    FAIL("fail", "for"),
    /** Something works again. */
    RESTORE("restore"),
    /** Something fails and comes back several times. */
    FLAP("flap", "down", "up", "times"),
    /** Ways lose heartbeats or become slow. */
    DEGRADE("degrade", "loss", "latency", "bursts", "for"),
    /** Bursts of loss at regular intervals. */
    CONGESTION("congestion", "every", "burst", "loss", "for"),
    /** Loss that grows with load. */
    DUPLEX_MISMATCH("duplex-mismatch", "peak-loss", "full-load", "for"),
    /** An operator moves port networks to a cluster. */
    FORCED_TAKEOVER("forced-takeover", "port-networks"),
    /** An operator makes the standby main the active one. */
    INTERCHANGE("interchange"),
    /** An operator disables a cluster. */
    DISABLE("disable"),
    /** An operator enables a cluster. */
    ENABLE("enable"),
    /** An operator busies out an IPSI. */
    BUSYOUT("busyout"),
    /** An operator releases an IPSI. */
    RELEASE_BUSYOUT("release-busyout"),
    /** An administrator changes timers. */
    SET_TIMERS("set-timers");

    private final String key;
    private final List<String> companions;

    EventKind(String key, String... companions) {
        this.key = key;
        this.companions = List.of(companions);
    }

    /** The key that says so. */
    public String key() {
        return key;
    }

    /** The keys that may stand beside it and {@code at}. */
    public List<String> companions() {
        return companions;
    }

    /** The kind with this key, if there is one. */
    public static Optional<EventKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (EventKind kind : values()) {
            keys.add(kind.key);
        }
        return keys;
    }
}
