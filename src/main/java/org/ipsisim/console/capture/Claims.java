package org.ipsisim.console.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What screens say, by what it is about: {@code timers.no-service-timeout}, {@code core 10 community}, {@code pn 3 ipsis}.
 * Each value stands there once, with the place where it was read first.
 */
final class Claims {
    private final Map<String, List<Claim>> claims = new TreeMap<>();
    private final TreeMap<Integer, Line> clusters = new TreeMap<>();
    private final TreeMap<Integer, Line> portNetworks = new TreeMap<>();
    private final Map<String, List<PriorityListClaim>> lists = new TreeMap<>();

    /** A screen gives a value. */
    void say(String key, String value, Line line) {
        List<Claim> of = claims.computeIfAbsent(key, k -> new ArrayList<>());
        if (of.stream().noneMatch(claim -> claim.value().equals(value))) {
            of.add(new Claim(value, line));
        }
    }

    /** A screen shows that there is a cluster. */
    void cluster(int number, Line line) {
        clusters.putIfAbsent(number, line);
    }

    /** A screen shows that there is a port network. */
    void portNetwork(int number, Line line) {
        portNetworks.putIfAbsent(number, line);
    }

    /** A screen shows the priority list of an IPSI, such as {@code 1a}. */
    void list(String ipsi, List<Integer> list, boolean whole, Line line) {
        List<PriorityListClaim> of = lists.computeIfAbsent(ipsi, k -> new ArrayList<>());
        if (of.stream().noneMatch(claim -> claim.clusters().equals(list) && claim.whole() == whole)) {
            of.add(new PriorityListClaim(list, whole, line));
        }
    }

    /** The clusters that there are, the main among them. */
    TreeMap<Integer, Line> clusters() {
        return clusters;
    }

    TreeMap<Integer, Line> portNetworks() {
        return portNetworks;
    }

    /** The lists by IPSI. */
    Map<String, List<PriorityListClaim>> lists() {
        return lists;
    }

    /** The one value that screens give; empty if none does, or if they contradict each other. */
    Optional<String> find(String key) {
        List<Claim> of = claims.getOrDefault(key, List.of());
        return of.size() == 1 ? Optional.of(of.get(0).value()) : Optional.empty();
    }

    /** Everything that screens say of something. */
    List<Claim> all(String key) {
        return claims.getOrDefault(key, List.of());
    }

    /** The things that screens contradict each other about. */
    List<String> contradicted() {
        return claims.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Nobody is to believe anything that screens say of something. */
    void forget(String key) {
        claims.remove(key);
    }

    boolean isEmpty() {
        return claims.isEmpty() && clusters.isEmpty() && portNetworks.isEmpty();
    }

    /** How much there is. */
    int count() {
        int count = claims.size() + clusters.size() + portNetworks.size();
        for (List<PriorityListClaim> of : lists.values()) {
            for (PriorityListClaim list : of) {
                count += list.whole() ? list.clusters().size() : 0;
            }
        }
        return count;
    }

    /** Adds what other screens say. */
    void add(Claims other) {
        other.claims.forEach((key, of) -> of.forEach(claim -> say(key, claim.value(), claim.line())));
        other.clusters.forEach(this::cluster);
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
            List<PriorityListClaim> others = other.lists.getOrDefault(entry.getKey(), entry.getValue());
            return !others.stream()
                    .map(PriorityListClaim::clusters)
                    .toList()
                    .equals(entry.getValue().stream()
                            .map(PriorityListClaim::clusters)
                            .toList());
        });
        clusters.keySet().removeIf(cluster -> !other.clusters.containsKey(cluster));
        portNetworks.keySet().removeIf(number -> !other.portNetworks.containsKey(number));
    }

    private static List<String> values(List<Claim> of) {
        return of.stream().map(Claim::value).toList();
    }
}
