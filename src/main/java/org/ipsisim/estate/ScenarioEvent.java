package org.ipsisim.estate;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;

/** Something that happens to the estate at a given time from the start of the scenario. */
public sealed interface ScenarioEvent {
    /** What an event does: the key that says so in an entry of {@code events}. */
    enum Verb {
        FAIL("fail", Role.FAULT),
        RESTORE("restore", Role.REPAIR),
        FLAP("flap", Role.FAULT),
        DEGRADE("degrade", Role.FAULT),
        CONGESTION("congestion", Role.FAULT),
        DUPLEX_MISMATCH("duplex-mismatch", Role.FAULT),
        FORCED_TAKEOVER("forced-takeover", Role.ORDER),
        INTERCHANGE("interchange", Role.ORDER),
        DISABLE("disable", Role.ORDER),
        ENABLE("enable", Role.ORDER),
        BUSYOUT("busyout", Role.ORDER),
        RELEASE_BUSYOUT("release-busyout", Role.ORDER),
        SET_TIMERS("set-timers", Role.SETTING);

        /** What sort of thing an event is. */
        public enum Role {
            /** Something breaks, or the network becomes bad. */
            FAULT,
            /** Something works again. */
            REPAIR,
            /** An operator gives a command. */
            ORDER,
            /** An administrator changes a setting. */
            SETTING
        }

        private final String key;
        private final Role role;

        Verb(String key, Role role) {
            this.key = key;
            this.role = role;
        }

        /** The key in a scenario file. */
        public String key() {
            return key;
        }

        /** What sort of thing such an event is. */
        public Role role() {
            return role;
        }

        /** The verb with this key, if there is one. */
        public static Optional<Verb> find(String key) {
            return Arrays.stream(values()).filter(verb -> verb.key.equals(key)).findFirst();
        }

        /** The keys of all verbs of a role, in the order of the format. */
        public static List<String> keys(Role role) {
            return Arrays.stream(values())
                    .filter(verb -> verb.role == role)
                    .map(Verb::key)
                    .toList();
        }
    }

    /** When it happens, from the start of the scenario. */
    Duration at();

    /** What it does. */
    Verb verb();

    /**
     * A target fails.
     *
     * @param duration for how long; until it is restored if empty
     */
    record Fail(Duration at, Target target, Optional<Duration> duration) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.FAIL;
        }
    }

    /** A target works again: every failure of it that an event has begun by then ends. */
    record Restore(Duration at, Target target) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.RESTORE;
        }
    }

    /** A target fails and comes back several times: {@code down}, {@code up}, {@code down}, ... */
    record Flap(Duration at, Target target, Duration down, Duration up, int times) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.FLAP;
        }
    }

    /** The ways over a target lose heartbeats or become slow (N2 to N4). */
    record Degrade(
            Duration at,
            Target target,
            OptionalDouble loss,
            Optional<Duration> latency,
            Optional<Bursts> bursts,
            Optional<Duration> duration)
            implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.DEGRADE;
        }
    }

    /** Traffic without priority crowds a target at regular intervals: bursts of loss (R9, N5). */
    record Congestion(
            Duration at, Target target, Duration every, Duration burst, double loss, Optional<Duration> duration)
            implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.CONGESTION;
        }
    }

    /**
     * An IPSI's port runs at half duplex against full: loss that grows with load (R9, N6).
     *
     * @param peakLoss share of heartbeats lost at full load and above, 0 to 1
     * @param fullLoad mean number of calls of the port network that is full load, more than 0
     */
    record DuplexMismatch(Duration at, Target target, double peakLoss, double fullLoad, Optional<Duration> duration)
            implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.DUPLEX_MISMATCH;
        }
    }

    /** An operator moves port networks to a cluster (R56). */
    record ForcedTakeover(Duration at, int cluster, SortedSet<Integer> portNetworks) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.FORCED_TAKEOVER;
        }
    }

    /** An operator makes the standby main the active one. */
    record Interchange(Duration at) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.INTERCHANGE;
        }
    }

    /** An operator disables a cluster: the main or a survivable core (R60). */
    record Disable(Duration at, int cluster) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.DISABLE;
        }
    }

    /** An operator enables a cluster that is disabled (R60). */
    record Enable(Duration at, int cluster) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.ENABLE;
        }
    }

    /** An operator busies out an IPSI: it is not chosen until it is released. */
    record BusyOut(Duration at, IpsiId ipsi) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.BUSYOUT;
        }
    }

    /** An operator releases an IPSI that is busied out. */
    record ReleaseBusyOut(Duration at, IpsiId ipsi) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.RELEASE_BUSYOUT;
        }
    }

    /** An administrator changes timers in mid-run; the heartbeat interval is none of those that can be changed. */
    record SetTimers(Duration at, Map<TimerSetting, Duration> settings) implements ScenarioEvent {
        @Override
        public Verb verb() {
            return Verb.SET_TIMERS;
        }

        /** @throws IllegalArgumentException if the heartbeat interval is among them */
        public SetTimers {
            if (settings.containsKey(TimerSetting.HEARTBEAT_INTERVAL)) {
                throw new IllegalArgumentException("heartbeat-interval cannot be changed in mid-run");
            }
        }
    }
}
