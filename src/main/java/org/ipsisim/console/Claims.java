package org.ipsisim.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What screens say, each value once, with the line on which it was read first. */
final class Claims {
    /**
     * What a claim is about.
     *
     * @param number of the core or the port network; 0 for facts about the main or the system
     */
    record Topic(ScreenFact fact, int number) {
        /** In an administrator's words. */
        String words() {
            return fact.words(number);
        }
    }

    /**
     * A value on a screen.
     *
     * @param value as a scenario file writes it
     */
    record Claim(String value, CaptureLine line) {}

    /**
     * The priority list of an IPSI as a screen shows it.
     *
     * @param clusters best first
     * @param whole whether it is certain that nothing is missing
     */
    record ListClaim(List<Integer> clusters, boolean whole, CaptureLine line) {}

    /**
     * A field whose value is not understood.
     *
     * @param label of the field
     */
    record Misunderstood(Topic topic, String label, String value, CaptureLine line) {
        /** Such as {@code Auto Return is `sometimes` in forms.txt:12}. */
        String words() {
            return label + " is `" + value + "` in " + line.place();
        }
    }

    private final List<Misunderstood> misunderstood = new ArrayList<>();
    private final TreeMap<String, CaptureLine> remotes = new TreeMap<>();
    private final Set<LogLines.Silence> silences = new LinkedHashSet<>();
    private final TreeMap<Topic, List<Claim>> claims =
            new TreeMap<>(Comparator.comparing((Topic topic) -> topic.fact().of())
                    .thenComparing(Topic::number)
                    .thenComparing(Topic::fact));
    private final TreeMap<Integer, CaptureLine> clusters = new TreeMap<>();
    private final TreeMap<Integer, CaptureLine> portNetworks = new TreeMap<>();
    private final Map<String, List<ListClaim>> lists = new TreeMap<>();

    /** A screen gives a value of the main or of the system. */
    void say(ScreenFact fact, String value, CaptureLine line) {
        say(fact, 0, value, line);
    }

    /** A screen gives a value of a core or of a port network. */
    void say(ScreenFact fact, int number, String value, CaptureLine line) {
        List<Claim> of = claims.computeIfAbsent(new Topic(fact, number), topic -> new ArrayList<>());
        if (of.stream().noneMatch(claim -> claim.value().equals(value))) {
            of.add(new Claim(value, line));
        }
    }

    /** A screen shows that there is a cluster. */
    void cluster(int number, CaptureLine line) {
        clusters.putIfAbsent(number, line);
    }

    /** A screen shows that there is a port network. */
    void portNetwork(int number, CaptureLine line) {
        portNetworks.putIfAbsent(number, line);
    }

    /** A screen shows the priority list of an IPSI, such as {@code 1a}. */
    void list(String ipsi, List<Integer> list, boolean whole, CaptureLine line) {
        List<ListClaim> of = lists.computeIfAbsent(ipsi, k -> new ArrayList<>());
        if (of.stream().noneMatch(claim -> claim.clusters().equals(list) && claim.whole() == whole)) {
            of.add(new ListClaim(list, whole, line));
        }
    }

    /** A screen shows that there is a survivable remote. */
    void remote(String name, CaptureLine line) {
        remotes.putIfAbsent(name, line);
    }

    /** A screen has a field with a value that is not understood. */
    void misunderstand(ScreenFact fact, int number, String label, String value, CaptureLine line) {
        Misunderstood field = new Misunderstood(new Topic(fact, number), label, value, line);
        if (misunderstood.stream().noneMatch(other -> other.words().equals(field.words()))) {
            misunderstood.add(field);
        }
    }

    /** Everything that is there and not understood, in the order of the lines. */
    List<Misunderstood> misunderstood() {
        return misunderstood;
    }

    /** The log says that a port network was silent for some time. */
    void silence(LogLines.Silence silence) {
        silences.add(silence);
    }

    /** When port networks were silent, in the order of time. */
    List<LogLines.Silence> silences() {
        return silences.stream()
                .sorted(Comparator.comparing(LogLines.Silence::start).thenComparing(LogLines.Silence::pn))
                .toList();
    }

    /** The survivable remotes by their names. */
    TreeMap<String, CaptureLine> remotes() {
        return remotes;
    }

    /** The clusters that there are, the main among them. */
    TreeMap<Integer, CaptureLine> clusters() {
        return clusters;
    }

    TreeMap<Integer, CaptureLine> portNetworks() {
        return portNetworks;
    }

    /** The lists by IPSI. */
    Map<String, List<ListClaim>> lists() {
        return lists;
    }

    /**
     * The one value of the main or of the system that screens give; empty if none does, or if they contradict each other.
     */
    Optional<String> find(ScreenFact fact) {
        return find(fact, 0);
    }

    /**
     * The one value of a core or of a port network that screens give; empty if none does, or if they contradict each other.
     */
    Optional<String> find(ScreenFact fact, int number) {
        List<Claim> of = all(fact, number);
        return of.size() == 1 ? Optional.of(of.get(0).value()) : Optional.empty();
    }

    /** Everything that screens say of the main or of the system. */
    List<Claim> all(ScreenFact fact) {
        return all(fact, 0);
    }

    /** Everything that screens say of a core or of a port network. */
    List<Claim> all(ScreenFact fact, int number) {
        return claims.getOrDefault(new Topic(fact, number), List.of());
    }

    /** What screens contradict each other about. */
    Map<Topic, List<Claim>> contradicted() {
        Map<Topic, List<Claim>> contradicted = new TreeMap<>(claims);
        contradicted.values().removeIf(of -> of.size() < 2);
        return contradicted;
    }

    /** Drops everything that screens say of something. */
    void forget(ScreenFact fact, int number) {
        claims.remove(new Topic(fact, number));
    }

    boolean isEmpty() {
        return claims.isEmpty()
                && clusters.isEmpty()
                && portNetworks.isEmpty()
                && remotes.isEmpty()
                && misunderstood.isEmpty();
    }

    /** How much there is. */
    int count() {
        int count = claims.size() + clusters.size() + portNetworks.size() + remotes.size();
        for (List<ListClaim> of : lists.values()) {
            for (ListClaim list : of) {
                count += list.whole() ? list.clusters().size() : 0;
            }
        }
        return count;
    }

    /** Adds what other screens say. */
    void add(Claims other) {
        other.claims.forEach(
                (topic, of) -> of.forEach(claim -> say(topic.fact(), topic.number(), claim.value(), claim.line())));
        other.clusters.forEach(this::cluster);
        other.remotes.forEach(this::remote);
        silences.addAll(other.silences);
        other.misunderstood.forEach(field -> misunderstand(
                field.topic().fact(), field.topic().number(), field.label(), field.value(), field.line()));
        other.portNetworks.forEach(this::portNetwork);
        other.lists.forEach((ipsi, of) -> of.forEach(list -> list(ipsi, list.clusters(), list.whole(), list.line())));
    }

    /** Leaves out what another reading of the same lines understands otherwise. */
    void leaveOutDifferent(Claims other) {
        claims.entrySet().removeIf(entry -> {
            List<Claim> others = other.claims.getOrDefault(entry.getKey(), entry.getValue());
            return !values(others).equals(values(entry.getValue()));
        });
        lists.entrySet().removeIf(entry -> {
            List<ListClaim> others = other.lists.getOrDefault(entry.getKey(), entry.getValue());
            return !clusters(others).equals(clusters(entry.getValue()));
        });
        silences.retainAll(other.silences);
        remotes.keySet().removeIf(name -> !other.remotes.containsKey(name));
        clusters.keySet().removeIf(cluster -> !other.clusters.containsKey(cluster));
        portNetworks.keySet().removeIf(number -> !other.portNetworks.containsKey(number));
    }

    private static List<String> values(List<Claim> of) {
        return of.stream().map(Claim::value).toList();
    }

    private static List<List<Integer>> clusters(List<ListClaim> of) {
        return of.stream().map(ListClaim::clusters).toList();
    }
}
