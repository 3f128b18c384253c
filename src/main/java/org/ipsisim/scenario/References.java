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
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Target;

/** The forms of values that refer to something declared; the error about an unknown one lists the known ones. */
final class References {
    private static final String TARGET_NAMES = "A link's id, a site, main, main-a, main-b, arbiter-link, sc-10, pn-1,"
            + " ipsi-1a or the name of a survivable remote or session manager.";

    /** What an event affects. */
    static final ValueForm<Target> TARGET = target(Declared::targets, References::unknownTarget);

    /** A target on a heartbeat path: neither a survivable remote nor the arbiter link. */
    static final ValueForm<Target> WAY_PART = target(
            Declared::wayParts,
            (name, declared) -> declared.targets().containsKey(name)
                    ? "is not on any heartbeat path to an IPSI"
                    : unknownTarget(name, declared));

    /** A cluster by its number. */
    static final ValueForm<Integer> CLUSTER = Forms.integer(1, Limits.CLUSTER)
            .checked((cluster, value, reading) -> {
                Collection<Integer> known = reading.declared().clusters().values();
                boolean isKnown = known.contains(cluster);
                if (!isKnown && reading.declared().isComplete()) {
                    reading.error(value, "is not a cluster in this scenario").allowed(Quote.list(texts(known)));
                }
                return isKnown;
            })
            .completed(declared -> texts(declared.clusters().values()));

    /** A cluster by its name: {@code main} or {@code sc-10}. */
    static final ValueForm<Integer> CLUSTER_NAME = named(
                    "a cluster",
                    ScenarioSchema.text("^(main|sc-[0-9]+)$"),
                    Declared::clusters,
                    (name, declared) -> "is not a cluster in this scenario")
            .written((cluster, in) -> in.clusterName(cluster));

    /** An IPSI as in {@code 1a}. */
    static final ValueForm<IpsiId> IPSI = ipsi("");

    /** An IPSI as in {@code ipsi-1a}. */
    static final ValueForm<IpsiId> IPSI_NAME = ipsi("ipsi-");

    /** The number of a port network. */
    static final ValueForm<Integer> PORT_NETWORK = new ValueForm<>(
            "one port network",
            Forms.integers(1, Estate.MAX_PORT_NETWORKS),
            (value, reading) -> PnRange.read(value, reading)
                    .filter(range -> {
                        if (!range.isOne()) {
                            reading.error(value, "is more than one port network")
                                    .allowed("one port network");
                        }
                        return range.isOne() && isDeclared(range.first(), value, reading);
                    })
                    .map(PnRange::first));

    /** All port networks, one, a range, or a list of numbers and ranges. */
    static final ValueForm<SortedSet<Integer>> PORT_NETWORKS = new ValueForm<SortedSet<Integer>>(
                    "all, a number, a range or a list", Map.of(), References::portNetworks)
            .composed(References::portNetworksSchema)
            .written((numbers, in) -> List.copyOf(numbers))
            .completed(declared -> {
                List<String> words = new ArrayList<>(List.of("all"));
                words.addAll(texts(declared.portNetworks().keySet()));
                return words;
            });

    /** A population of phones by its name, or all. */
    static final ValueForm<SortedSet<String>> POPULATIONS = named(
                    "a population of phones, or all",
                    node("type", "string", "minLength", 1),
                    Declared::populationSets,
                    (name, declared) -> "is not a population of phones in this scenario")
            .written((names, in) -> names.size() == 1 ? names.first() : "all");

    /** The name of a population of phones. */
    static final ValueForm<String> PHONES =
            nameOf("a population of phones", declared -> declared.phones().keySet());

    /** The name of a session manager. */
    static final ValueForm<String> SESSION_MANAGER = nameOf(
            ScenarioNames.SESSION_MANAGER,
            declared -> declared.sessionManagers().keySet());

    private References() {}

    private static String unknownTarget(String name, Declared declared) {
        return declared.phones().containsKey(name)
                ? "is a population of phones, which fails with its site"
                : "is not a name in this scenario";
    }

    /**
     * The name of something that the file has declared above.
     *
     * @param what it is, with an article, such as {@link ScenarioNames#SESSION_MANAGER}
     */
    static ValueForm<String> declaredAs(String what) {
        return new ValueForm<>(what, node("type", "string", "minLength", 1), (value, reading) -> {
            ScenarioNames names = reading.names();
            List<String> known = names.listNames(what);
            String all = known.isEmpty() ? "there is none" : Quote.list(known);
            Optional<String> text = reading.textOf(value, all);
            Optional<String> found = text.filter(known::contains);
            if (text.isPresent() && found.isEmpty() && names.isComplete()) {
                String other = names.whatIs(text.get());
                reading.error(value, "is not " + what + " in this scenario")
                        .allowed(all)
                        .suggest(Nearest.to(text.get(), known))
                        .note(other.isEmpty() ? "" : "it is the name of " + other);
            }
            return found;
        });
    }

    /**
     * A value that is one of some names.
     *
     * @param known everything that it may be, by its name
     * @param unknown what a message says of a value that is none of these names
     */
    private static <T> ValueForm<T> named(
            String allowed,
            Map<String, Object> schema,
            Function<Declared, Map<String, T>> known,
            BiFunction<String, Declared, String> unknown) {
        return new ValueForm<T>(allowed, schema, (value, reading) -> {
                    Declared declared = reading.declared();
                    Map<String, T> names = known.apply(declared);
                    String all = names.isEmpty() ? "there is none" : Quote.list(names.keySet());
                    Optional<String> text = reading.textOf(value, all);
                    Optional<T> found = text.map(names::get);
                    if (text.isPresent() && found.isEmpty() && declared.isComplete()) {
                        String name = text.get();
                        String why = declared.whyNot(name);
                        reading.error(value, unknown.apply(name, declared))
                                .allowed(all)
                                .suggest(why.isEmpty() ? Nearest.to(name, names.keySet()) : "")
                                .note(why);
                    }
                    return found;
                })
                .completed(declared -> List.copyOf(known.apply(declared).keySet()));
    }

    private static ValueForm<String> nameOf(String what, Function<Declared, Collection<String>> known) {
        return named(
                what,
                node("type", "string", "minLength", 1),
                declared -> {
                    Map<String, String> names = new LinkedHashMap<>();
                    known.apply(declared).forEach(name -> names.put(name, name));
                    return names;
                },
                (name, declared) -> "is not " + what + " in this scenario");
    }

    private static ValueForm<Target> target(
            Function<Declared, Map<String, Target>> known, BiFunction<String, Declared, String> unknown) {
        Map<String, Object> schema = node("description", TARGET_NAMES, "type", "string", "minLength", 1);
        return named("a name", schema, known, unknown).defined("target").written((target, in) -> target.name());
    }

    private static ValueForm<IpsiId> ipsi(String prefix) {
        return named(
                        "a name",
                        ScenarioSchema.text("^" + prefix + "[0-9]+[ab]$"),
                        declared -> {
                            Map<String, IpsiId> ipsis = new LinkedHashMap<>();
                            declared.ipsis().values().forEach(ipsi -> ipsis.put(prefix + ipsi, ipsi));
                            return ipsis;
                        },
                        (name, declared) -> "is not an IPSI in this scenario")
                .written((ipsi, in) -> prefix + ipsi);
    }

    private static Optional<SortedSet<Integer>> portNetworks(EffectiveValue value, FileReading reading) {
        SortedSet<Integer> numbers = new TreeSet<>();
        if (value.node() instanceof Node.Listing listing) {
            if (listing.items().isEmpty()) {
                reading.errorAt(value, "the list is empty").found("a list").allowed(PORT_NETWORKS.allowed());
            }
            reading.items(value, Limits.EVENTS, "")
                    .ifPresent(items -> items.forEach(item -> addNumbers(item, numbers, reading)));
        } else if (value.shown().equals("all")) {
            if (reading.declared().portNetworks().isEmpty()
                    && reading.declared().isComplete()) {
                reading.error(value, "means no port network").allowed("there is none");
            }
            numbers.addAll(reading.declared().portNetworks().keySet());
        } else {
            addNumbers(value, numbers, reading);
        }
        return Optional.of(numbers).filter(found -> !found.isEmpty());
    }

    private static void addNumbers(EffectiveValue value, SortedSet<Integer> numbers, FileReading reading) {
        List<Integer> range = PnRange.read(value, reading).map(PnRange::numbers).orElse(List.of());
        if (range.stream().allMatch(number -> isDeclared(number, value, reading))) {
            numbers.addAll(range);
        }
    }

    private static Map<String, Object> portNetworksSchema(ScenarioSchema all) {
        Map<String, Object> range = Forms.portNetworks("").schema(all);
        Map<String, Object> list = node("type", "array", "minItems", 1, "items", range);
        return node("anyOf", List.of(node("const", "all"), range, list));
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
