package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.ScenarioEvent.Verb;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;

/** The keys of an entry of {@code events}: {@code at}, a verb, and the keys that go with that verb. */
final class EventKeys extends Mapping<ScenarioEvent> {
    static final EventKeys EVENT = new EventKeys();

    private static final double DEFAULT_PEAK_LOSS = 0.5;
    private static final int DEFAULT_FULL_LOAD = 100;

    private final Key<Duration> at = required("at", Forms.time(), "When it happens, from the start of the scenario.");
    private final Map<Verb, VerbKeys<?>> verbs = new EnumMap<>(Verb.class);

    private EventKeys() {
        super("an entry of `events`", "Something that happens.");
        for (Verb verb : Verb.values()) {
            VerbKeys<?> keys = keysOf(verb);
            verbs.put(verb, keys);
            declare(keys.subject());
        }
        verbs.values().forEach(keys -> keys.companions().forEach(key -> declare(key.asOptional())));
    }

    private static VerbKeys<?> keysOf(Verb verb) {
        return switch (verb) {
            case FAIL -> new FailKeys();
            case RESTORE -> new RestoreKeys();
            case FLAP -> new FlapKeys();
            case DEGRADE -> new DegradeKeys();
            case CONGESTION -> new CongestionKeys();
            case DUPLEX_MISMATCH -> new DuplexMismatchKeys();
            case FORCED_TAKEOVER -> new ForcedTakeoverKeys();
            case INTERCHANGE -> new InterchangeKeys();
            case DISABLE -> new DisableKeys();
            case ENABLE -> new EnableKeys();
            case BUSYOUT -> new BusyOutKeys();
            case RELEASE_BUSYOUT -> new ReleaseBusyOutKeys();
            case SET_TIMERS -> new SetTimersKeys();
        };
    }

    VerbKeys<?> keys(Verb verb) {
        return verbs.get(verb);
    }

    @Override
    Optional<ScenarioEvent> read(Fields fields) {
        Optional<Duration> time = at.find(fields);
        Duration end = fields.reading().end();
        if (time.isPresent() && time.get().compareTo(end) >= 0) {
            EffectiveValue value = at.valueIn(fields);
            fields.reading()
                    .warnAt(value, "the event never happens: the run ends at " + DurationText.of(end))
                    .found(value.shown())
                    .allowed("before " + DurationText.of(end));
        }
        Optional<Verb> verb = verb(fields);
        if (verb.isEmpty()) {
            return Optional.empty();
        }
        VerbKeys<?> keys = verbs.get(verb.get());
        refuseStrangers(fields, keys);
        return keys.read(time.orElse(Duration.ZERO), fields).map(event -> event);
    }

    @Override
    void write(ScenarioEvent event, Written out) {
        out.put(at, event.at());
        verbs.get(event.verb()).writeAny(event, out);
    }

    private Optional<Verb> verb(Fields fields) {
        Optional<Verb> verb = Optional.empty();
        for (Verb each : Verb.values()) {
            if (!fields.has(each.key())) {
                continue;
            }
            if (verb.isPresent()) {
                fields.errorAtKey(
                                each.key(),
                                "`" + each.key() + "` and `" + verb.get().key() + "` are two events")
                        .found(each.key())
                        .allowed("one of them in an entry: write two entries");
                return Optional.empty();
            }
            verb = Optional.of(each);
        }
        if (verb.isEmpty() && fields.isSound()) {
            List<String> words = Arrays.stream(Verb.values()).map(Verb::key).toList();
            fields.error("the event does nothing").allowed("`at` and one of " + Quote.list(words));
        }
        return verb;
    }

    private void refuseStrangers(Fields fields, VerbKeys<?> keys) {
        String verb = keys.subject().name();
        List<String> companions = keys.companions().stream().map(Key::name).toList();
        for (String key : fields.listKeys()) {
            if (!key.equals(at.name()) && !key.equals(verb) && !companions.contains(key)) {
                fields.errorAtKey(key, "`" + key + "` does not go with `" + verb + "`")
                        .found(key)
                        .allowed("with `at` and `" + verb + "`: "
                                + (companions.isEmpty() ? "no other key" : Quote.list(companions)));
            }
        }
    }

    /** Exactly one verb, with the keys that it demands; other keys demand a verb that they go with. */
    @Override
    void constrain(Map<String, Object> schema) {
        List<Object> oneOf = new ArrayList<>();
        Map<String, Object> dependencies = new LinkedHashMap<>();
        Map<String, List<String>> homes = new LinkedHashMap<>();
        for (VerbKeys<?> keys : verbs.values()) {
            String verb = keys.subject().name();
            oneOf.add(ScenarioSchema.demanding(List.of(verb)));
            keys.demands().ifPresent(demand -> dependencies.put(verb, demand));
            keys.companions()
                    .forEach(key -> homes.computeIfAbsent(key.name(), any -> new ArrayList<>())
                            .add(verb));
        }
        homes.forEach((key, verb) -> dependencies.put(key, ScenarioSchema.demandingAny(verb)));
        schema.put("oneOf", oneOf);
        schema.put("dependencies", dependencies);
    }

    /**
     * A verb: its key, the keys that go with it, and how an event is read from them and written.
     *
     * @param <E> what it reads and writes
     */
    abstract static class VerbKeys<E extends ScenarioEvent> {
        private final Class<E> type;
        private final Verb verb;
        private final List<Key<?>> keys = new ArrayList<>();

        VerbKeys(Class<E> type, Verb verb) {
            this.type = type;
            this.verb = verb;
        }

        abstract Optional<E> read(Duration at, Fields fields);

        abstract void write(E event, Written out);

        final void writeAny(ScenarioEvent event, Written out) {
            write(type.cast(event), out);
        }

        /** Declares the key of the verb itself, before any other one. */
        final <V> Key<V> verb(Form<V> form, String meaning) {
            return with(new Key<>(verb.key(), form, false, Optional.empty(), meaning));
        }

        /** Declares a key that goes with it. */
        final <V> Key<V> with(Key<V> key) {
            keys.add(key);
            return key;
        }

        final <V> Key<V> required(String name, Form<V> form, String meaning) {
            return with(new Key<>(name, form, true, Optional.empty(), meaning));
        }

        final <V> Key<V> key(String name, Form<V> form, V standard, String meaning) {
            return with(new Key<>(name, form, false, Optional.of(standard), meaning));
        }

        final <V> Key<V> optional(String name, Form<V> form, String meaning) {
            return with(new Key<>(name, form, false, Optional.empty(), meaning));
        }

        final Key<Duration> length() {
            return optional("for", Forms.length(), "How long it lasts; without it, until restored.");
        }

        /** The key of the verb itself. */
        final Key<?> subject() {
            return keys.get(0);
        }

        /** The keys that go with it. */
        final List<Key<?>> companions() {
            return keys.subList(1, keys.size());
        }

        /** What the schema demands beside the verb; empty for nothing. */
        Optional<Object> demands() {
            List<String> required =
                    keys.stream().filter(Key::isRequired).map(Key::name).toList();
            return required.isEmpty() ? Optional.empty() : Optional.of(required);
        }
    }

    private static final class FailKeys extends VerbKeys<ScenarioEvent.Fail> {
        private final Key<Target> target;
        private final Key<Duration> length;

        FailKeys() {
            super(ScenarioEvent.Fail.class, Verb.FAIL);
            target = verb(References.TARGET, "What fails.");
            length = length();
        }

        @Override
        Optional<ScenarioEvent.Fail> read(Duration at, Fields fields) {
            Optional<Duration> time = length.find(fields);
            return target.find(fields).map(what -> new ScenarioEvent.Fail(at, what, time));
        }

        @Override
        void write(ScenarioEvent.Fail event, Written out) {
            out.put(target, event.target()).put(length, event.duration());
        }
    }

    private static final class RestoreKeys extends VerbKeys<ScenarioEvent.Restore> {
        private final Key<Target> target;

        RestoreKeys() {
            super(ScenarioEvent.Restore.class, Verb.RESTORE);
            target = verb(References.TARGET, "What works again.");
        }

        @Override
        Optional<ScenarioEvent.Restore> read(Duration at, Fields fields) {
            return target.find(fields).map(what -> new ScenarioEvent.Restore(at, what));
        }

        @Override
        void write(ScenarioEvent.Restore event, Written out) {
            out.put(target, event.target());
        }
    }

    private static final class FlapKeys extends VerbKeys<ScenarioEvent.Flap> {
        private final Key<Target> target;
        private final Key<Duration> down;
        private final Key<Duration> up;
        private final Key<Integer> times;

        FlapKeys() {
            super(ScenarioEvent.Flap.class, Verb.FLAP);
            target = verb(References.TARGET, "What fails and comes back several times.");
            down = required("down", Forms.length(), "How long it is down each time.");
            up = required("up", Forms.length(), "How long it is up in between.");
            times = required("times", Forms.integer(1, Limits.FLAP_TIMES), "How often it goes down.");
        }

        @Override
        Optional<ScenarioEvent.Flap> read(Duration at, Fields fields) {
            Optional<Duration> out = down.find(fields);
            Optional<Duration> back = up.find(fields);
            Optional<Integer> count = times.find(fields);
            if (count.isPresent() && fields.reading().areTooManyWith(count.get())) {
                EffectiveValue value = times.valueIn(fields);
                fields.reading()
                        .errorAt(value, "the flaps of the scenario add up to too many failures")
                        .found(value.shown())
                        .allowed("at most " + Limits.ALL_FLAPS + " in all");
            }
            Optional<Target> what = target.find(fields);
            return what.isEmpty() || out.isEmpty() || back.isEmpty() || count.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ScenarioEvent.Flap(at, what.get(), out.get(), back.get(), count.get()));
        }

        @Override
        void write(ScenarioEvent.Flap event, Written out) {
            out.put(target, event.target())
                    .put(down, event.down())
                    .put(up, event.up())
                    .put(times, event.times());
        }
    }

    private static final class DegradeKeys extends VerbKeys<ScenarioEvent.Degrade> {
        private final Key<Target> target;
        private final Key<Double> loss;
        private final Key<Duration> latency;
        private final Key<Bursts> bursts;
        private final Key<Duration> length;

        DegradeKeys() {
            super(ScenarioEvent.Degrade.class, Verb.DEGRADE);
            target = verb(References.WAY_PART, "What loses heartbeats or becomes slow.");
            loss = optional("loss", Forms.SHARE, "Share of heartbeats that are lost.");
            latency = optional("latency", Forms.duration(Duration.ZERO, Limits.LINK_LATENCY), "One-way delay.");
            bursts = optional(
                    "bursts", new LinkKeys.BurstsKeys().form(), "Losses in bursts: good and bad times by turns.");
            length = length();
        }

        @Override
        Optional<ScenarioEvent.Degrade> read(Duration at, Fields fields) {
            Optional<Double> share = loss.find(fields);
            Optional<Duration> delay = latency.find(fields);
            Optional<Bursts> inBursts = bursts.find(fields);
            Optional<Duration> time = length.find(fields);
            if (!loss.isIn(fields) && !latency.isIn(fields) && !bursts.isIn(fields) && fields.isSound()) {
                fields.error("`degrade` changes nothing").allowed("at least one of `loss`, `latency` and `bursts`");
            }
            OptionalDouble lost = share.isPresent() ? OptionalDouble.of(share.get()) : OptionalDouble.empty();
            return target.find(fields).map(what -> new ScenarioEvent.Degrade(at, what, lost, delay, inBursts, time));
        }

        @Override
        void write(ScenarioEvent.Degrade event, Written out) {
            out.put(target, event.target());
            if (event.loss().isPresent()) {
                out.put(loss, event.loss().getAsDouble());
            }
            out.put(latency, event.latency()).put(bursts, event.bursts()).put(length, event.duration());
        }

        @Override
        Optional<Object> demands() {
            return Optional.of(ScenarioSchema.demandingAny(List.of(loss.name(), latency.name(), bursts.name())));
        }
    }

    private static final class CongestionKeys extends VerbKeys<ScenarioEvent.Congestion> {
        private final Key<Target> target;
        private final Key<Duration> every;
        private final Key<Duration> burst;
        private final Key<Double> loss;
        private final Key<Duration> length;

        CongestionKeys() {
            super(ScenarioEvent.Congestion.class, Verb.CONGESTION);
            target = verb(References.WAY_PART, "What traffic without priority crowds at regular intervals.");
            every = required(
                    "every",
                    Forms.duration(Limits.SHORTEST_CONGESTION_PERIOD, Limits.LONGEST),
                    "Time from the start of one burst of congestion to the next.");
            burst = required("burst", Forms.length(), "How long each burst of congestion lasts; at most every.");
            loss = required("loss", Forms.SHARE, "Share of heartbeats that are lost.");
            length = length();
        }

        @Override
        Optional<ScenarioEvent.Congestion> read(Duration at, Fields fields) {
            Optional<Duration> period = every.find(fields);
            Optional<Duration> crowded = burst.find(fields);
            Optional<Double> share = loss.find(fields);
            Optional<Duration> time = length.find(fields);
            if (period.isPresent() && crowded.isPresent() && crowded.get().compareTo(period.get()) > 0) {
                fields.reading()
                        .error(burst.valueIn(fields), "is longer than the time from one burst to the next")
                        .allowed("at most `every`: " + DurationText.of(period.get()));
                return Optional.empty();
            }
            Optional<Target> what = target.find(fields);
            return what.isEmpty() || period.isEmpty() || crowded.isEmpty() || share.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ScenarioEvent.Congestion(
                            at, what.get(), period.get(), crowded.get(), share.get(), time));
        }

        @Override
        void write(ScenarioEvent.Congestion event, Written out) {
            out.put(target, event.target())
                    .put(every, event.every())
                    .put(burst, event.burst())
                    .put(loss, event.loss())
                    .put(length, event.duration());
        }
    }

    private static final class DuplexMismatchKeys extends VerbKeys<ScenarioEvent.DuplexMismatch> {
        private final Key<IpsiId> ipsi;
        private final Key<Double> peakLoss;
        private final Key<Integer> fullLoad;
        private final Key<Duration> length;

        DuplexMismatchKeys() {
            super(ScenarioEvent.DuplexMismatch.class, Verb.DUPLEX_MISMATCH);
            ipsi = verb(
                    References.IPSI_NAME,
                    "The IPSI whose port runs at half duplex, such as ipsi-1a: loss that grows with load.");
            peakLoss =
                    key("peak-loss", Forms.SHARE, DEFAULT_PEAK_LOSS, "Share of heartbeats that are lost at full load.");
            fullLoad = key(
                    "full-load",
                    Forms.integer(1, Limits.CALLS),
                    DEFAULT_FULL_LOAD,
                    "Number of calls of the port network that is full load.");
            length = length();
        }

        @Override
        Optional<ScenarioEvent.DuplexMismatch> read(Duration at, Fields fields) {
            double peak = peakLoss.get(fields);
            int load = fullLoad.get(fields);
            Optional<Duration> time = length.find(fields);
            Optional<IpsiId> board = ipsi.find(fields);
            if (board.isEmpty()) {
                return Optional.empty();
            }
            warnOfIdlePortNetwork(board.get(), fields);
            return Optional.of(new ScenarioEvent.DuplexMismatch(at, new Target.OfIpsi(board.get()), peak, load, time));
        }

        private void warnOfIdlePortNetwork(IpsiId board, Fields fields) {
            PortNetwork pn = fields.reading().declared().portNetworks().get(board.pn());
            if (pn.traffic().isEmpty() && pn.calls().equals(StableCalls.NONE)) {
                EffectiveValue value = ipsi.valueIn(fields);
                fields.reading()
                        .warnAt(
                                value,
                                "nothing is lost: the loss grows with the calls of " + pn.id() + ", which has none")
                        .found(value.shown())
                        .allowed("an IPSI of a port network with `calls` or `traffic`");
            }
        }

        @Override
        void write(ScenarioEvent.DuplexMismatch event, Written out) {
            out.put(ipsi, ((Target.OfIpsi) event.target()).ipsi())
                    .put(peakLoss, event.peakLoss())
                    .put(fullLoad, (int) event.fullLoad())
                    .put(length, event.duration());
        }
    }

    private static final class ForcedTakeoverKeys extends VerbKeys<ScenarioEvent.ForcedTakeover> {
        private final Key<Integer> cluster;
        private final Key<SortedSet<Integer>> portNetworks;

        ForcedTakeoverKeys() {
            super(ScenarioEvent.ForcedTakeover.class, Verb.FORCED_TAKEOVER);
            cluster = verb(References.CLUSTER, "The cluster that an operator moves port networks to.");
            portNetworks = required(
                    "port-networks",
                    References.PORT_NETWORKS,
                    "The port networks that move: all, a number, a range or a list.");
        }

        @Override
        Optional<ScenarioEvent.ForcedTakeover> read(Duration at, Fields fields) {
            Optional<Integer> to = cluster.find(fields);
            Optional<SortedSet<Integer>> which = portNetworks.find(fields);
            return to.isEmpty() || which.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ScenarioEvent.ForcedTakeover(at, to.get(), which.get()));
        }

        @Override
        void write(ScenarioEvent.ForcedTakeover event, Written out) {
            out.put(cluster, event.cluster()).put(portNetworks, event.portNetworks());
        }
    }

    private static final class InterchangeKeys extends VerbKeys<ScenarioEvent.Interchange> {
        private final Key<String> main;

        InterchangeKeys() {
            super(ScenarioEvent.Interchange.class, Verb.INTERCHANGE);
            main = verb(Forms.word(List.of("main")), "An operator makes the standby main the active one.");
        }

        @Override
        Optional<ScenarioEvent.Interchange> read(Duration at, Fields fields) {
            Optional<String> word = main.find(fields);
            if (word.isPresent() && !fields.reading().declared().isDuplex()) {
                EffectiveValue value = main.valueIn(fields);
                fields.reading()
                        .errorAt(value, "there is no standby to change to")
                        .found(value.shown())
                        .allowed("with `servers.main.duplex: y`");
                return Optional.empty();
            }
            return word.map(any -> new ScenarioEvent.Interchange(at));
        }

        @Override
        void write(ScenarioEvent.Interchange event, Written out) {
            out.put(main, "main");
        }
    }

    private static final class DisableKeys extends VerbKeys<ScenarioEvent.Disable> {
        private final Key<Integer> cluster;

        DisableKeys() {
            super(ScenarioEvent.Disable.class, Verb.DISABLE);
            cluster = verb(
                    References.CLUSTER_NAME,
                    "The cluster that an operator disables: main, or a survivable core such as sc-10.");
        }

        @Override
        Optional<ScenarioEvent.Disable> read(Duration at, Fields fields) {
            return cluster.find(fields).map(number -> new ScenarioEvent.Disable(at, number));
        }

        @Override
        void write(ScenarioEvent.Disable event, Written out) {
            out.put(cluster, event.cluster());
        }
    }

    private static final class EnableKeys extends VerbKeys<ScenarioEvent.Enable> {
        private final Key<Integer> cluster;

        EnableKeys() {
            super(ScenarioEvent.Enable.class, Verb.ENABLE);
            cluster = verb(
                    References.CLUSTER_NAME,
                    "The cluster that an operator enables: main, or a survivable core such as sc-10.");
        }

        @Override
        Optional<ScenarioEvent.Enable> read(Duration at, Fields fields) {
            return cluster.find(fields).map(number -> new ScenarioEvent.Enable(at, number));
        }

        @Override
        void write(ScenarioEvent.Enable event, Written out) {
            out.put(cluster, event.cluster());
        }
    }

    private static final class BusyOutKeys extends VerbKeys<ScenarioEvent.BusyOut> {
        private final Key<IpsiId> ipsi;

        BusyOutKeys() {
            super(ScenarioEvent.BusyOut.class, Verb.BUSYOUT);
            ipsi = verb(References.IPSI_NAME, "The IPSI that an operator busies out, such as ipsi-1a.");
        }

        @Override
        Optional<ScenarioEvent.BusyOut> read(Duration at, Fields fields) {
            Optional<IpsiId> board = ipsi.find(fields);
            if (board.isEmpty()) {
                return Optional.empty();
            }
            int pn = board.get().pn();
            if (!fields.reading().declared().portNetworks().get(pn).duplicatedIpsis()) {
                EffectiveValue value = ipsi.valueIn(fields);
                fields.reading()
                        .warnAt(value, "the command will be refused: it is the only IPSI of pn-" + pn)
                        .found(value.shown())
                        .allowed("an IPSI of a port network with `ipsis: duplicated`");
            }
            return Optional.of(new ScenarioEvent.BusyOut(at, board.get()));
        }

        @Override
        void write(ScenarioEvent.BusyOut event, Written out) {
            out.put(ipsi, event.ipsi());
        }
    }

    private static final class ReleaseBusyOutKeys extends VerbKeys<ScenarioEvent.ReleaseBusyOut> {
        private final Key<IpsiId> ipsi;

        ReleaseBusyOutKeys() {
            super(ScenarioEvent.ReleaseBusyOut.class, Verb.RELEASE_BUSYOUT);
            ipsi = verb(References.IPSI_NAME, "The IPSI that an operator releases from a busy-out, such as ipsi-1a.");
        }

        @Override
        Optional<ScenarioEvent.ReleaseBusyOut> read(Duration at, Fields fields) {
            return ipsi.find(fields).map(board -> new ScenarioEvent.ReleaseBusyOut(at, board));
        }

        @Override
        void write(ScenarioEvent.ReleaseBusyOut event, Written out) {
            out.put(ipsi, event.ipsi());
        }
    }

    private static final class SetTimersKeys extends VerbKeys<ScenarioEvent.SetTimers> {
        private final Key<Map<TimerSetting, Duration>> settings;

        SetTimersKeys() {
            super(ScenarioEvent.SetTimers.class, Verb.SET_TIMERS);
            settings = verb(new TimersKeys.Changes().form(), "Timers that an administrator changes in mid-run.");
        }

        @Override
        Optional<ScenarioEvent.SetTimers> read(Duration at, Fields fields) {
            return settings.find(fields).map(changes -> new ScenarioEvent.SetTimers(at, changes));
        }

        @Override
        void write(ScenarioEvent.SetTimers event, Written out) {
            out.put(settings, event.settings());
        }
    }
}
