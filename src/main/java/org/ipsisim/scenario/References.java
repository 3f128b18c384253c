package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Target;

/** Reads values that speak of something declared: an unknown one is an error that lists what there is. */
final class References {
    private final Declared declared;
    private final FileReading reading;
    private final Scalars scalars;

    References(Declared declared, FileReading reading) {
        this.declared = declared;
        this.reading = reading;
        this.scalars = new Scalars(reading);
    }

    /** What an event strikes. */
    Optional<Target> target(EffectiveValue value) {
        return lookUp(value, declared.targets(), "is no name of this scenario");
    }

    /** A target that is part of a way of heartbeats: a survivable remote is not, nor is the arbiter link. */
    Optional<Target> wayPart(EffectiveValue value) {
        boolean isTarget = Scalars.isText(value) && declared.targets().containsKey(value.shown());
        return lookUp(
                value,
                declared.wayParts(),
                isTarget ? "is on no way of heartbeats to an IPSI" : "is no name of this scenario");
    }

    /** A cluster, named as in {@code main} and {@code sc-10}. */
    Optional<Integer> clusterName(EffectiveValue value) {
        return lookUp(value, declared.clusters(), "is no cluster of this scenario");
    }

    Optional<IpsiId> ipsi(EffectiveValue value) {
        return lookUp(value, declared.ipsis(), "is no IPSI of this scenario");
    }

    /** An IPSI, named as in {@code ipsi-1a}. */
    Optional<Target.OfIpsi> ipsiTarget(EffectiveValue value) {
        Map<String, Target.OfIpsi> ipsis = new LinkedHashMap<>();
        for (IpsiId ipsi : declared.ipsis().values()) {
            ipsis.put("ipsi-" + ipsi, new Target.OfIpsi(ipsi));
        }
        return lookUp(value, ipsis, "is no IPSI of this scenario");
    }

    OptionalInt cluster(EffectiveValue value) {
        OptionalLong number = scalars.integer(value, 1, Limits.CLUSTER);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        int cluster = (int) number.getAsLong();
        if (declared.clusters().containsValue(cluster)) {
            return OptionalInt.of(cluster);
        }
        if (declared.isComplete()) {
            reading.error(value, "is no cluster of this scenario")
                    .allowed(Quote.list(texts(declared.clusters().values())));
        }
        return OptionalInt.empty();
    }

    OptionalInt portNetwork(EffectiveValue value) {
        Optional<PnRange> range = PnNumbers.range(value, reading);
        if (range.isPresent() && range.get().first() != range.get().last()) {
            reading.error(value, "stands for several port networks").allowed("one port network");
            return OptionalInt.empty();
        }
        if (range.isEmpty() || !isDeclared(range.get().first(), value)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(range.get().first());
    }

    /** All port networks, one, a range, or a list of numbers and ranges; empty if something is wrong. */
    SortedSet<Integer> portNetworks(EffectiveValue value) {
        SortedSet<Integer> numbers = new TreeSet<>();
        if (value.node() instanceof Node.Listing listing) {
            if (listing.items().isEmpty()) {
                reading.error(value, "without a port network").allowed("all, a number, a range or a list");
            }
            for (EffectiveValue item : Fields.items(value, Limits.EVENTS, reading)) {
                numbers.addAll(numbersOf(item));
            }
        } else if (value.node() instanceof Node.Scalar scalar && scalar.text().equals("all")) {
            numbers.addAll(declared.portNetworks().keySet());
        } else {
            numbers.addAll(numbersOf(value));
        }
        return numbers;
    }

    private List<Integer> numbersOf(EffectiveValue value) {
        Optional<PnRange> range = PnNumbers.range(value, reading);
        List<Integer> numbers = new ArrayList<>();
        if (range.isPresent()) {
            for (int number = range.get().first(); number <= range.get().last(); number++) {
                if (!isDeclared(number, value)) {
                    return List.of();
                }
                numbers.add(number);
            }
        }
        return numbers;
    }

    private boolean isDeclared(int number, EffectiveValue value) {
        boolean there = declared.portNetworks().containsKey(number);
        if (!there && declared.isComplete()) {
            reading.problems()
                    .error(value.span(), value.path(), "there is no port network " + number + " in this scenario")
                    .found(value.shown())
                    .allowed(Quote.list(texts(declared.portNetworks().keySet())));
        }
        return there;
    }

    private <T> Optional<T> lookUp(EffectiveValue value, Map<String, T> known, String isUnknown) {
        if (!Scalars.isText(value)) {
            scalars.refuse(value, all(known));
            return Optional.empty();
        }
        T found = known.get(value.shown());
        if (found == null && declared.isComplete()) {
            String why = declared.whyNot(value.shown());
            reading.error(value, isUnknown)
                    .allowed(all(known))
                    .suggest(why.isEmpty() ? Nearest.to(value.shown(), known.keySet()) : "")
                    .note(why);
        }
        return Optional.ofNullable(found);
    }

    private static String all(Map<String, ?> known) {
        return known.isEmpty() ? "there is none" : Quote.list(known.keySet());
    }

    private static List<String> texts(Iterable<Integer> numbers) {
        List<String> texts = new ArrayList<>();
        for (int number : numbers) {
            texts.add(Integer.toString(number));
        }
        return texts;
    }
}
