package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.demanding;
import static org.ipsisim.scenario.JsonSchema.demandingAny;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.ScenarioEvent.Verb;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;

/**
 * The keys of an entry of {@code events}: {@code at}, a verb, and the keys that go with that verb. A verb is declared
 * once, with its keys; {@link #make} reads it and {@link #write} writes it.
 */
final class EventKeys extends Mapping<ScenarioEvent> {
    static final EventKeys EVENT = new EventKeys();

    private static final double DEFAULT_PEAK_LOSS = 0.5;
    private static final int DEFAULT_FULL_LOAD = 100;

    private final Map<Verb, FormatKey<?>> verbs = new EnumMap<>(Verb.class);
    private final Map<Verb, List<FormatKey<?>>> companions = new EnumMap<>(Verb.class);

    private final FormatKey<Duration> length =
            FormatKey.optional("for", Forms.LENGTH, "How long it lasts; without it, until restored.");
    private final FormatKey<IpsiFault> mode = FormatKey.of(
            "mode", Forms.word(IpsiFault.class), IpsiFault.BOARD, "What of an IPSI fails; all of it by default.");
    private final FormatKey<Duration> down = FormatKey.required("down", Forms.LENGTH, "How long it is down each time.");
    private final FormatKey<Duration> up = FormatKey.required("up", Forms.LENGTH, "How long it is up in between.");
    private final FormatKey<Integer> times =
            FormatKey.required("times", Forms.integer(1, Limits.FLAP_TIMES), "How many times it goes down.");
    private final FormatKey<Double> loss =
            FormatKey.optional("loss", Forms.SHARE, "Share of heartbeats that are lost.");
    private final FormatKey<Duration> latency =
            FormatKey.optional("latency", Forms.duration(Duration.ZERO, Limits.LINK_LATENCY), "One-way delay.");
    private final FormatKey<Bursts> bursts = FormatKey.optional(
            "bursts", new LinkKeys.BurstsKeys().form(), "Losses in bursts: good and bad times alternate.");
    private final FormatKey<Duration> every = FormatKey.required(
            "every",
            Forms.duration(Limits.SHORTEST_CONGESTION_PERIOD, Limits.LONGEST),
            "Time from the start of one burst of congestion to the next.");
    private final FormatKey<Duration> burst =
            FormatKey.required("burst", Forms.LENGTH, "How long each burst of congestion lasts; at most every.");
    private final FormatKey<Double> lossInBursts = FormatKey.required(loss.name(), loss.form(), loss.meaning());
    private final FormatKey<Double> peakLoss = FormatKey.of(
            "peak-loss", Forms.SHARE, DEFAULT_PEAK_LOSS, "Share of heartbeats that are lost at full load.");
    private final FormatKey<Integer> fullLoad = FormatKey.of(
            "full-load",
            Forms.integer(1, Limits.CALLS),
            DEFAULT_FULL_LOAD,
            "Number of calls through the port network at full load.");
    private final FormatKey<SortedSet<Integer>> portNetworks = FormatKey.required(
            "port-networks",
            References.PORT_NETWORKS,
            "The port networks that move: all, a number, a range or a list.");

    private final FormatKey<Boolean> forced = FormatKey.of(
            "forced", Forms.YES_NO, false, "Also if the standby reaches fewer IPSIs or is not refreshed (Cold-2).");

    private final FormatKey<Duration> at =
            required("at", ClockForms.MOMENT, "When it happens, from the start of the scenario.");
    private final FormatKey<Target> fail = verb(Verb.FAIL, References.TARGET, "What fails.", mode, length);
    private final FormatKey<Target> restore = verb(Verb.RESTORE, References.TARGET, "What works again.");
    private final FormatKey<Target> flap =
            verb(Verb.FLAP, References.TARGET, "What fails and comes back several times.", down, up, times);
    private final FormatKey<Target> degrade = verb(
            Verb.DEGRADE, References.WAY_PART, "What loses heartbeats or slows down.", loss, latency, bursts, length);
    private final FormatKey<Target> congestion = verb(
            Verb.CONGESTION,
            References.WAY_PART,
            "What other traffic congests at regular intervals.",
            every,
            burst,
            lossInBursts,
            length);
    private final FormatKey<IpsiId> mismatch = verb(
            Verb.DUPLEX_MISMATCH,
            References.IPSI_NAME,
            "The IPSI whose port runs at half duplex, such as ipsi-1a; loss grows with load.",
            peakLoss,
            fullLoad,
            length);
    private final FormatKey<Integer> takeover = verb(
            Verb.FORCED_TAKEOVER,
            References.CLUSTER,
            "The cluster to which an operator moves port networks.",
            portNetworks);
    private final FormatKey<String> interchange = verb(
            Verb.INTERCHANGE,
            Forms.word(List.of("main")),
            "An operator makes the standby main the active one.",
            forced);
    private final FormatKey<Integer> disable = verb(
            Verb.DISABLE,
            References.CLUSTER_NAME,
            "The cluster that an operator disables: main, or a survivable core such as sc-10.");
    private final FormatKey<Integer> enable = verb(
            Verb.ENABLE,
            References.CLUSTER_NAME,
            "The cluster that an operator enables: main, or a survivable core such as sc-10.");
    private final FormatKey<IpsiId> busyOut =
            verb(Verb.BUSYOUT, References.IPSI_NAME, "The IPSI that an operator busies out, such as ipsi-1a.");
    private final FormatKey<IpsiId> release = verb(
            Verb.RELEASE_BUSYOUT,
            References.IPSI_NAME,
            "The IPSI that an operator releases from a busy-out, such as ipsi-1a.");
    private final FormatKey<SortedSet<String>> failback = verb(
            Verb.FAILBACK, References.POPULATIONS, "The phones that an operator sends back: a population, or all.");
    private final FormatKey<Map<TimerSetting, Duration>> setTimers =
            verb(Verb.SET_TIMERS, new TimersKeys.Changes().form(), "Timers that an administrator changes in mid-run.");

    private final LabelKeys label = LabelKeys.of(this);

    private EventKeys() {
        super("an entry of `events`", "Something that happens.");
        for (List<FormatKey<?>> keys : companions.values()) {
            for (FormatKey<?> key : keys) {
                declare(key.asOptional());
            }
        }
    }

    private <V> FormatKey<V> verb(Verb verb, ValueForm<V> form, String meaning, FormatKey<?>... with) {
        FormatKey<V> key = optional(verb.key(), form, meaning);
        verbs.put(verb, key);
        companions.put(verb, List.of(with));
        return key;
    }

    /** The key of a verb. */
    FormatKey<?> key(Verb verb) {
        return verbs.get(verb);
    }

    /** The keys that go with a verb, besides {@code at}. */
    List<FormatKey<?>> companions(Verb verb) {
        return companions.get(verb);
    }

    @Override
    Optional<ScenarioEvent> read(Fields fields) {
        fields.read(at);
        Duration end = fields.reading().end();
        if (fields.find(at).orElse(Duration.ZERO).compareTo(end) >= 0) {
            String last = ClockForms.words(end, fields.reading().clock());
            fields.warnAt(at, "the event never happens: the run ends at " + last)
                    .allowed("before " + last);
        }
        Optional<Verb> verb = findVerb(fields);
        if (verb.isEmpty()) {
            return Optional.empty();
        }
        refuseStrangers(fields, verb.get());
        label.read(fields);
        fields.read(verbs.get(verb.get()));
        boolean isWhole = fields.find(verbs.get(verb.get())).isPresent();
        for (FormatKey<?> key : companions.get(verb.get())) {
            isWhole &= fields.read(key);
        }
        Optional<ScenarioEvent> event = isWhole ? make(fields) : Optional.empty();
        event.ifPresent(its -> fields.reading().putLabel(its, label.label(fields)));
        return event;
    }

    private Optional<Verb> findVerb(Fields fields) {
        List<Verb> found = new ArrayList<>();
        for (Verb verb : verbs.keySet()) {
            if (fields.has(verb.key())) {
                found.add(verb);
            }
        }
        if (found.size() > 1) {
            String second = found.get(1).key();
            fields.errorAtKey(second, "`" + second + "` and `" + found.get(0).key() + "` are two events")
                    .found(second)
                    .allowed("one of them per entry: write two entries");
        } else if (found.isEmpty() && fields.isSound()) {
            fields.error("the event does nothing").allowed("`at` and one of " + Quote.list(Keyed.keys(Verb.class)));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void refuseStrangers(Fields fields, Verb verb) {
        List<String> with = new ArrayList<>();
        for (FormatKey<?> key : companions.get(verb)) {
            with.add(key.name());
        }
        for (String key : fields.listKeys()) {
            if (!key.equals(at.name()) && !key.equals(verb.key()) && !with.contains(key) && !label.has(key)) {
                String others = with.isEmpty() ? "no other key" : Quote.list(with);
                fields.errorAtKey(key, "`" + key + "` does not go with `" + verb.key() + "`")
                        .found(key)
                        .allowed("with `at` and `" + verb.key() + "`: " + others);
            }
        }
    }

    @Override
    Optional<ScenarioEvent> make(Fields fields) {
        Verb verb = findVerb(fields).orElseThrow();
        check(verb, fields);
        Duration time = fields.find(at).orElse(Duration.ZERO);
        Optional<Duration> lasting = fields.find(length);
        return Optional.of(
                switch (verb) {
                    case FAIL -> new ScenarioEvent.Fail(time, failing(fields), lasting);
                    case RESTORE -> new ScenarioEvent.Restore(time, fields.get(restore));
                    case FLAP ->
                        new ScenarioEvent.Flap(
                                time, fields.get(flap), fields.get(down), fields.get(up), fields.get(times));
                    case DEGRADE ->
                        new ScenarioEvent.Degrade(
                                time,
                                fields.get(degrade),
                                lost(fields.find(loss)),
                                fields.find(latency),
                                fields.find(bursts),
                                lasting);
                    case CONGESTION ->
                        new ScenarioEvent.Congestion(
                                time,
                                fields.get(congestion),
                                fields.get(every),
                                fields.get(burst),
                                fields.get(lossInBursts),
                                lasting);
                    case DUPLEX_MISMATCH ->
                        new ScenarioEvent.DuplexMismatch(
                                time,
                                new Target.OfIpsi(fields.get(mismatch)),
                                fields.get(peakLoss),
                                fields.get(fullLoad),
                                lasting);
                    case FORCED_TAKEOVER ->
                        new ScenarioEvent.ForcedTakeover(time, fields.get(takeover), fields.get(portNetworks));
                    case INTERCHANGE -> new ScenarioEvent.Interchange(time, fields.get(forced));
                    case DISABLE -> new ScenarioEvent.Disable(time, fields.get(disable));
                    case ENABLE -> new ScenarioEvent.Enable(time, fields.get(enable));
                    case BUSYOUT -> new ScenarioEvent.BusyOut(time, fields.get(busyOut));
                    case RELEASE_BUSYOUT -> new ScenarioEvent.ReleaseBusyOut(time, fields.get(release));
                    case FAILBACK -> new ScenarioEvent.Failback(time, fields.get(failback));
                    case SET_TIMERS -> new ScenarioEvent.SetTimers(time, fields.get(setTimers));
                });
    }

    private Target failing(Fields fields) {
        Target target = fields.get(fail);
        return target instanceof Target.OfIpsi ipsi ? new Target.OfIpsi(ipsi.ipsi(), fields.get(mode)) : target;
    }

    private static OptionalDouble lost(Optional<Double> share) {
        return share.isPresent() ? OptionalDouble.of(share.get()) : OptionalDouble.empty();
    }

    /** Reports what conflicts with the rest of the file, and what has no effect. */
    private void check(Verb verb, Fields fields) {
        Declared declared = fields.reading().declared();
        switch (verb) {
            case FAIL -> {
                warnOfNoPhones(fail, fields);
                if (fields.has(mode) && !(fields.get(fail) instanceof Target.OfIpsi)) {
                    fields.errorAtKey(mode.name(), "only IPSIs fail in part")
                            .found(fields.valueOf(mode).shown())
                            .allowed("with an IPSI, such as `fail: ipsi-1a`");
                }
            }
            case FLAP -> {
                warnOfNoPhones(flap, fields);
                if (fields.reading().exceedFlaps(fields.get(times))) {
                    fields.errorAt(times, "the flaps of the scenario add up to too many failures")
                            .allowed("at most " + Limits.ALL_FLAPS + " in all");
                }
            }
            case DEGRADE -> {
                if (!fields.has(loss) && !fields.has(latency) && !fields.has(bursts) && fields.isSound()) {
                    fields.error("`degrade` changes nothing").allowed("at least one of `loss`, `latency` and `bursts`");
                }
            }
            case CONGESTION -> {
                Duration period = fields.get(every);
                if (fields.get(burst).compareTo(period) > 0) {
                    fields.error(burst, "is longer than the time from one burst to the next")
                            .allowed("at most `every`: " + DurationText.of(period));
                }
            }
            case DUPLEX_MISMATCH -> {
                PortNetwork pn =
                        declared.portNetworks().get(fields.get(mismatch).pn());
                if (pn.traffic().isEmpty() && pn.calls().pn() + pn.calls().ip() == 0) {
                    String message =
                            "nothing is lost: the loss grows with the calls of " + pn.id() + ", which has none";
                    fields.warnAt(mismatch, message).allowed("an IPSI of a port network with `calls` or `traffic`");
                }
            }
            case INTERCHANGE -> {
                if (!declared.isDuplex()) {
                    fields.errorAt(interchange, "there is no standby to change to")
                            .allowed("with `servers.main.duplex: y`");
                }
            }
            case BUSYOUT -> {
                PortNetwork pn = declared.portNetworks().get(fields.get(busyOut).pn());
                if (!pn.duplicatedIpsis()) {
                    fields.warnAt(busyOut, "the command will be refused: it is the only IPSI of " + pn.id())
                            .allowed("an IPSI of a port network with `ipsis: duplicated`");
                }
            }
            case FAILBACK -> {
                boolean goBackAlone = fields.get(failback).stream()
                        .flatMap(name -> declared.estate().sip().findPhones(name).stream())
                        .allMatch(phones -> phones.settings().failback() == SipSettings.Failback.AUTO);
                if (goBackAlone) {
                    fields.warnAt(failback, "the order has no effect: these phones go back by themselves")
                            .allowed("phones with `failback: manual`");
                }
            }
            default -> {}
        }
    }

    /** Warns of a failure of a session manager with which no phone registers. */
    private static void warnOfNoPhones(FormatKey<Target> key, Fields fields) {
        String name = fields.get(key).name();
        SipEstate sip = fields.reading().declared().estate().sip();
        boolean isUsed =
                sip.phones().stream().anyMatch(phones -> phones.controllers().contains(name));
        if (sip.findSessionManager(name).isPresent() && !isUsed) {
            fields.warnAt(key, "nothing comes of it: " + name + " is nobody's controller")
                    .allowed("a session manager among the `controllers` of phones");
        }
    }

    @Override
    void write(ScenarioEvent event, Written out) {
        out.put(at, event.at());
        switch (event.verb()) {
            case FAIL -> {
                Target target = ((ScenarioEvent.Fail) event).target();
                out.put(fail, target);
                if (target instanceof Target.OfIpsi ipsi && ipsi.fault() != IpsiFault.BOARD) {
                    out.put(mode, ipsi.fault());
                }
            }
            case RESTORE -> out.put(restore, event.findTarget());
            case FLAP -> {
                ScenarioEvent.Flap e = (ScenarioEvent.Flap) event;
                out.put(flap, e.target()).put(down, e.down()).put(up, e.up()).put(times, e.times());
            }
            case DEGRADE -> {
                ScenarioEvent.Degrade e = (ScenarioEvent.Degrade) event;
                Optional<Double> share = e.loss().stream().boxed().findFirst();
                out.put(degrade, e.target())
                        .put(loss, share)
                        .put(latency, e.latency())
                        .put(bursts, e.bursts());
            }
            case CONGESTION -> {
                ScenarioEvent.Congestion e = (ScenarioEvent.Congestion) event;
                out.put(congestion, e.target())
                        .put(every, e.every())
                        .put(burst, e.burst())
                        .put(loss, e.loss());
            }
            case DUPLEX_MISMATCH -> {
                ScenarioEvent.DuplexMismatch e = (ScenarioEvent.DuplexMismatch) event;
                out.put(mismatch, ((Target.OfIpsi) e.target()).ipsi()).put(peakLoss, e.peakLoss());
                out.put(fullLoad, (int) e.fullLoad());
            }
            case FORCED_TAKEOVER -> {
                ScenarioEvent.ForcedTakeover e = (ScenarioEvent.ForcedTakeover) event;
                out.put(takeover, e.cluster()).put(portNetworks, e.portNetworks());
            }
            case INTERCHANGE -> out.put(interchange, "main").put(forced, ((ScenarioEvent.Interchange) event).forced());
            case DISABLE -> out.put(disable, ((ScenarioEvent.Disable) event).cluster());
            case ENABLE -> out.put(enable, ((ScenarioEvent.Enable) event).cluster());
            case BUSYOUT -> out.put(busyOut, ((ScenarioEvent.BusyOut) event).ipsi());
            case RELEASE_BUSYOUT -> out.put(release, ((ScenarioEvent.ReleaseBusyOut) event).ipsi());
            case FAILBACK -> out.put(failback, ((ScenarioEvent.Failback) event).populations());
            case SET_TIMERS -> out.put(setTimers, ((ScenarioEvent.SetTimers) event).settings());
        }
        out.put(length, event.length());
        label.write(out.labels().of(event), out);
    }

    /** Exactly one verb with the keys it requires; every other key requires one of its verbs. */
    @Override
    void constrain(Map<String, Object> schema) {
        Map<String, Object> dependencies = new LinkedHashMap<>();
        Map<String, List<String>> homes = new LinkedHashMap<>();
        companions.forEach((verb, keys) -> {
            String[] required = keys.stream()
                    .filter(FormatKey::isRequired)
                    .map(FormatKey::name)
                    .toArray(String[]::new);
            if (required.length > 0) {
                dependencies.put(verb.key(), List.of(required));
            }
            keys.forEach(key ->
                    homes.computeIfAbsent(key.name(), any -> new ArrayList<>()).add(verb.key()));
        });
        homes.forEach((key, of) -> dependencies.put(key, demandingAny(of)));
        dependencies.put(degrade.name(), demandingAny(List.of(loss.name(), latency.name(), bursts.name())));
        schema.put(
                "oneOf",
                verbs.keySet().stream().map(verb -> demanding(verb.key())).toList());
        schema.put("dependencies", dependencies);
    }
}
