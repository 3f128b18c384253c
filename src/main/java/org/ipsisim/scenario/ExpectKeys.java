package org.ipsisim.scenario;

import static org.ipsisim.scenario.ScenarioSchema.demandingAny;
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

/** The keys of an entry of {@code expect}: what it is about, and one {@link Expectation} for each thing it names. */
final class ExpectKeys extends Mapping<List<Expectation>> {
    private static final Form<Long> COUNT = new Form<>("a number", Forms.integers(0, Limits.COUNT)) {
        @Override
        Optional<Long> read(EffectiveValue value, FileReading reading) {
            return Forms.whole(value, 0, Limits.COUNT, reading);
        }
    };

    private final Key<Integer> pn = optional("pn", References.PORT_NETWORK, "The port network the entry is about.");
    private final Key<Duration> at =
            optional("at", Forms.TIME, "The time, from the start; with state, controller or priority-list.");
    private final Key<PnState> state =
            optional("state", Forms.word(PnState.class), "The state of the port network at that time.");
    private final Key<Integer> controller = optional(
            "controller", References.CLUSTER, "The cluster that controls the port network at that time, or did last.");
    private final Map<PnTotal, Key<Bound>> totals = new EnumMap<>(PnTotal.class);
    private final Key<Bound> interchanges;
    private final Key<IpsiId> ipsi;
    private final Key<List<Integer>> list;

    ExpectKeys() {
        super("an entry of `expect`", "What the run is expected to show.");
        for (PnTotal total : PnTotal.values()) {
            totals.put(total, optional(total.key(), new BoundForm(total.isDuration()), total.meaning()));
        }
        interchanges = optional("server-interchanges", new BoundForm(false), "Number of server interchanges.");
        ipsi = optional("ipsi", References.IPSI, "The IPSI the entry is about, such as 1a.");
        list = optional(
                "priority-list",
                new ClusterList(),
                "The IPSI's priority list at that time: cluster numbers, best first.");
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
        fields.read(pn);
        int number = fields.find(pn).orElse(1);
        boolean isOfMoment = fields.has(state) || fields.has(controller);
        Duration time = time(fields, isOfMoment);
        List<Expectation> all = new ArrayList<>();
        boolean checks = false;
        for (String key : fields.listKeys()) {
            if (!key.equals(pn.name()) && !key.equals(at.name())) {
                checks = true;
                Optional<? extends Expectation> expectation = ofPn(key, number, time, fields);
                if (expectation.isPresent()) {
                    all.add(expectation.get());
                }
            }
        }
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
            fields.read(state);
            return fields.find(state).map(its -> new Expectation.StateAt(number, time, its));
        }
        if (key.equals(controller.name())) {
            fields.read(controller);
            return fields.find(controller).map(its -> new Expectation.ControllerAt(number, time, its));
        }
        Optional<PnTotal> total = Keyed.find(PnTotal.class, key);
        if (total.isEmpty()) {
            refuse(fields, key, pn);
            return Optional.empty();
        }
        Key<Bound> bound = totals.get(total.get());
        fields.read(bound);
        return fields.find(bound).map(its -> new Expectation.TotalOf(number, total.get(), its));
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
        return fields.find(interchanges).stream()
                .<Expectation>map(Expectation.ServerInterchanges::new)
                .toList();
    }

    private Duration time(Fields fields, boolean isRequired) {
        if (isRequired) {
            fields.require(at.name(), at.form().allowed());
        }
        fields.read(at);
        Duration time = fields.find(at).orElse(Duration.ZERO);
        Duration end = fields.reading().end();
        if (time.compareTo(end) >= 0) {
            fields.error(at, "is past the end of the run").allowed("before " + DurationText.of(end));
        }
        return time;
    }

    private static void refuseOthers(Fields fields, Key<?>... allowed) {
        List<String> names = Stream.of(allowed).map(Key::name).toList();
        for (String key : fields.listKeys()) {
            if (!names.contains(key)) {
                refuse(fields, key, allowed[0]);
            }
        }
    }

    private static void refuse(Fields fields, String key, Key<?> subject) {
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
                .map(Key::name)
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

    private static final class ClusterList extends Form<List<Integer>> {
        ClusterList() {
            super(
                    "cluster numbers, best first, such as `[1, 10]`",
                    listOf(Forms.integers(1, Limits.CLUSTER), 0, Limits.PRIORITY_LIST));
        }

        @Override
        Optional<List<Integer>> read(EffectiveValue value, FileReading reading) {
            if (value.node() instanceof Node.Scalar) {
                reading.expected(value, "a list").allowed(allowed());
                return Optional.empty();
            }
            List<Integer> clusters = new ArrayList<>();
            for (EffectiveValue item :
                    reading.items(value, Limits.PRIORITY_LIST, "").orElse(List.of())) {
                Optional<Integer> cluster = References.CLUSTER.read(item, reading);
                if (cluster.isPresent() && clusters.contains(cluster.get())) {
                    reading.error(item, "appears twice in the list").allowed("each cluster once");
                } else if (cluster.isPresent()) {
                    clusters.add(cluster.get());
                }
            }
            return Optional.of(clusters);
        }
    }

    /** What an expectation allows of a total: a value, or {@code at-most} and {@code at-least}. */
    private static final class BoundForm extends Form<Bound> {
        private final Form<Long> amount;
        private final BoundKeys bounds;
        private final String what;

        BoundForm(boolean isDuration) {
            super("an amount, or its bounds", Map.of());
            amount = isDuration ? new Millis() : COUNT;
            bounds = new BoundKeys(amount);
            what = isDuration ? "duration" : "count";
        }

        @Override
        Optional<Bound> read(EffectiveValue value, FileReading reading) {
            return value.node() instanceof Node.Mapping
                    ? bounds.form().read(value, reading)
                    : exactly(amount.read(value, reading));
        }

        private static Optional<Bound> exactly(Optional<Long> amount) {
            return amount.isEmpty() ? Optional.empty() : Optional.of(Bound.exactly(amount.get()));
        }

        @Override
        Object written(Bound bound, Written in) {
            return bound.isExact() ? amount.written(bound.atLeast(), in) : in.inner(bounds, bound);
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            String either = "A " + what + ", or at-most and at-least";
            List<Object> forms = List.of(amount.schema(all), all.mapping(bounds));
            return all.define(what + "-bound", node("description", either, "anyOf", forms));
        }

        @Override
        List<Mapping<?>> mappings() {
            return List.of(bounds);
        }
    }

    private static final class BoundKeys extends Mapping<Bound> {
        private final Key<Long> most;
        private final Key<Long> least;

        BoundKeys(Form<Long> amount) {
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

    /** A duration in milliseconds. */
    private static final class Millis extends Form<Long> {
        Millis() {
            super(Forms.TIME.allowed(), Map.of());
        }

        @Override
        Optional<Long> read(EffectiveValue value, FileReading reading) {
            Optional<Duration> time = Forms.TIME.read(value, reading);
            return time.isEmpty() ? Optional.empty() : Optional.of(time.get().toMillis());
        }

        @Override
        Object written(Long value, Written in) {
            return DurationText.of(Duration.ofMillis(value));
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return Forms.TIME.schema(all);
        }
    }
}
