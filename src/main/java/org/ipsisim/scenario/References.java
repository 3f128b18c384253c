package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Target;

/** The forms of values that speak of something declared: an unknown one is an error that lists what there is. */
final class References {
    /** What an event strikes. */
    static final Form<Target> TARGET = new OneTarget();

    /** A target that is part of a way of heartbeats: a survivable remote is not, nor is the arbiter link. */
    static final Form<Target> WAY_PART = new WayPart();

    /** A cluster by its number. */
    static final Form<Integer> CLUSTER = new ClusterNumber();

    /** A cluster by its name: {@code main} or {@code sc-10}. */
    static final Form<Integer> CLUSTER_NAME = new ClusterName();

    /** An IPSI as in {@code 1a}. */
    static final Form<IpsiId> IPSI = new Ipsi();

    /** An IPSI as in {@code ipsi-1a}. */
    static final Form<IpsiId> IPSI_NAME = new IpsiName();

    /** The number of a port network. */
    static final Form<Integer> PORT_NETWORK = new OnePortNetwork();

    /** All port networks, one, a range, or a list of numbers and ranges. */
    static final Form<SortedSet<Integer>> PORT_NETWORKS = new PortNetworks();

    private References() {}

    /** A value that is one of some names. */
    private abstract static class Named<T> implements Form<T> {
        /** Everything that it may be, by its name. */
        abstract Map<String, T> known(Declared declared);

        /** What a message says of a value that is none of these names. */
        abstract String unknown(EffectiveValue value, Declared declared);

        @Override
        public Optional<T> read(EffectiveValue value, FileReading reading) {
            Declared declared = reading.declared();
            Map<String, T> known = known(declared);
            String all = known.isEmpty() ? "there is none" : Quote.list(known.keySet());
            if (!Scalars.isText(value)) {
                reading.scalars().refuse(value, all);
                return Optional.empty();
            }
            T found = known.get(value.shown());
            if (found == null && declared.isComplete()) {
                String why = declared.whyNot(value.shown());
                reading.error(value, unknown(value, declared))
                        .allowed(all)
                        .suggest(why.isEmpty() ? Nearest.to(value.shown(), known.keySet()) : "")
                        .note(why);
            }
            return Optional.ofNullable(found);
        }

        @Override
        public String allowed() {
            return "a name";
        }

        @Override
        public List<String> candidates(Declared declared) {
            return List.copyOf(known(declared).keySet());
        }
    }

    private static class OneTarget extends Named<Target> {
        @Override
        Map<String, Target> known(Declared declared) {
            return declared.targets();
        }

        @Override
        String unknown(EffectiveValue value, Declared declared) {
            return "is no name of this scenario";
        }

        @Override
        public Object written(Target value, Written in) {
            return value.name();
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return schema.define(
                    "target",
                    "description",
                    "A link's id, a site, main, main-a, main-b, arbiter-link, sc-10, pn-1, ipsi-1a or the name of a"
                            + " survivable remote.",
                    "type",
                    "string",
                    "minLength",
                    1);
        }
    }

    private static final class WayPart extends OneTarget {
        @Override
        Map<String, Target> known(Declared declared) {
            return declared.wayParts();
        }

        @Override
        String unknown(EffectiveValue value, Declared declared) {
            return declared.targets().containsKey(value.shown())
                    ? "is on no way of heartbeats to an IPSI"
                    : super.unknown(value, declared);
        }
    }

    private static final class ClusterName extends Named<Integer> {
        @Override
        Map<String, Integer> known(Declared declared) {
            return declared.clusters();
        }

        @Override
        String unknown(EffectiveValue value, Declared declared) {
            return "is no cluster of this scenario";
        }

        @Override
        public Object written(Integer value, Written in) {
            return in.clusterName(value);
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node("type", "string", "pattern", "^(main|sc-[0-9]+)$");
        }
    }

    private static class Ipsi extends Named<IpsiId> {
        @Override
        Map<String, IpsiId> known(Declared declared) {
            return declared.ipsis();
        }

        @Override
        String unknown(EffectiveValue value, Declared declared) {
            return "is no IPSI of this scenario";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node("type", "string", "pattern", "^[0-9]+[ab]$");
        }
    }

    private static final class IpsiName extends Ipsi {
        @Override
        Map<String, IpsiId> known(Declared declared) {
            Map<String, IpsiId> ipsis = new LinkedHashMap<>();
            declared.ipsis().forEach((name, ipsi) -> ipsis.put("ipsi-" + name, ipsi));
            return ipsis;
        }

        @Override
        public Object written(IpsiId value, Written in) {
            return "ipsi-" + value;
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node("type", "string", "pattern", "^ipsi-[0-9]+[ab]$");
        }
    }

    private record ClusterNumber() implements Form<Integer> {
        @Override
        public Optional<Integer> read(EffectiveValue value, FileReading reading) {
            Optional<Integer> cluster = Forms.integer(1, Limits.CLUSTER).read(value, reading);
            Declared declared = reading.declared();
            if (cluster.isEmpty() || declared.clusters().containsValue(cluster.get())) {
                return cluster;
            }
            if (declared.isComplete()) {
                reading.error(value, "is no cluster of this scenario")
                        .allowed(Quote.list(texts(declared.clusters().values())));
            }
            return Optional.empty();
        }

        @Override
        public Object written(Integer value, Written in) {
            return value;
        }

        @Override
        public String allowed() {
            return "1 to " + Limits.CLUSTER;
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return Forms.integer(1, Limits.CLUSTER).schema(schema);
        }

        @Override
        public List<String> candidates(Declared declared) {
            return texts(declared.clusters().values());
        }
    }

    private record OnePortNetwork() implements Form<Integer> {
        @Override
        public Optional<Integer> read(EffectiveValue value, FileReading reading) {
            Optional<PnRange> range = PnRange.read(value, reading);
            if (range.isPresent() && !range.get().isOne()) {
                reading.error(value, "stands for several port networks").allowed("one port network");
                return Optional.empty();
            }
            return range.isEmpty() || !isDeclared(range.get().first(), value, reading)
                    ? Optional.empty()
                    : Optional.of(range.get().first());
        }

        @Override
        public Object written(Integer value, Written in) {
            return value;
        }

        @Override
        public String allowed() {
            return "one port network";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return Forms.integer(1, Estate.MAX_PORT_NETWORKS).schema(schema);
        }
    }

    private record PortNetworks() implements Form<SortedSet<Integer>> {
        @Override
        public Optional<SortedSet<Integer>> read(EffectiveValue value, FileReading reading) {
            SortedSet<Integer> numbers = new TreeSet<>();
            if (value.node() instanceof Node.Listing listing) {
                if (listing.items().isEmpty()) {
                    reading.error(value, "without a port network").allowed(allowed());
                }
                for (EffectiveValue item :
                        Fields.items(value, Limits.EVENTS, "", reading).orElse(List.of())) {
                    numbers.addAll(numbersOf(item, reading));
                }
            } else if (value.node() instanceof Node.Scalar scalar
                    && scalar.text().equals("all")) {
                numbers.addAll(reading.declared().portNetworks().keySet());
            } else {
                numbers.addAll(numbersOf(value, reading));
            }
            return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
        }

        private static List<Integer> numbersOf(EffectiveValue value, FileReading reading) {
            Optional<PnRange> range = PnRange.read(value, reading);
            List<Integer> numbers = new ArrayList<>();
            if (range.isPresent()) {
                for (int number : range.get().numbers()) {
                    if (!isDeclared(number, value, reading)) {
                        return List.of();
                    }
                    numbers.add(number);
                }
            }
            return numbers;
        }

        @Override
        public Object written(SortedSet<Integer> value, Written in) {
            return List.copyOf(value);
        }

        @Override
        public String allowed() {
            return "all, a number, a range or a list";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            Map<String, Object> numbers = Forms.portNetworksSchema(schema);
            return ScenarioSchema.node(
                    "anyOf",
                    List.of(
                            ScenarioSchema.node("const", "all"),
                            numbers,
                            ScenarioSchema.node("type", "array", "minItems", 1, "items", numbers)));
        }

        @Override
        public List<String> candidates(Declared declared) {
            List<String> words = new ArrayList<>(List.of("all"));
            words.addAll(texts(declared.portNetworks().keySet()));
            return words;
        }
    }

    private static boolean isDeclared(int number, EffectiveValue value, FileReading reading) {
        Declared declared = reading.declared();
        boolean there = declared.portNetworks().containsKey(number);
        if (!there && declared.isComplete()) {
            reading.errorAt(value, "there is no port network " + number + " in this scenario")
                    .found(value.shown())
                    .allowed(Quote.list(texts(declared.portNetworks().keySet())));
        }
        return there;
    }

    private static List<String> texts(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }
}
