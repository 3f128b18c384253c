package org.ipsisim.estate;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;

/** Something that happens to the estate at a given time from the start of the scenario. */
public sealed interface ScenarioEvent {
    /** When it happens, from the start of the scenario. */
    Duration at();

    /**
     * A target fails.
     *
     * @param duration for how long; until it is restored if empty
     */
    record Fail(Duration at, Target target, Optional<Duration> duration) implements ScenarioEvent {}

    /** A target works again: every failure of it that an event has begun by then ends. */
    record Restore(Duration at, Target target) implements ScenarioEvent {}

    /** A target fails and comes back several times: {@code down}, {@code up}, {@code down}, ... */
    record Flap(Duration at, Target target, Duration down, Duration up, int times) implements ScenarioEvent {}

    /** The ways over a target lose heartbeats or become slow (N2 to N4). */
    record Degrade(
            Duration at,
            Target target,
            OptionalDouble loss,
            Optional<Duration> latency,
            Optional<Bursts> bursts,
            Optional<Duration> duration)
            implements ScenarioEvent {}

    /** Traffic without priority crowds a target at regular intervals: bursts of loss (R9, N5). */
    record Congestion(
            Duration at, Target target, Duration every, Duration burst, double loss, Optional<Duration> duration)
            implements ScenarioEvent {}

    /**
     * An IPSI's port runs at half duplex against full: loss that grows with load (R9, N6).
     *
     * @param peakLoss share of heartbeats lost at full load and above, 0 to 1
     * @param fullLoad mean number of calls of the port network that is full load, more than 0
     */
    record DuplexMismatch(Duration at, Target target, double peakLoss, double fullLoad, Optional<Duration> duration)
            implements ScenarioEvent {}

    /** An operator moves port networks to a cluster (R56). */
    record ForcedTakeover(Duration at, int cluster, SortedSet<Integer> portNetworks) implements ScenarioEvent {}

    /** An operator makes the standby main the active one. */
    record Interchange(Duration at) implements ScenarioEvent {}

    /** An operator disables a cluster: the main or a survivable core (R60). */
    record Disable(Duration at, int cluster) implements ScenarioEvent {}

    /** An operator enables a cluster that is disabled (R60). */
    record Enable(Duration at, int cluster) implements ScenarioEvent {}

    /** An operator busies out an IPSI: it is not chosen until it is released. */
    record BusyOut(Duration at, IpsiId ipsi) implements ScenarioEvent {}

    /** An operator releases an IPSI that is busied out. */
    record ReleaseBusyOut(Duration at, IpsiId ipsi) implements ScenarioEvent {}

    /** An administrator changes timers in mid-run; the heartbeat interval is none of those that can be changed. */
    record SetTimers(Duration at, Map<TimerSetting, Duration> settings) implements ScenarioEvent {
        /** @throws IllegalArgumentException if the heartbeat interval is among them */
        public SetTimers {
            if (settings.containsKey(TimerSetting.HEARTBEAT_INTERVAL)) {
                throw new IllegalArgumentException("heartbeat-interval cannot be changed in mid-run");
            }
        }
    }
}
