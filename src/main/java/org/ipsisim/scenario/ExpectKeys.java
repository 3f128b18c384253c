package org.ipsisim.scenario;

import static org.ipsisim.scenario.ScenarioSchema.demandingAny;
import static org.ipsisim.scenario.ScenarioSchema.either;
import static org.ipsisim.scenario.ScenarioSchema.listOf;
import static org.ipsisim.scenario.ScenarioSchema.node;

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
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.PortNetwork;

/** The keys of an entry of {@code expect}: what it is about, and one {@link Expectation} for each thing it names. */
final class ExpectKeys extends Mapping<List<Expectation>> {
    private final FormatKey<Integer> pn =
            optional("pn", References.PORT_NETWORK, "The port network the entry is about.");
    private final FormatKey<Duration> at =
            optional("at", Forms.TIME, "The time, from the start; with state, controller or priority-list.");
    private final FormatKey<PnState> state =
            optional("state", Forms.word(PnState.class), "The state of the port network at that time.");
    private final FormatKey<Integer> controller = optional(
            "controller", References.CLUSTER, "The cluster that controls the port network at that time, or did last.");
    private final Map<PnTotal, FormatKey<Bound>> totals = new EnumMap<>(PnTotal.class);
    private final FormatKey<Bound> interchanges;
    private final FormatKey<IpsiId> ipsi;
    private final FormatKey<List<Integer>> list;

    ExpectKeys() {
        super("an entry of `expect`", "What the run is expected to show.");
        ValueForm<Bound> time = new BoundForm(true);
        ValueForm<Bound> count = new BoundForm(false);
        for (PnTotal total : PnTotal.values()) {
            totals.put(total, optional(total.key(), total.isDuration() ? time : count, total.meaning()));
        }
        interchanges = optional("server-interchanges", count, "Number of server interchanges.");
        ipsi = optional("ipsi", References.IPSI, "The IPSI the entry is about, such as 1a.");
        list = optional(
                "priority-list", new Clusters(), "The IPSI's priority list at that time: cluster numbers, best first.");
    }

    @Override
    Optional<List<Expectation>> read(Fields fields) {
        if (!fields.isSound() && !fields.has(pn) && !fields.has(ipsi)) {
            return Optional.empty();
        }
        List<String> named = new ArrayList<>(subjects());
        named.retainAll(fields.listKeys());
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
        return List.of(pn.name(), ipsi.name(), interchanges.name());
    }

    @Override
    Optional<List<Expectation>> make(Fields fields) {
        return Optional.of(fields.has(pn) ? ofPn(fields) : fields.has(ipsi) ? ofIpsi(fields) : ofServers(fields));
    }

    private List<Expectation> ofPn(Fields fields) {
        int number = fields.take(pn).orElse(1);
        boolean isOfMoment = fields.has(state) || fields.has(controller);
        Duration time = time(fields, isOfMoment);
        List<String> aspects = new ArrayList<>(fields.listKeys());
        aspects.removeAll(List.of(pn.name(), at.name()));
        boolean checks = !aspects.isEmpty();
        List<Expectation> all = new ArrayList<>();
        aspects.forEach(key -> ofPn(key, number, time, fields).ifPresent(all::add));
        if (!checks && fields.isSound()) {
            fields.error("the entry checks nothing")
                    .allowed("`at` with `state` or `controller`, or a total such as `cold-resets: 0`");
        } else if (checks && !isOfMoment && fields.has(at)) {
            String message = "`at` goes with `state` or `controller`; totals are those of the whole run";
            fields.errorAtKey(at.name(), message).found(at.name());
        }
        return all;
    }

    private Optional<? extends Expectation> ofPn(String key, int number, Duration time, Fields fields) {
        if (key.equals(state.name())) {
            return fields.take(state).map(its -> new Expectation.StateAt(number, time, its));
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

    private Duration time(Fields fields, boolean isRequired) {
        if (isRequired) {
            fields.require(at.name(), at.form().allowed());
        }
        Duration time = fields.take(at).orElse(Duration.ZERO);
        Duration end = fields.reading().end();
        if (time.compareTo(end) >= 0) {
            fields.error(at, "is past the end of the run").allowed("before " + DurationText.of(end));
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

    private static void refuse(Fields fields, String key, FormatKey<?> subject) {
        fields.errorAtKey(key, "`" + key + "` does not go with `" + subject.name() + "`")
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
    }

    @Override
    void constrain(Map<String, Object> schema) {
        List<String> ofPn = listKeys().stream()
                .filter(key -> key == state
                        || key == controller
                        || Keyed.find(PnTotal.class, key.name()).isPresent())
                .map(FormatKey::name)
                .toList();
        Map<String, Object> dependencies = new LinkedHashMap<>();
        ofPn.forEach(key -> dependencies.put(key, List.of(pn.name())));
        dependencies.put(state.name(), List.of(pn.name(), at.name()));
        dependencies.put(controller.name(), List.of(pn.name(), at.name()));
        dependencies.put(list.name(), List.of(ipsi.name(), at.name()));
        dependencies.put(ipsi.name(), List.of(list.name(), at.name()));
        dependencies.put(pn.name(), demandingAny(ofPn));
        dependencies.put(at.name(), demandingAny(List.of(state.name(), controller.name(), ipsi.name())));
        dependencies.put(interchanges.name(), node("maxProperties", 1));
        schema.put("oneOf", subjects().stream().map(ScenarioSchema::demanding).toList());
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

    private static final class Milliseconds extends ValueForm<Long> {
        Milliseconds() {
            super(Forms.TIME.allowed());
        }

        @Override
        Optional<Long> read(EffectiveValue value, FileReading reading) {
            Optional<Duration> time = Forms.TIME.read(value, reading);
            return time.isPresent() ? Optional.of(time.get().toMillis()) : Optional.empty();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return Forms.TIME.schema(all);
        }

        @Override
        Object written(Long millis, Written in) {
            return Forms.TIME.written(Duration.ofMillis(millis), in);
        }
    }

    /** What an expectation allows of a total: a value, or {@code at-most} and {@code at-least}. */
    private static final class BoundForm extends ValueForm<Bound> {
        private final boolean isDuration;
        private final ValueForm<Long> amount;
        private final BoundKeys bounds;
        private final ValueForm<Bound> range;

        BoundForm(boolean isDuration) {
            super("an amount, or its bounds");
            this.isDuration = isDuration;
            amount = isDuration ? new Milliseconds() : Forms.whole(0, Limits.COUNT);
            bounds = new BoundKeys(amount);
            range = bounds.form();
        }

        @Override
        Optional<Bound> read(EffectiveValue value, FileReading reading) {
            return value.node() instanceof Node.Mapping
                    ? range.read(value, reading)
                    : amount.read(value, reading).map(Bound::exactly);
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            String what = isDuration ? "duration" : "count";
            String description = "A " + what + ", or at-most and at-least";
            return all.define(what + "-bound", either(description, amount.schema(all), all.mapping(bounds)));
        }

        @Override
        Object written(Bound bound, Written in) {
            return bound.isExact() ? amount.written(bound.atLeast(), in) : range.written(bound, in);
        }

        @Override
        List<Mapping<?>> mappings() {
            return List.of(bounds);
        }
    }

    private static final class BoundKeys extends Mapping<Bound> {
        private final FormatKey<Long> most;
        private final FormatKey<Long> least;

        BoundKeys(ValueForm<Long> amount) {
            super("the bounds of an expectation", "Bounds.");
            most = optional("at-most", amount, "The most allowed.");
            least = optional("at-least", amount, "The least allowed.");
        }

        @Override
        Optional<Bound> make(Fields fields) {
            Optional<Long> from = fields.find(least);
            Optional<Long> to = fields.find(most);
            boolean isNothing = !fields.has(most) && !fields.has(least);
            if (isNothing && fields.isSound()) {
                fields.error("the bounds are missing").allowed("`at-most`, `at-least` or both");
            }
            if (isNothing || !fields.isClear(least) || !fields.isClear(most)) {
                return Optional.empty();
            }
            if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
                fields.error(least, "is above `at-most`")
                        .allowed("at most " + fields.valueOf(most).shown());
                return Optional.empty();
            }
            return Optional.of(new Bound(from.orElse(0L), to.orElse(Long.MAX_VALUE)));
        }

        @Override
        void write(Bound bound, Written out) {
            boolean isOpen = bound.atMost() == Long.MAX_VALUE;
            if (bound.atLeast() > 0 || isOpen) {
                out.put(least, bound.atLeast());
            }
            if (!isOpen) {
                out.put(most, bound.atMost());
            }
        }

        @Override
        void constrain(Map<String, Object> schema) {
            schema.put("minProperties", 1);
        }
    }
}
