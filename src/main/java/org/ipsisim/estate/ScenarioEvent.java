package org.ipsisim.estate;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/** Something that happens to the estate at a given time from the start of the scenario. */
public sealed interface ScenarioEvent {
    /** What an event does: the key that says so in an entry of {@code events}. */
    enum Verb implements Keyed {
        FAIL(Fail.class, Role.FAULT),
        RESTORE(Restore.class, Role.REPAIR),
        FLAP(Flap.class, Role.FAULT),
        DEGRADE(Degrade.class, Role.FAULT),
        CONGESTION(Congestion.class, Role.FAULT),
        DUPLEX_MISMATCH(DuplexMismatch.class, Role.FAULT),
        FORCED_TAKEOVER(ForcedTakeover.class, Role.ORDER),
        INTERCHANGE(Interchange.class, Role.ORDER),
        DISABLE(Disable.class, Role.ORDER),
        ENABLE(Enable.class, Role.ORDER),
        BUSYOUT(BusyOut.class, Role.ORDER),
        RELEASE_BUSYOUT(ReleaseBusyOut.class, Role.ORDER),
        FAILBACK(Failback.class, Role.ORDER),
        SET_TIMERS(SetTimers.class, Role.SETTING);

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

        private final Class<? extends ScenarioEvent> event;
        private final Role role;

        Verb(Class<? extends ScenarioEvent> event, Role role) {
            this.event = event;
            this.role = role;
        }

        /** What sort of thing such an event is. */
        public Role role() {
            return role;
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
    default Verb verb() {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.event == getClass())
                .findFirst()
                .orElseThrow();
    }

    /** Whether it makes something stop working: a failure or a flap. */
    default boolean isFault() {
        return this instanceof Fail || this instanceof Flap;
    }

    /** The target that it strikes or restores, if any. */
    default Optional<Target> findTarget() {
        return Optional.empty();
    }

    /** How long it lasts, if given; a flap has no single length. */
    default Optional<Duration> length() {
        return Optional.empty();
    }

    /** The same event without a length: it lasts until its target is restored. */
    default ScenarioEvent withoutEnd() {
        return this;
    }

    /** The same event on another target; the event itself if it has no target. */
    default ScenarioEvent withTarget(UnaryOperator<Target> other) {
        return this;
    }

    /** An event that strikes or restores a target. */
    sealed interface OfTarget extends ScenarioEvent {
        /** What it strikes or restores. */
        Target target();

        @Override
        default Optional<Target> findTarget() {
            return Optional.of(target());
        }
    }

    /** An event that strikes a target for some time. */
    sealed interface Lasting extends OfTarget {
        /** For how long; until the target is restored if empty. */
        Optional<Duration> duration();

        @Override
        default Optional<Duration> length() {
            return duration();
        }

        /** The same event on another target, for another time. */
        Lasting with(Target other, Optional<Duration> length);

        @Override
        default Lasting withoutEnd() {
            return with(target(), Optional.empty());
        }

        @Override
        default Lasting withTarget(UnaryOperator<Target> other) {
            return with(other.apply(target()), duration());
        }
    }

    /** An event that makes a target lose packets or become slow (R9, N2 to N6). */
    sealed interface Degradation extends Lasting {
        /** Whether chance decides which heartbeats are lost: a share of them, neither none nor all. */
        boolean isByChance();
    }

    /**
     * A target fails.
     *
     * @param duration for how long; until it is restored if empty
     */
    record Fail(Duration at, Target target, Optional<Duration> duration) implements Lasting {
        @Override
        public Fail with(Target other, Optional<Duration> length) {
            return new Fail(at, other, length);
        }
    }

    /** A target works again: every failure of it that has begun by then ends. */
    record Restore(Duration at, Target target) implements OfTarget {
        @Override
        public Restore withTarget(UnaryOperator<Target> other) {
            return new Restore(at, other.apply(target));
        }
    }

    /** A target fails and comes back several times: {@code down}, {@code up}, {@code down}, ... */
    record Flap(Duration at, Target target, Duration down, Duration up, int times) implements OfTarget {
        @Override
        public Flap withTarget(UnaryOperator<Target> other) {
            return new Flap(at, other.apply(target), down, up, times);
        }

        /** The same flap with another number of failures. */
        public Flap withTimes(int other) {
            return new Flap(at, target, down, up, other);
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
            implements Degradation {
        @Override
        public boolean isByChance() {
            return loss.stream().anyMatch(ScenarioEvent::isShare) || bursts.isPresent();
        }

        @Override
        public Degrade with(Target other, Optional<Duration> length) {
            return new Degrade(at, other, loss, latency, bursts, length);
        }
    }

    /** Low-priority traffic congests a target at regular intervals: bursts of loss (R9, N5). */
    record Congestion(
            Duration at, Target target, Duration every, Duration burst, double loss, Optional<Duration> duration)
            implements Degradation {
        @Override
        public boolean isByChance() {
            return isShare(loss);
        }

        @Override
        public Congestion with(Target other, Optional<Duration> length) {
            return new Congestion(at, other, every, burst, loss, length);
        }
    }

    /**
     * A duplex mismatch, half against full, at an IPSI's port: loss that grows with load (R9, N6).
     *
     * @param peakLoss share of heartbeats lost at full load and above, 0 to 1
     * @param fullLoad the mean number of calls of the port network at full load, more than 0
     */
    record DuplexMismatch(Duration at, Target target, double peakLoss, double fullLoad, Optional<Duration> duration)
            implements Degradation {
        @Override
        public boolean isByChance() {
            return peakLoss > 0;
        }

        @Override
        public DuplexMismatch with(Target other, Optional<Duration> length) {
            return new DuplexMismatch(at, other, peakLoss, fullLoad, length);
        }
    }

    /** An operator moves port networks to a cluster (R56). */
    record ForcedTakeover(Duration at, int cluster, SortedSet<Integer> portNetworks) implements ScenarioEvent {}

    /**
     * An operator makes the standby main the active one (M23).
     *
     * @param forced also if the standby reaches fewer IPSIs or is not refreshed (R67)
     */
    record Interchange(Duration at, boolean forced) implements ScenarioEvent {
        /** One that is refused if the standby is not as good as the active. */
        public Interchange(Duration at) {
            this(at, false);
        }
    }

    /** An operator disables a cluster: the main or a survivable core (R60). */
    record Disable(Duration at, int cluster) implements ScenarioEvent {}

    /** An operator enables a cluster that is disabled (R60). */
    record Enable(Duration at, int cluster) implements ScenarioEvent {}

    /** An operator busies out an IPSI: it is not chosen until it is released. */
    record BusyOut(Duration at, IpsiId ipsi) implements ScenarioEvent {}

    /** An operator releases an IPSI that is busied out. */
    record ReleaseBusyOut(Duration at, IpsiId ipsi) implements ScenarioEvent {}

    /**
     * An operator sends phones back to the best controller with which they are registered (U12).
     *
     * @param populations names of populations of phones
     */
    record Failback(Duration at, SortedSet<String> populations) implements ScenarioEvent {}

    /** An administrator changes timers in mid-run; the heartbeat interval cannot be changed. */
    record SetTimers(Duration at, Map<TimerSetting, Duration> settings) implements ScenarioEvent {
        /** @throws IllegalArgumentException if the heartbeat interval is among them */
        public SetTimers {
            if (!settings.keySet().stream().allMatch(TimerSetting::isAdministered)) {
                throw new IllegalArgumentException("heartbeat-interval cannot be changed in mid-run");
            }
        }
    }

    private static boolean isShare(double loss) {
        return loss > 0 && loss < 1;
    }
}
