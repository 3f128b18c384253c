package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;

/** Reads {@code events}: one {@link ScenarioEvent} for each entry. */
final class EventsSection {
    private final Declared declared;
    private final References references;
    private final BadNetworkEvents badNetwork;
    private final TimersSection timers;
    private final FileReading reading;
    private int flaps;

    EventsSection(Declared declared, TimersSection timers, FileReading reading) {
        this.declared = declared;
        this.references = new References(declared, reading);
        this.badNetwork = new BadNetworkEvents(declared, references, reading);
        this.timers = timers;
        this.reading = reading;
    }

    List<ScenarioEvent> read(Fields root) {
        List<ScenarioEvent> events = new ArrayList<>();
        for (EffectiveValue item : root.items("events", Limits.EVENTS)) {
            Fields fields = Fields.of(item, Section.EVENT, reading);
            Optional<ScenarioEvent> event = event(fields);
            if (event.isPresent()) {
                events.add(event.get());
            }
        }
        return events;
    }

    private Optional<ScenarioEvent> event(Fields fields) {
        Optional<Duration> at = fields.requireDuration("at", Duration.ZERO, Limits.LONGEST);
        if (at.isPresent() && at.get().compareTo(declared.end()) >= 0) {
            EffectiveValue value = fields.find("at").orElseThrow();
            reading.problems()
                    .warning(
                            value.span(),
                            value.path(),
                            "the event never happens: the run ends at " + DurationText.of(declared.end()))
                    .found(value.shown())
                    .allowed("before " + DurationText.of(declared.end()));
        }
        Optional<EventKind> kind = kind(fields);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        refuseStrangers(fields, kind.get());
        return event(kind.get(), at.orElse(Duration.ZERO), fields);
    }

    private Optional<EventKind> kind(Fields fields) {
        Optional<EventKind> kind = Optional.empty();
        for (EventKind each : EventKind.values()) {
            if (!fields.has(each.key())) {
                continue;
            }
            if (kind.isPresent()) {
                String first = kind.get().key();
                reading.problems()
                        .error(
                                fields.keySpan(each.key()),
                                fields.path(each.key()),
                                "`" + each.key() + "` and `" + first + "` are two events")
                        .found(each.key())
                        .allowed("one of them in an entry: write two entries");
                return Optional.empty();
            }
            kind = Optional.of(each);
        }
        if (kind.isEmpty() && fields.isSound()) {
            reading.problems()
                    .error(fields.span(), fields.path(), "the event does nothing")
                    .allowed("`at` and one of " + Quote.list(EventKind.keys()));
        }
        return kind;
    }

    private void refuseStrangers(Fields fields, EventKind kind) {
        for (String key : fields.listKeys()) {
            if (!key.equals("at")
                    && !key.equals(kind.key())
                    && !kind.companions().contains(key)) {
                String others = kind.companions().isEmpty() ? "no other key" : Quote.list(kind.companions());
                reading.problems()
                        .error(
                                fields.keySpan(key),
                                fields.path(key),
                                "`" + key + "` does not go with `" + kind.key() + "`")
                        .found(key)
                        .allowed("with `at` and `" + kind.key() + "`: " + others);
            }
        }
    }

    private Optional<ScenarioEvent> event(EventKind kind, Duration at, Fields fields) {
        EffectiveValue value = fields.find(kind.key()).orElseThrow();
        return switch (kind) {
            case FAIL -> fail(at, value, fields);
            case RESTORE -> restore(at, value);
            case FLAP -> flap(at, value, fields);
            case DEGRADE -> badNetwork.degrade(at, value, fields);
            case CONGESTION -> badNetwork.congestion(at, value, fields);
            case DUPLEX_MISMATCH -> badNetwork.duplexMismatch(at, value, fields);
            case FORCED_TAKEOVER -> forcedTakeover(at, value, fields);
            case INTERCHANGE -> interchange(at, value);
            case DISABLE -> disable(at, value);
            case ENABLE -> enable(at, value);
            case BUSYOUT -> busyOut(at, value);
            case RELEASE_BUSYOUT -> releaseBusyOut(at, value);
            case SET_TIMERS -> setTimers(at, value);
        };
    }

    private Optional<ScenarioEvent> fail(Duration at, EffectiveValue value, Fields fields) {
        Optional<Duration> length = length(fields);
        Optional<Target> target = references.target(value);
        return target.isEmpty() ? Optional.empty() : Optional.of(new ScenarioEvent.Fail(at, target.get(), length));
    }

    private Optional<ScenarioEvent> restore(Duration at, EffectiveValue value) {
        Optional<Target> target = references.target(value);
        return target.isEmpty() ? Optional.empty() : Optional.of(new ScenarioEvent.Restore(at, target.get()));
    }

    private Optional<ScenarioEvent> flap(Duration at, EffectiveValue value, Fields fields) {
        Optional<Duration> down = fields.requireDuration("down", Limits.SHORTEST, Limits.LONGEST);
        Optional<Duration> up = fields.requireDuration("up", Limits.SHORTEST, Limits.LONGEST);
        Optional<EffectiveValue> times = fields.require("times", "1 to " + Limits.FLAP_TIMES);
        int count = fields.integer("times", 1, Limits.FLAP_TIMES, 0);
        boolean fewBefore = flaps <= Limits.ALL_FLAPS;
        flaps += count;
        if (fewBefore && flaps > Limits.ALL_FLAPS && times.isPresent()) {
            reading.problems()
                    .error(
                            times.get().span(),
                            times.get().path(),
                            "the flaps of the scenario add up to too many failures")
                    .found(times.get().shown())
                    .allowed("at most " + Limits.ALL_FLAPS + " in all");
        }
        Optional<Target> target = references.target(value);
        if (target.isEmpty() || down.isEmpty() || up.isEmpty() || count == 0) {
            return Optional.empty();
        }
        return Optional.of(new ScenarioEvent.Flap(at, target.get(), down.get(), up.get(), count));
    }

    private Optional<ScenarioEvent> forcedTakeover(Duration at, EffectiveValue value, Fields fields) {
        OptionalInt cluster = references.cluster(value);
        Optional<EffectiveValue> given = fields.require("port-networks", "all, a number, a range or a list");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<Integer> portNetworks = references.portNetworks(given.get());
        return cluster.isEmpty() || portNetworks.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScenarioEvent.ForcedTakeover(at, cluster.getAsInt(), portNetworks));
    }

    private Optional<ScenarioEvent> interchange(Duration at, EffectiveValue value) {
        Optional<String> word = new Scalars(reading).word(value, List.of("main"));
        if (word.isPresent() && !declared.isDuplex()) {
            reading.problems()
                    .error(value.span(), value.path(), "there is no standby to change to")
                    .found(value.shown())
                    .allowed("with `servers.main.duplex: y`");
            return Optional.empty();
        }
        return word.isEmpty() ? Optional.empty() : Optional.of(new ScenarioEvent.Interchange(at));
    }

    private Optional<ScenarioEvent> disable(Duration at, EffectiveValue value) {
        Optional<Integer> cluster = references.clusterName(value);
        return cluster.isEmpty() ? Optional.empty() : Optional.of(new ScenarioEvent.Disable(at, cluster.get()));
    }

    private Optional<ScenarioEvent> enable(Duration at, EffectiveValue value) {
        Optional<Integer> cluster = references.clusterName(value);
        return cluster.isEmpty() ? Optional.empty() : Optional.of(new ScenarioEvent.Enable(at, cluster.get()));
    }

    private Optional<ScenarioEvent> busyOut(Duration at, EffectiveValue value) {
        Optional<Target.OfIpsi> ipsi = references.ipsiTarget(value);
        if (ipsi.isEmpty()) {
            return Optional.empty();
        }
        int pn = ipsi.get().ipsi().pn();
        if (!declared.portNetworks().get(pn).duplicatedIpsis()) {
            reading.problems()
                    .warning(value.span(), value.path(), "the command will be refused: it is the only IPSI of pn-" + pn)
                    .found(value.shown())
                    .allowed("an IPSI of a port network with `ipsis: duplicated`");
        }
        return Optional.of(new ScenarioEvent.BusyOut(at, ipsi.get().ipsi()));
    }

    private Optional<ScenarioEvent> releaseBusyOut(Duration at, EffectiveValue value) {
        return references.ipsiTarget(value).map(ipsi -> new ScenarioEvent.ReleaseBusyOut(at, ipsi.ipsi()));
    }

    private Optional<ScenarioEvent> setTimers(Duration at, EffectiveValue value) {
        Fields fields = Fields.of(value, Section.SET_TIMERS, reading);
        Map<TimerSetting, Duration> settings = timers.readSettings(fields);
        boolean nothing = value.node() instanceof Node.Mapping mapping
                        && mapping.entries().isEmpty()
                || value.node() instanceof Node.Scalar scalar && scalar.isEmpty();
        if (nothing) {
            reading.problems()
                    .error(value.span(), value.path(), "`set-timers` sets nothing")
                    .allowed("a timer, such as `{no-service-timeout: 2m}`");
        }
        return settings.isEmpty() ? Optional.empty() : Optional.of(new ScenarioEvent.SetTimers(at, settings));
    }

    /** How long it lasts, if the entry says so. */
    static Optional<Duration> length(Fields fields) {
        return fields.duration("for", Limits.SHORTEST, Limits.LONGEST);
    }
}
