package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;

/** The keys of an entry of {@code expect}: what it speaks of, and one {@link Expectation} for each thing that it names. */
final class ExpectKeys extends Mapping<List<Expectation>> {
    private final Key<Integer> pn = optional("pn", References.PORT_NETWORK, "The port network the entry speaks of.");
    private final Key<Duration> at =
            optional("at", Forms.time(), "The time, from the start; with state, controller or priority-list.");
    private final Key<PnState> state =
            optional("state", Forms.word(PnState.class), "The state of the port network at that time.");
    private final Key<Integer> controller = optional(
            "controller", References.CLUSTER, "The cluster that controls the port network at that time, or last did.");
    private final Map<PnTotal, Key<Expectation.Bound>> totals = new EnumMap<>(PnTotal.class);
    private final Key<Expectation.Bound> interchanges;
    private final Key<IpsiId> ipsi;
    private final Key<List<Integer>> list;

    ExpectKeys() {
        super("an entry of `expect`", "What the run is expected to give.");
        for (PnTotal total : PnTotal.values()) {
            totals.put(total, optional(total.key(), new BoundForm(total.isDuration()), total.meaning()));
        }
        interchanges = optional("server-interchanges", new BoundForm(false), "Number of server interchanges.");
        ipsi = optional("ipsi", References.IPSI, "The IPSI the entry speaks of, such as 1a.");
        list = optional(
                "priority-list",
                new ClusterList(),
                "The IPSI's priority list at that time: cluster numbers, best first.");
    }

    private List<Key<?>> subjects() {
        return List.of(pn, ipsi, interchanges);
    }

    @Override
    Optional<List<Expectation>> read(Fields fields) {
        if (!fields.isSound() && !pn.isIn(fields) && !ipsi.isIn(fields)) {
            return Optional.empty();
        }
        List<Key<?>> named = subjects().stream().filter(key -> key.isIn(fields)).toList();
        if (named.isEmpty()) {
            fields.error("the entry does not say what it speaks of")
                    .allowed("one of "
                            + Quote.list(subjects().stream().map(Key::name).toList()));
            return Optional.empty();
        }
        if (named.size() > 1) {
            String second = named.get(1).name();
            fields.errorAtKey(second, "`" + second + "` and `" + named.get(0).name() + "` in one entry")
                    .found(second)
                    .allowed("one of them in an entry: write two entries");
            return Optional.empty();
        }
        return Optional.of(pn.isIn(fields) ? ofPn(fields) : ipsi.isIn(fields) ? ofIpsi(fields) : ofServers(fields));
    }

    private List<Expectation> ofPn(Fields fields) {
        int number = pn.find(fields).orElse(1);
        boolean isOfMoment = state.isIn(fields) || controller.isIn(fields);
        Duration time = time(fields, isOfMoment).orElse(Duration.ZERO);
        List<Expectation> all = new ArrayList<>();
        boolean checks = false;
        for (String key : fields.listKeys()) {
            if (!key.equals(pn.name()) && !key.equals(at.name())) {
                checks = true;
                ofPn(key, number, time, fields).ifPresent(all::add);
            }
        }
        if (!checks && fields.isSound()) {
            fields.error("the entry checks nothing")
                    .allowed("`at` with `state` or `controller`, or a total such as `cold-resets: 0`");
        } else if (checks && !isOfMoment && at.isIn(fields)) {
            fields.errorAtKey(at.name(), "`at` goes with `state` or `controller`; totals are those of the whole run")
                    .found(at.name());
        }
        return all;
    }

    private Optional<Expectation> ofPn(String key, int number, Duration time, Fields fields) {
        if (key.equals(state.name())) {
            return state.find(fields).map(its -> new Expectation.StateAt(number, time, its));
        }
        if (key.equals(controller.name())) {
            return controller.find(fields).map(cluster -> new Expectation.ControllerAt(number, time, cluster));
        }
        for (Map.Entry<PnTotal, Key<Expectation.Bound>> total : totals.entrySet()) {
            if (total.getValue().name().equals(key)) {
                return total.getValue()
                        .find(fields)
                        .map(bound -> new Expectation.TotalOf(number, total.getKey(), bound));
            }
        }
        refuse(fields, key, pn);
        return Optional.empty();
    }

    private List<Expectation> ofIpsi(Fields fields) {
        Optional<IpsiId> board = ipsi.find(fields);
        Duration time = time(fields, true).orElse(Duration.ZERO);
        fields.require(list.name(), list.form().allowed());
        List<Integer> clusters = list.find(fields).orElse(List.of());
        refuseOthers(fields, ipsi, at, list);
        return board.stream()
                .<Expectation>map(its -> new Expectation.PriorityListAt(its, time, clusters))
                .toList();
    }

    private List<Expectation> ofServers(Fields fields) {
        refuseOthers(fields, interchanges);
        return interchanges.find(fields).stream()
                .<Expectation>map(Expectation.ServerInterchanges::new)
                .toList();
    }

    private Optional<Duration> time(Fields fields, boolean isRequired) {
        if (isRequired) {
            fields.require(at.name(), at.form().allowed());
        }
        Optional<Duration> time = at.find(fields);
        Duration end = fields.reading().end();
        if (time.isPresent() && time.get().compareTo(end) >= 0) {
            fields.reading()
                    .error(at.valueIn(fields), "is past the end of the run")
                    .allowed("before " + DurationText.of(end));
        }
        return time;
    }

    private static void refuseOthers(Fields fields, Key<?>... allowed) {
        for (String key : fields.listKeys()) {
            if (Stream.of(allowed).noneMatch(each -> each.name().equals(key))) {
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
        List<String> ofPn = Stream.concat(
                        Stream.of(state.name(), controller.name()),
                        totals.values().stream().map(Key::name))
                .toList();
        Map<String, Object> dependencies = new LinkedHashMap<>();
        ofPn.forEach(key -> dependencies.put(key, List.of(pn.name())));
        List.of(state, controller).forEach(key -> dependencies.put(key.name(), List.of(pn.name(), at.name())));
        dependencies.put(list.name(), List.of(ipsi.name(), at.name()));
        dependencies.put(ipsi.name(), List.of(list.name(), at.name()));
        dependencies.put(pn.name(), ScenarioSchema.demandingAny(ofPn));
        dependencies.put(at.name(), ScenarioSchema.demandingAny(List.of(state.name(), controller.name(), ipsi.name())));
        dependencies.put(interchanges.name(), ScenarioSchema.node("maxProperties", 1));
        schema.put(
                "oneOf",
                subjects().stream()
                        .map(key -> ScenarioSchema.demanding(List.of(key.name())))
                        .toList());
        schema.put("dependencies", dependencies);
    }

    private record ClusterList() implements Form<List<Integer>> {
        @Override
        public Optional<List<Integer>> read(EffectiveValue value, FileReading reading) {
            if (value.node() instanceof Node.Scalar) {
                reading.error(value, "stands where a list belongs").allowed(allowed());
                return Optional.empty();
            }
            List<Integer> clusters = new ArrayList<>();
            for (EffectiveValue item :
                    Fields.items(value, Limits.PRIORITY_LIST, "", reading).orElse(List.of())) {
                Optional<Integer> cluster = References.CLUSTER.read(item, reading);
                if (cluster.isPresent() && clusters.contains(cluster.get())) {
                    reading.error(item, "stands in the list twice").allowed("each cluster once");
                } else if (cluster.isPresent()) {
                    clusters.add(cluster.get());
                }
            }
            return Optional.of(clusters);
        }

        @Override
        public Object written(List<Integer> value, Written in) {
            return value;
        }

        @Override
        public String allowed() {
            return "cluster numbers, best first, such as `[1, 10]`";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node(
                    "type",
                    "array",
                    "items",
                    References.CLUSTER.schema(schema),
                    "maxItems",
                    Limits.PRIORITY_LIST,
                    "uniqueItems",
                    true);
        }
    }

    /** What an expectation allows of a total: a value, or {@code at-most} and {@code at-least}. */
    private record BoundForm(boolean isDuration) implements Form<Expectation.Bound> {
        @Override
        public Optional<Expectation.Bound> read(EffectiveValue value, FileReading reading) {
            return value.node() instanceof Node.Mapping
                    ? new BoundKeys(isDuration).form().read(value, reading)
                    : new Amount(isDuration).read(value, reading).map(Expectation.Bound::exactly);
        }

        @Override
        public Object written(Expectation.Bound bound, Written in) {
            return bound.isExact()
                    ? new Amount(isDuration).written(bound.atLeast(), in)
                    : in.inner(new BoundKeys(isDuration), bound);
        }

        @Override
        public String allowed() {
            return isDuration ? "a duration such as `90s`" : "a number";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return schema.define(
                    isDuration ? "duration-bound" : "count-bound",
                    "description",
                    (isDuration ? "A duration" : "A count") + ", or at-most and at-least",
                    "anyOf",
                    List.of(new Amount(isDuration).schema(schema), schema.mapping(new BoundKeys(isDuration))));
        }

        @Override
        public List<Mapping<?>> mappings() {
            return List.of(new BoundKeys(isDuration));
        }
    }

    private static final class BoundKeys extends Mapping<Expectation.Bound> {
        private final Key<Long> most;
        private final Key<Long> least;

        BoundKeys(boolean isDuration) {
            super("the bounds of an expectation", "Bounds.");
            most = optional("at-most", new Amount(isDuration), "The most allowed.");
            least = optional("at-least", new Amount(isDuration), "The least allowed.");
        }

        @Override
        Optional<Expectation.Bound> read(Fields fields) {
            if (!most.isIn(fields) && !least.isIn(fields)) {
                if (fields.isSound()) {
                    fields.error("the bounds are missing").allowed("`at-most`, `at-least` or both");
                }
                return Optional.empty();
            }
            Optional<Long> from = least.find(fields);
            Optional<Long> to = most.find(fields);
            if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
                fields.reading()
                        .error(least.valueIn(fields), "is above `at-most`")
                        .allowed("at most " + most.valueIn(fields).shown());
                return Optional.empty();
            }
            boolean isWrong = least.isIn(fields) && from.isEmpty() || most.isIn(fields) && to.isEmpty();
            return isWrong
                    ? Optional.empty()
                    : Optional.of(new Expectation.Bound(from.orElse(0L), to.orElse(Long.MAX_VALUE)));
        }

        @Override
        void write(Expectation.Bound bound, Written out) {
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

    /** A count, or a duration in milliseconds. */
    private record Amount(boolean isDuration) implements Form<Long> {
        @Override
        public Optional<Long> read(EffectiveValue value, FileReading reading) {
            return isDuration
                    ? Forms.time().read(value, reading).map(Duration::toMillis)
                    : reading.scalars().integer(value, 0, Limits.COUNT);
        }

        @Override
        public Object written(Long value, Written in) {
            return isDuration ? DurationText.of(Duration.ofMillis(value)) : value;
        }

        @Override
        public String allowed() {
            return isDuration ? "a duration such as `90s`" : "a number";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return isDuration
                    ? Forms.durationSchema(schema, false)
                    : ScenarioSchema.node("type", "integer", "minimum", 0, "maximum", Limits.COUNT);
        }
    }
}
