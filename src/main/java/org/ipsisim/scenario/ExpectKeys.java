package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.demandingAny;
import static org.ipsisim.scenario.JsonSchema.either;
import static org.ipsisim.scenario.JsonSchema.listOf;
import static org.ipsisim.scenario.JsonSchema.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.Expectation.Bound;
import org.ipsisim.estate.Expectation.StateDuring.How;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.PhoneTotal;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.SessionManagerTotal;

/** The keys of an entry of {@code expect}: what it is about, and one {@link Expectation} for each thing it names. */
final class ExpectKeys extends Mapping<List<Expectation>> {
    private final FormatKey<Integer> pn =
            optional("pn", References.PORT_NETWORK, "The port network the entry is about.");
    private final FormatKey<String> phones =
            optional("phones", References.PHONES, "The population of phones the entry is about.");
    private final FormatKey<String> sessionManager =
            optional("session-manager", References.SESSION_MANAGER, "The session manager the entry is about.");
    private final FormatKey<Duration> at = optional(
            "at",
            ClockForms.MOMENT,
            "The time, from the start; with state, controller, priority-list or a state of phones.");
    private final FormatKey<PnState> state =
            optional("state", Forms.word(PnState.class), "The state of the port network at that time.");
    private final FormatKey<PnState> always = optional(
            "always", Forms.word(PnState.class), "The state of the port network at every moment from `at` on.");
    private final FormatKey<PnState> never = optional(
            "never", Forms.word(PnState.class), "A state in which the port network is at no moment from `at` on.");
    private final FormatKey<Duration> within = optional(
            "within",
            Forms.LENGTH,
            "How long after `at` the state may come at the latest; with always or never, how long that holds.");
    private final FormatKey<Integer> controller = optional(
            "controller",
            new Controller(),
            "With pn, the cluster that controls the port network at that time, or did last; with phones, the session"
                    + " manager on which they are counted.");
    private final FormatKey<String> onSessionManager =
            FormatKey.optional(controller.name(), References.SESSION_MANAGER, "");
    private final Map<PnTotal, FormatKey<Bound>> totals = new EnumMap<>(PnTotal.class);
    private final FormatKey<Bound> interchanges;
    private final FormatKey<IpsiId> ipsi;
    private final FormatKey<List<Integer>> list;
    private final Map<PhoneState, FormatKey<Bound>> states = new EnumMap<>(PhoneState.class);
    private final Map<PhoneTotal, FormatKey<Bound>> phoneTotals = new EnumMap<>(PhoneTotal.class);
    private final Map<SessionManagerTotal, FormatKey<Bound>> counts = new EnumMap<>(SessionManagerTotal.class);

    ExpectKeys() {
        super("an entry of `expect`", "What the run is expected to show.");
        ValueForm<Bound> time = BoundForm.ofDuration();
        ValueForm<Bound> count = BoundForm.ofCount();
        ValueForm<Bound> ofPhones = BoundForm.ofPhones();
        for (PnTotal total : PnTotal.values()) {
            totals.put(total, optional(total.key(), total.isDuration() ? time : count, total.meaning()));
        }
        interchanges = optional("server-interchanges", count, "Number of server interchanges.");
        ipsi = optional("ipsi", References.IPSI, "The IPSI the entry is about, such as 1a.");
        list = optional(
                "priority-list", new Clusters(), "The IPSI's priority list at that time: cluster numbers, best first.");
        for (PhoneState its : PhoneState.values()) {
            states.put(its, optional(its.key(), ofPhones, "Number or share of the phones in this state."));
        }
        for (PhoneTotal total : PhoneTotal.values()) {
            phoneTotals.put(total, optional(total.key(), total.isDuration() ? time : count, total.meaning()));
        }
        for (SessionManagerTotal total : SessionManagerTotal.values()) {
            counts.put(total, optional(total.key(), count, total.meaning()));
        }
    }

    @Override
    Optional<List<Expectation>> read(Fields fields) {
        List<String> named = new ArrayList<>(subjects());
        named.retainAll(fields.listKeys());
        if (named.isEmpty() && !fields.isSound()) {
            return Optional.empty();
        }
        if (named.isEmpty()) {
            fields.error("the entry does not say what it is about").allowed("one of " + Quote.list(subjects()));
        } else if (named.size() > 1) {
            fields.errorAtKey(named.get(1), "`" + named.get(1) + "` and `" + named.get(0) + "` in one entry")
                    .found(named.get(1))
                    .allowed("one of them per entry: write two entries");
        }
        return named.size() == 1 ? make(fields) : Optional.empty();
    }

    private List<String> subjects() {
        return List.of(pn.name(), ipsi.name(), interchanges.name(), phones.name(), sessionManager.name());
    }

    @Override
    Optional<List<Expectation>> make(Fields fields) {
        if (fields.has(phones)) {
            return Optional.of(ofPhones(fields));
        }
        if (fields.has(sessionManager)) {
            return Optional.of(ofSessionManager(fields));
        }
        return Optional.of(fields.has(pn) ? ofPn(fields) : fields.has(ipsi) ? ofIpsi(fields) : ofServers(fields));
    }

    private List<Expectation> ofPn(Fields fields) {
        int number = fields.take(pn).orElse(1);
        boolean isOfMoment = fields.has(state) || fields.has(controller);
        boolean isOfSpan = fields.has(always) || fields.has(never);
        Duration time = time(fields, isOfMoment);
        Optional<Duration> span = fields.take(within);
        List<String> aspects = new ArrayList<>(fields.listKeys());
        aspects.removeAll(List.of(pn.name(), at.name(), within.name()));
        boolean checks = !aspects.isEmpty();
        List<Expectation> all = new ArrayList<>();
        aspects.forEach(key -> ofPn(key, number, time, span, fields).ifPresent(all::add));
        if (!checks && fields.isSound()) {
            fields.error("the entry checks nothing")
                    .allowed("`at` with `state` or `controller`, or a total such as `cold-resets: 0`");
        } else if (checks && !isOfMoment && !isOfSpan && fields.has(at)) {
            String message =
                    "`at` goes with `state`, `controller`, `always` or `never`; totals are those of the whole run";
            fields.errorAtKey(at.name(), message).found(at.name());
        } else if (checks && fields.has(within) && !isOfSpan && !fields.has(state)) {
            fields.errorAtKey(within.name(), "`within` goes with `state`, `always` or `never`")
                    .found(within.name());
        }
        return all;
    }

    private Optional<? extends Expectation> ofPn(
            String key, int number, Duration time, Optional<Duration> span, Fields fields) {
        if (key.equals(state.name()) && span.isEmpty()) {
            return fields.take(state).map(its -> new Expectation.StateAt(number, time, its));
        }
        Optional<How> how = Stream.of(How.values())
                .filter(its -> key.equals(key(its).name()))
                .findFirst();
        if (how.isPresent()) {
            return fields.take(key(how.get()))
                    .map(its -> new Expectation.StateDuring(number, time, span, how.get(), its));
        }
        if (key.equals(controller.name())) {
            return fields.take(controller).map(its -> new Expectation.ControllerAt(number, time, its));
        }
        Optional<PnTotal> total = Keyed.find(PnTotal.class, key);
        if (total.isEmpty()) {
            refuse(fields, key, pn);
            return Optional.empty();
        }
        checkSomething(total.get(), number, key, fields);
        FormatKey<Bound> bound = totals.get(total.get());
        return fields.take(bound).map(its -> new Expectation.TotalOf(number, total.get(), its));
    }

    private FormatKey<PnState> key(How how) {
        return how == How.SOMETIME ? state : how == How.ALWAYS ? always : never;
    }

    /** An expectation about nothing would always be met. */
    private static void checkSomething(PnTotal total, int number, String key, Fields fields) {
        Declared declared = fields.reading().declared();
        Optional<PortNetwork> pn = Optional.ofNullable(declared.portNetworks().get(number));
        if (declared.isComplete() && pn.isPresent() && !total.appliesTo(pn.get())) {
            fields.errorAtKey(
                            key,
                            "`" + key + "` is about nothing: port network " + number + " has "
                                    + total.of().lack())
                    .found(key)
                    .note(
                            "such an expectation is always met, or never; give the port network what it counts, or leave it out");
        }
    }

    private List<Expectation> ofIpsi(Fields fields) {
        fields.read(ipsi);
        Duration time = time(fields, true);
        fields.require(list.name(), list.form().allowed());
        fields.read(list);
        refuseOthers(fields, ipsi, at, list);
        List<Integer> clusters = fields.find(list).orElse(List.of());
        return fields.find(ipsi).stream()
                .<Expectation>map(its -> new Expectation.PriorityListAt(its, time, clusters))
                .toList();
    }

    private List<Expectation> ofServers(Fields fields) {
        fields.read(interchanges);
        refuseOthers(fields, interchanges);
        Declared declared = fields.reading().declared();
        if (declared.isComplete()
                && !declared.isDuplex()
                && fields.find(interchanges).isPresent()) {
            fields.errorAtKey(
                            interchanges.name(),
                            "`" + interchanges.name() + "` is about nothing: the main is not duplex")
                    .found(interchanges.name())
                    .note(
                            "such an expectation is always met, or never; `servers.main.duplex: y` gives the main two servers");
        }
        return fields.find(interchanges).stream()
                .<Expectation>map(Expectation.ServerInterchanges::new)
                .toList();
    }

    private List<Expectation> ofPhones(Fields fields) {
        Optional<PhonePopulation> its =
                fields.take(phones).map(fields.reading().declared().phones()::get);
        fields.reading().setPhones(its.map(PhonePopulation::size).orElse(0));
        boolean isOfMoment = states.values().stream().anyMatch(fields::has);
        Duration time = time(fields, isOfMoment);
        Optional<String> on = its.flatMap(population -> onController(population, fields));
        List<Expectation> all = new ArrayList<>();
        List<String> aspects = new ArrayList<>(fields.listKeys());
        aspects.removeAll(List.of(phones.name(), at.name(), controller.name()));
        for (String key : aspects) {
            ofPhones(key, its.map(PhonePopulation::name).orElse(""), time, on, fields)
                    .ifPresent(all::add);
        }
        if (aspects.isEmpty() && fields.isSound()) {
            fields.error("the entry checks nothing")
                    .allowed("`at` with a state such as `in-service: 100%`, or a total such as `longest-outage: 2m`");
        } else if (!isOfMoment && (fields.has(at) || fields.has(controller))) {
            String key = fields.has(at) ? at.name() : controller.name();
            fields.errorAtKey(key, "`" + key + "` goes with a state; totals are those of the whole run")
                    .found(key);
        }
        return its.isPresent() ? all : List.of();
    }

    private Optional<Expectation> ofPhones(
            String key, String population, Duration time, Optional<String> on, Fields fields) {
        Optional<PhoneState> state = Keyed.find(PhoneState.class, key);
        if (state.isPresent()) {
            return fields.take(states.get(state.get()))
                    .map(bound -> new Expectation.PhonesAt(population, time, state.get(), on, bound));
        }
        Optional<PhoneTotal> total = Keyed.find(PhoneTotal.class, key);
        if (total.isEmpty()) {
            refuse(fields, key, phones)
                    .allowed(
                            Quote.list(Keyed.keys(PhoneState.class)) + "; " + Quote.list(Keyed.keys(PhoneTotal.class)));
        }
        return total.flatMap(its ->
                fields.take(phoneTotals.get(its)).map(bound -> new Expectation.PhoneTotalOf(population, its, bound)));
    }

    /** The session manager on which phones are counted; an error if the population or a state has none such. */
    private Optional<String> onController(PhonePopulation population, Fields fields) {
        Optional<String> name = fields.take(onSessionManager);
        if (name.isEmpty()) {
            return name;
        }
        List<String> its = population.controllers();
        if (!its.contains(name.get())) {
            fields.error(onSessionManager, "is not a controller of " + population.name())
                    .allowed(Quote.list(its))
                    .suggest(Nearest.to(name.get(), its));
        }
        states.forEach((state, key) -> {
            if (fields.has(key) && !state.hasController()) {
                fields.errorAtKey(key.name(), "`" + key.name() + "` phones have no controller")
                        .found(key.name())
                        .allowed("`controller` with "
                                + Quote.list(states.keySet().stream()
                                        .filter(PhoneState::hasController)
                                        .map(Keyed::key)
                                        .toList()));
            }
        });
        return name;
    }

    private List<Expectation> ofSessionManager(Fields fields) {
        Optional<String> name = fields.take(sessionManager);
        checkUsed(name, fields);
        List<Expectation> all = new ArrayList<>();
        List<String> aspects = new ArrayList<>(fields.listKeys());
        aspects.remove(sessionManager.name());
        for (String key : aspects) {
            Optional<SessionManagerTotal> total = Keyed.find(SessionManagerTotal.class, key);
            if (total.isEmpty()) {
                refuse(fields, key, sessionManager).allowed(Quote.list(Keyed.keys(SessionManagerTotal.class)));
            } else {
                Optional<Bound> bound = fields.take(counts.get(total.get()));
                if (name.isPresent() && bound.isPresent()) {
                    all.add(new Expectation.SessionManagerTotalOf(name.get(), total.get(), bound.get()));
                }
            }
        }
        if (aspects.isEmpty() && fields.isSound()) {
            fields.error("the entry checks nothing").allowed("a count such as `refused: 0`");
        }
        return all;
    }

    /** An expectation about nothing would always be met. */
    private void checkUsed(Optional<String> name, Fields fields) {
        Declared declared = fields.reading().declared();
        boolean isUsed = declared.phones().values().stream()
                .anyMatch(phones -> name.isPresent() && phones.controllers().contains(name.get()));
        if (name.isPresent() && !isUsed && declared.isComplete()) {
            fields.error(sessionManager, "is nobody's controller")
                    .allowed("a session manager among the `controllers` of phones")
                    .note("such an expectation is always met, or never");
        }
    }

    private Duration time(Fields fields, boolean isRequired) {
        if (isRequired) {
            fields.require(at.name(), at.form().allowed());
        }
        Duration time = fields.take(at).orElse(Duration.ZERO);
        Duration end = fields.reading().end();
        if (time.compareTo(end) >= 0) {
            fields.error(at, "is past the end of the run")
                    .allowed("before " + ClockForms.words(end, fields.reading().clock()));
        }
        return time;
    }

    private static void refuseOthers(Fields fields, FormatKey<?>... allowed) {
        List<String> names = Stream.of(allowed).map(FormatKey::name).toList();
        for (String key : fields.listKeys()) {
            if (!names.contains(key)) {
                refuse(fields, key, allowed[0]);
            }
        }
    }

    private static Finding refuse(Fields fields, String key, FormatKey<?> subject) {
        return fields.errorAtKey(key, "`" + key + "` does not go with `" + subject.name() + "`")
                .found(key);
    }

    /** Writes the first one: each has an entry of its own. */
    @Override
    void write(List<Expectation> expectations, Written out) {
        expectations.get(0).accept(new Writer(out));
    }

    private final class Writer implements Expectation.Visitor<Written> {
        private final Written out;

        Writer(Written out) {
            this.out = out;
        }

        @Override
        public Written visit(Expectation.StateAt e) {
            return out.put(pn, e.pn()).put(at, e.at()).put(state, e.state());
        }

        @Override
        public Written visit(Expectation.StateDuring e) {
            return out.put(pn, e.pn()).put(at, e.from()).put(within, e.within()).put(key(e.how()), e.state());
        }

        @Override
        public Written visit(Expectation.ControllerAt e) {
            return out.put(pn, e.pn()).put(at, e.at()).put(controller, e.cluster());
        }

        @Override
        public Written visit(Expectation.TotalOf e) {
            return out.put(pn, e.pn()).put(totals.get(e.total()), e.bound());
        }

        @Override
        public Written visit(Expectation.ServerInterchanges e) {
            return out.put(interchanges, e.bound());
        }

        @Override
        public Written visit(Expectation.PriorityListAt e) {
            return out.put(ipsi, e.ipsi()).put(at, e.at()).put(list, e.clusters());
        }

        @Override
        public Written visit(Expectation.PhonesAt e) {
            return out.put(phones, e.phones())
                    .put(at, e.at())
                    .put(states.get(e.state()), e.bound())
                    .put(onSessionManager, e.controller());
        }

        @Override
        public Written visit(Expectation.PhoneTotalOf e) {
            return out.put(phones, e.phones()).put(phoneTotals.get(e.total()), e.bound());
        }

        @Override
        public Written visit(Expectation.SessionManagerTotalOf e) {
            return out.put(sessionManager, e.sessionManager()).put(counts.get(e.total()), e.bound());
        }
    }

    @Override
    void constrain(Map<String, Object> schema) {
        List<String> ofPn = new ArrayList<>(Keyed.keys(PnTotal.class));
        List<String> ofPhones = new ArrayList<>(Keyed.keys(PhoneTotal.class));
        List<String> ofSessionManager = Keyed.keys(SessionManagerTotal.class);
        Map<String, Object> dependencies = new LinkedHashMap<>();
        ofPn.forEach(key -> dependencies.put(key, List.of(pn.name())));
        ofPhones.forEach(key -> dependencies.put(key, List.of(phones.name())));
        ofSessionManager.forEach(key -> dependencies.put(key, List.of(sessionManager.name())));
        List<String> ofMoment = new ArrayList<>(List.of(state.name(), controller.name(), ipsi.name()));
        for (String its : Keyed.keys(PhoneState.class)) {
            dependencies.put(its, List.of(phones.name(), at.name()));
            ofPhones.add(its);
            ofMoment.add(its);
        }
        ofPn.addAll(List.of(state.name(), controller.name(), always.name(), never.name()));
        ofMoment.addAll(List.of(always.name(), never.name()));
        dependencies.put(always.name(), List.of(pn.name()));
        dependencies.put(never.name(), List.of(pn.name()));
        dependencies.put(within.name(), demandingAny(List.of(state.name(), always.name(), never.name())));
        Map<String, Object> onController = JsonSchema.demanding(at.name());
        onController.putAll(demandingAny(List.of(pn.name(), phones.name())));
        dependencies.put(state.name(), List.of(pn.name(), at.name()));
        dependencies.put(controller.name(), onController);
        dependencies.put(list.name(), List.of(ipsi.name(), at.name()));
        dependencies.put(ipsi.name(), List.of(list.name(), at.name()));
        dependencies.put(pn.name(), demandingAny(ofPn));
        dependencies.put(phones.name(), demandingAny(ofPhones));
        dependencies.put(sessionManager.name(), demandingAny(ofSessionManager));
        dependencies.put(at.name(), demandingAny(ofMoment));
        dependencies.put(interchanges.name(), node("maxProperties", 1));
        schema.put("oneOf", subjects().stream().map(JsonSchema::demanding).toList());
        schema.put("dependencies", dependencies);
    }

    private static final class Clusters extends ValueForm<List<Integer>> {
        Clusters() {
            super("cluster numbers, best first, such as `[1, 10]`");
        }

        @Override
        Optional<List<Integer>> read(EffectiveValue value, FileReading reading) {
            return value.node() instanceof Node.Scalar
                    ? reading.expected(value, "a list").allowed(allowed()).none()
                    : Optional.of(References.CLUSTER.readEach(
                            reading.items(value, Limits.PRIORITY_LIST, "").orElse(List.of()),
                            reading,
                            "appears twice in the list",
                            "each cluster once"));
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return listOf(Forms.integers(1, Limits.CLUSTER), 0, Limits.PRIORITY_LIST);
        }
    }

    /** A cluster of a port network; of phones it is a session manager, which {@link #onSessionManager} reads. */
    private static final class Controller extends ValueForm<Integer> {
        Controller() {
            super("");
        }

        @Override
        Optional<Integer> read(EffectiveValue value, FileReading reading) {
            return References.CLUSTER.read(value, reading);
        }

        @Override
        String allowed() {
            return References.CLUSTER.allowed();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return either(
                    "A cluster of a port network, or a session manager of phones",
                    References.CLUSTER.schema(all),
                    References.SESSION_MANAGER.schema(all));
        }
    }
}
