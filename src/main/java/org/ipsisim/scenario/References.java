package org.ipsisim.scenario;

import static org.ipsisim.scenario.ScenarioSchema.node;

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

/** The forms of values that refer to something declared; the error about an unknown one lists the known ones. */
final class References {
    /** What an event affects. */
    static final Form<Target> TARGET = new OneTarget();

    /** A target on a heartbeat path: neither a survivable remote nor the arbiter link. */
    static final Form<Target> WAY_PART = new WayPart();

    /** A cluster by its number. */
    static final Form<Integer> CLUSTER = new ClusterNumber();

    /** A cluster by its name: {@code main} or {@code sc-10}. */
    static final Form<Integer> CLUSTER_NAME = new ClusterName();

    /** An IPSI as in {@code 1a}. */
    static final Form<IpsiId> IPSI = new Ipsi("");

    /** An IPSI as in {@code ipsi-1a}. */
    static final Form<IpsiId> IPSI_NAME = new Ipsi("ipsi-");

    /** The number of a port network. */
    static final Form<Integer> PORT_NETWORK =
            new Form<>("one port network", Forms.integers(1, Estate.MAX_PORT_NETWORKS)) {
                @Override
                Optional<Integer> read(EffectiveValue value, FileReading reading) {
                    Optional<PnRange> range = PnRange.read(value, reading);
                    if (range.isPresent() && !range.get().isOne()) {
                        reading.error(value, "stands for several port networks").allowed(allowed());
                        return Optional.empty();
                    }
                    return range.isEmpty() || !isDeclared(range.get().first(), value, reading)
                            ? Optional.empty()
                            : Optional.of(range.get().first());
                }
            };

    /** All port networks, one, a range, or a list of numbers and ranges. */
    static final Form<SortedSet<Integer>> PORT_NETWORKS = new PortNetworks();

    private References() {}

    /** A value that is one of some names. */
    private abstract static class Named<T> extends Form<T> {
        private final String what;

        /** @param what it must be, with an article */
        Named(String what, String definition, Map<String, Object> schema) {
            super("a name", definition, schema);
            this.what = what;
        }

        /** Everything that it may be, by its name. */
        abstract Map<String, T> known(Declared declared);

        /** What a message says of a value that is none of these names. */
        String unknown(String name, Declared declared) {
            return "is not " + what + " in this scenario";
        }

        @Override
        Optional<T> read(EffectiveValue value, FileReading reading) {
            Declared declared = reading.declared();
            Map<String, T> known = known(declared);
            String all = known.isEmpty() ? "there is none" : Quote.list(known.keySet());
            Optional<String> name = reading.textOf(value, all);
            T found = name.isEmpty() ? null : known.get(name.get());
            if (name.isPresent() && found == null && declared.isComplete()) {
                String why = declared.whyNot(name.get());
                reading.error(value, unknown(name.get(), declared))
                        .allowed(all)
                        .suggest(why.isEmpty() ? Nearest.to(name.get(), known.keySet()) : "")
                        .note(why);
            }
            return Optional.ofNullable(found);
        }

        @Override
        List<String> candidates(Declared declared) {
            return List.copyOf(known(declared).keySet());
        }
    }

    private static class OneTarget extends Named<Target> {
        private static final String NAMES = "A link's id, a site, main, main-a, main-b, arbiter-link, sc-10, pn-1,"
                + " ipsi-1a or the name of a survivable remote.";

        OneTarget() {
            super("a name", "target", node("description", NAMES, "type", "string", "minLength", 1));
        }

        @Override
        Map<String, Target> known(Declared declared) {
            return declared.targets();
        }

        @Override
        Object written(Target value, Written in) {
            return value.name();
        }
    }

    private static final class WayPart extends OneTarget {
        @Override
        Map<String, Target> known(Declared declared) {
            return declared.wayParts();
        }

        @Override
        String unknown(String name, Declared declared) {
            return declared.targets().containsKey(name)
                    ? "is not on any heartbeat path to an IPSI"
                    : super.unknown(name, declared);
        }
    }

    private static final class ClusterName extends Named<Integer> {
        ClusterName() {
            super("a cluster", "", node("type", "string", "pattern", "^(main|sc-[0-9]+)$"));
        }

        @Override
        Map<String, Integer> known(Declared declared) {
            return declared.clusters();
        }

        @Override
        Object written(Integer value, Written in) {
            return in.clusterName(value);
        }
    }

    private static final class Ipsi extends Named<IpsiId> {
        private final String prefix;

        Ipsi(String prefix) {
            super("an IPSI", "", node("type", "string", "pattern", "^" + prefix + "[0-9]+[ab]$"));
            this.prefix = prefix;
        }

        @Override
        Map<String, IpsiId> known(Declared declared) {
            Map<String, IpsiId> ipsis = new LinkedHashMap<>();
            for (IpsiId ipsi : declared.ipsis().values()) {
                ipsis.put(prefix + ipsi, ipsi);
            }
            return ipsis;
        }

        @Override
        Object written(IpsiId value, Written in) {
            return prefix + value;
        }
    }

    private static final class ClusterNumber extends Form<Integer> {
        ClusterNumber() {
            super("1 to " + Limits.CLUSTER, Forms.integers(1, Limits.CLUSTER));
        }

        @Override
        Optional<Integer> read(EffectiveValue value, FileReading reading) {
            Optional<Integer> cluster = Forms.integer(1, Limits.CLUSTER).read(value, reading);
            Collection<Integer> known = reading.declared().clusters().values();
            if (cluster.isEmpty() || known.contains(cluster.get())) {
                return cluster;
            }
            if (reading.declared().isComplete()) {
                reading.error(value, "is not a cluster in this scenario").allowed(Quote.list(texts(known)));
            }
            return Optional.empty();
        }

        @Override
        List<String> candidates(Declared declared) {
            return texts(declared.clusters().values());
        }
    }

    private static final class PortNetworks extends Form<SortedSet<Integer>> {
        private static final Form<PnRange> RANGE = Forms.portNetworks("");

        PortNetworks() {
            super("all, a number, a range or a list", Map.of());
        }

        @Override
        Optional<SortedSet<Integer>> read(EffectiveValue value, FileReading reading) {
            SortedSet<Integer> numbers = new TreeSet<>();
            if (value.node() instanceof Node.Listing listing) {
                if (listing.items().isEmpty()) {
                    reading.errorAt(value, "the list is empty").found("a list").allowed(allowed());
                }
                for (EffectiveValue item :
                        reading.items(value, Limits.EVENTS, "").orElse(List.of())) {
                    addNumbers(item, numbers, reading);
                }
            } else if (value.shown().equals("all")) {
                numbers.addAll(reading.declared().portNetworks().keySet());
            } else {
                addNumbers(value, numbers, reading);
            }
            return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
        }

        private static void addNumbers(EffectiveValue value, SortedSet<Integer> numbers, FileReading reading) {
            List<Integer> range =
                    PnRange.read(value, reading).map(PnRange::numbers).orElse(List.of());
            if (range.stream().allMatch(number -> isDeclared(number, value, reading))) {
                numbers.addAll(range);
            }
        }

        @Override
        Object written(SortedSet<Integer> value, Written in) {
            return List.copyOf(value);
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            Map<String, Object> range = RANGE.schema(all);
            Map<String, Object> list = node("type", "array", "minItems", 1, "items", range);
            return node("anyOf", List.of(node("const", "all"), range, list));
        }

        @Override
        List<String> candidates(Declared declared) {
            List<String> words = new ArrayList<>(List.of("all"));
            words.addAll(texts(declared.portNetworks().keySet()));
            return words;
        }
    }

    private static boolean isDeclared(int number, EffectiveValue value, FileReading reading) {
        Collection<Integer> known = reading.declared().portNetworks().keySet();
        boolean there = known.contains(number);
        if (!there && reading.declared().isComplete()) {
            reading.errorAt(value, "there is no port network " + number + " in this scenario")
                    .found(value.shown())
                    .allowed(Quote.list(texts(known)));
        }
        return there;
    }

    private static List<String> texts(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }
}
