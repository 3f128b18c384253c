package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.node;

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
    private static final String TARGET_NAMES = "A link's id, a site, main, main-a, main-b, arbiter-link, sc-10, pn-1,"
            + " ipsi-1a or the name of a survivable remote or session manager.";

    /** What an event affects. */
    static final ValueForm<Target> TARGET = new Targets();

    /** A target on a heartbeat path: neither a survivable remote nor the arbiter link. */
    static final ValueForm<Target> WAY_PART = new Targets() {
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
    };

    /** A cluster by its number. */
    static final ValueForm<Integer> CLUSTER = new ClusterNumber();

    /** A cluster by its name: {@code main} or {@code sc-10}. */
    static final ValueForm<Integer> CLUSTER_NAME = new ClusterName();

    /** An IPSI as in {@code 1a}. */
    static final ValueForm<IpsiId> IPSI = new Ipsi("");

    /** An IPSI as in {@code ipsi-1a}. */
    static final ValueForm<IpsiId> IPSI_NAME = new Ipsi("ipsi-");

    /** The number of a port network. */
    static final ValueForm<Integer> PORT_NETWORK = new PortNetworkNumber();

    /** All port networks, one, a range, or a list of numbers and ranges. */
    static final ValueForm<SortedSet<Integer>> PORT_NETWORKS = new PortNetworks();

    /** A population of phones by its name, or all. */
    static final ValueForm<SortedSet<String>> POPULATIONS = new Populations();

    /** The name of a population of phones. */
    static final ValueForm<String> PHONES = new Name("a population of phones") {
        @Override
        Collection<String> names(Declared declared) {
            return declared.phones().keySet();
        }
    };

    /** The name of a session manager. */
    static final ValueForm<String> SESSION_MANAGER = new Name(ScenarioNames.SESSION_MANAGER) {
        @Override
        Collection<String> names(Declared declared) {
            return declared.sessionManagers().keySet();
        }
    };

    private References() {}

    /** A value that is one of some names. */
    private abstract static class Named<T> extends ValueForm<T> {
        private final String what;

        /** @param what it is, with an article */
        Named(String allowed, String what) {
            super(allowed);
            this.what = what;
        }

        /** Everything that it may be, by its name. */
        abstract Map<String, T> known(Declared declared);

        /** What a message says of a value that is none of these names. */
        String unknown(String name, Declared declared) {
            return "is not " + what + " in this scenario";
        }

        @Override
        final Optional<T> read(EffectiveValue value, FileReading reading) {
            Declared declared = reading.declared();
            Map<String, T> names = known(declared);
            String all = names.isEmpty() ? "there is none" : Quote.list(names.keySet());
            Optional<String> text = reading.textOf(value, all);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            String name = text.get();
            T found = names.get(name);
            if (found == null && declared.isComplete()) {
                String why = declared.whyNot(name);
                reading.error(value, unknown(name, declared))
                        .allowed(all)
                        .suggest(why.isEmpty() ? Nearest.to(name, names.keySet()) : "")
                        .note(why);
            }
            return Optional.ofNullable(found);
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return node("type", "string", "minLength", 1);
        }

        @Override
        final List<String> candidates(Declared declared) {
            return List.copyOf(known(declared).keySet());
        }
    }

    private static final class Populations extends Named<SortedSet<String>> {
        Populations() {
            super("a population of phones, or all", "a population of phones");
        }

        @Override
        Map<String, SortedSet<String>> known(Declared declared) {
            return declared.populationSets();
        }

        @Override
        Object written(SortedSet<String> names, Written in) {
            return names.size() == 1 ? names.first() : "all";
        }
    }

    /** The name of something of a kind. */
    private abstract static class Name extends Named<String> {
        Name(String what) {
            super(what, what);
        }

        abstract Collection<String> names(Declared declared);

        @Override
        final Map<String, String> known(Declared declared) {
            Map<String, String> known = new LinkedHashMap<>();
            names(declared).forEach(name -> known.put(name, name));
            return known;
        }
    }

    /**
     * The name of something that the file has declared above.
     *
     * @param what it is, with an article, such as {@link ScenarioNames#SESSION_MANAGER}
     */
    static ValueForm<String> declaredAs(String what) {
        return new DeclaredName(what);
    }

    private static final class DeclaredName extends ValueForm<String> {
        private final String what;

        DeclaredName(String what) {
            super(what);
            this.what = what;
        }

        @Override
        Optional<String> read(EffectiveValue value, FileReading reading) {
            ScenarioNames names = reading.names();
            List<String> known = names.listNames(what);
            String all = known.isEmpty() ? "there is none" : Quote.list(known);
            Optional<String> text = reading.textOf(value, all);
            if (text.isEmpty() || known.contains(text.get())) {
                return text;
            }
            if (names.isComplete()) {
                String other = names.whatIs(text.get());
                reading.error(value, "is not " + what + " in this scenario")
                        .allowed(all)
                        .suggest(Nearest.to(text.get(), known))
                        .note(other.isEmpty() ? "" : "it is the name of " + other);
            }
            return Optional.empty();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return node("type", "string", "minLength", 1);
        }
    }

    private static class Targets extends Named<Target> {
        Targets() {
            super("a name", "a name");
        }

        @Override
        Map<String, Target> known(Declared declared) {
            return declared.targets();
        }

        @Override
        String unknown(String name, Declared declared) {
            return declared.phones().containsKey(name)
                    ? "is a population of phones, which fails with its site"
                    : super.unknown(name, declared);
        }

        @Override
        final Map<String, Object> schema(ScenarioSchema all) {
            return all.define("target", node("description", TARGET_NAMES, "type", "string", "minLength", 1));
        }

        @Override
        final Object written(Target target, Written in) {
            return target.name();
        }
    }

    private static final class ClusterNumber extends ValueForm<Integer> {
        private final ValueForm<Integer> number = Forms.integer(1, Limits.CLUSTER);

        ClusterNumber() {
            super("");
        }

        @Override
        Optional<Integer> read(EffectiveValue value, FileReading reading) {
            Optional<Integer> cluster = number.read(value, reading);
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
        String allowed() {
            return number.allowed();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return number.schema(all);
        }

        @Override
        List<String> candidates(Declared declared) {
            return texts(declared.clusters().values());
        }
    }

    private static final class ClusterName extends Named<Integer> {
        ClusterName() {
            super("a cluster", "a cluster");
        }

        @Override
        Map<String, Integer> known(Declared declared) {
            return declared.clusters();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return JsonSchema.text("^(main|sc-[0-9]+)$");
        }

        @Override
        Object written(Integer cluster, Written in) {
            return in.clusterName(cluster);
        }
    }

    private static final class Ipsi extends Named<IpsiId> {
        private final String prefix;

        Ipsi(String prefix) {
            super("a name", "an IPSI");
            this.prefix = prefix;
        }

        @Override
        Map<String, IpsiId> known(Declared declared) {
            Map<String, IpsiId> ipsis = new LinkedHashMap<>();
            declared.ipsis().values().forEach(ipsi -> ipsis.put(prefix + ipsi, ipsi));
            return ipsis;
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return JsonSchema.text("^" + prefix + "[0-9]+[ab]$");
        }

        @Override
        Object written(IpsiId ipsi, Written in) {
            return prefix + ipsi;
        }
    }

    private static final class PortNetworkNumber extends ValueForm<Integer> {
        PortNetworkNumber() {
            super("one port network");
        }

        @Override
        Optional<Integer> read(EffectiveValue value, FileReading reading) {
            Optional<PnRange> range = PnRange.read(value, reading);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            if (!range.get().isOne()) {
                reading.error(value, "is more than one port network").allowed("one port network");
                return Optional.empty();
            }
            int number = range.get().first();
            return isDeclared(number, value, reading) ? Optional.of(number) : Optional.empty();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return Forms.integers(1, Estate.MAX_PORT_NETWORKS);
        }
    }

    private static final class PortNetworks extends ValueForm<SortedSet<Integer>> {
        PortNetworks() {
            super("all, a number, a range or a list");
        }

        @Override
        Optional<SortedSet<Integer>> read(EffectiveValue value, FileReading reading) {
            SortedSet<Integer> numbers = new TreeSet<>();
            if (value.node() instanceof Node.Listing listing) {
                if (listing.items().isEmpty()) {
                    reading.errorAt(value, "the list is empty").found("a list").allowed(allowed());
                }
                reading.items(value, Limits.EVENTS, "")
                        .ifPresent(items -> items.forEach(item -> addNumbers(item, numbers, reading)));
            } else if (value.shown().equals("all")) {
                Declared declared = reading.declared();
                if (declared.portNetworks().isEmpty() && declared.isComplete()) {
                    reading.error(value, "means no port network").allowed("there is none");
                }
                numbers.addAll(reading.declared().portNetworks().keySet());
            } else {
                addNumbers(value, numbers, reading);
            }
            return Optional.of(numbers).filter(found -> !found.isEmpty());
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            Map<String, Object> range = Forms.portNetworks("").schema(all);
            Map<String, Object> list = node("type", "array", "minItems", 1, "items", range);
            return node("anyOf", List.of(node("const", "all"), range, list));
        }

        @Override
        Object written(SortedSet<Integer> numbers, Written in) {
            return List.copyOf(numbers);
        }

        @Override
        List<String> candidates(Declared declared) {
            List<String> words = new ArrayList<>(List.of("all"));
            words.addAll(texts(declared.portNetworks().keySet()));
            return words;
        }
    }

    private static void addNumbers(EffectiveValue value, SortedSet<Integer> numbers, FileReading reading) {
        List<Integer> range = PnRange.read(value, reading).map(PnRange::numbers).orElse(List.of());
        if (range.stream().allMatch(number -> isDeclared(number, value, reading))) {
            numbers.addAll(range);
        }
    }

    private static boolean isDeclared(int number, EffectiveValue value, FileReading reading) {
        Collection<Integer> known = reading.declared().portNetworks().keySet();
        boolean there = known.contains(number);
        if (!there && reading.declared().isComplete()) {
            reading.errorAt(value, "there is no port network " + number + " in this scenario")
                    .found(value.shown())
                    .allowed(known.isEmpty() ? "there is none" : Quote.list(texts(known)));
        }
        return there;
    }

    private static List<String> texts(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }
}
