package org.ipsisim.plain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.ScenarioEvent.Congestion;
import org.ipsisim.estate.ScenarioEvent.Degrade;
import org.ipsisim.estate.ScenarioEvent.DuplexMismatch;
import org.ipsisim.estate.Target;

/**
 * What each element loses, and how slow it is, over time (N2 to N6). Several degradations of one element add up.
 *
 * <p>A restore ends every degradation of its target that began earlier. A target of several servers is each of them, and
 * a site is each link that ends there.
 */
final class Degradations {
    /** One of one element, in force from one instant until before another. */
    private record Degradation(long from, long to, Loss loss, OptionalLong latency) {
        boolean isInForce(long at) {
            return from <= at && at < to;
        }
    }

    private final Scenario scenario;
    private final Map<Target, List<Degradation>> degradations = new HashMap<>();

    Degradations(Scenario scenario) {
        this.scenario = scenario;
        for (Link link : scenario.estate().links()) {
            link.bursts().ifPresent(bursts -> {
                Loss loss = Loss.inBursts(bursts, scenario.seed(), link.id(), 0, end());
                add(new Target.OfLink(link.id()), new Degradation(0, Long.MAX_VALUE, loss, OptionalLong.empty()));
            });
        }
        scenario.events().forEach(this::add);
    }

    private long end() {
        return scenario.duration().toMillis();
    }

    private void add(ScenarioEvent event) {
        long from = event.at().toMillis();
        if (event instanceof Degrade e) {
            for (Target element : Faults.elements(e.target())) {
                long to = to(element, from, e.duration());
                OptionalLong latency =
                        e.latency().map(l -> OptionalLong.of(l.toMillis())).orElse(OptionalLong.empty());
                add(
                        element,
                        new Degradation(from, to, Loss.constant(from, e.loss().orElse(0)), latency));
                e.bursts().ifPresent(bursts -> {
                    Loss loss = Loss.inBursts(bursts, scenario.seed(), element.name(), from, end());
                    add(element, new Degradation(from, to, loss, OptionalLong.empty()));
                });
            }
        } else if (event instanceof Congestion e) {
            for (Target element : Faults.elements(e.target())) {
                Loss loss = Loss.ofCongestion(e, end());
                add(element, new Degradation(from, to(element, from, e.duration()), loss, OptionalLong.empty()));
            }
        } else if (event instanceof DuplexMismatch e && e.target() instanceof Target.OfIpsi ipsi) {
            Loss loss = Loss.ofMismatch(e, portNetwork(ipsi.ipsi().pn()), end());
            add(ipsi, new Degradation(from, to(ipsi, from, e.duration()), loss, OptionalLong.empty()));
        }
    }

    private void add(Target element, Degradation degradation) {
        degradations.computeIfAbsent(element, any -> new ArrayList<>()).add(degradation);
    }

    private long to(Target element, long from, Optional<Duration> length) {
        long over = length.map(duration -> from + duration.toMillis()).orElse(Long.MAX_VALUE);
        long restored = scenario.events().stream()
                .filter(event -> event instanceof ScenarioEvent.Restore restore
                        && Faults.elements(restore.target()).contains(element))
                .mapToLong(event -> event.at().toMillis())
                .filter(at -> at > from)
                .min()
                .orElse(Long.MAX_VALUE);
        return Math.min(over, restored);
    }

    private PortNetwork portNetwork(int number) {
        return scenario.estate().portNetworks().stream()
                .filter(pn -> pn.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** Every instant of the run at which something is lost or is slow in another way than before. */
    SortedSet<Long> instants() {
        TreeSet<Long> instants = new TreeSet<>();
        degradations.values().stream().flatMap(Collection::stream).forEach(degradation -> {
            instants.addAll(degradation.loss.instants());
            instants.add(degradation.from);
            instants.add(degradation.to);
        });
        return instants;
    }

    /** The share that a way loses: each of its parts loses its own share of what the ones before let through (N2). */
    double loss(List<Link> links, List<Target> ends, long at) {
        double passes = 1;
        for (Link link : links) {
            passes *= 1 - link.loss();
            passes *= passes(partsOf(link), at);
        }
        return 1 - passes * passes(ends, at);
    }

    private double passes(List<Target> elements, long at) {
        return inForce(elements, at)
                .mapToDouble(degradation -> 1 - degradation.loss.at(at))
                .reduce(1, (a, b) -> a * b);
    }

    /** The latency of a way: of several in force on a link or at an end the longest counts (N3). */
    long latency(List<Link> links, List<Target> ends, long at) {
        long latency = 0;
        for (Link link : links) {
            latency += longest(partsOf(link), at).orElse(link.latency().toMillis());
        }
        for (Target end : ends) {
            latency += longest(List.of(end), at).orElse(0);
        }
        return latency;
    }

    private OptionalLong longest(List<Target> elements, long at) {
        return inForce(elements, at)
                .flatMapToLong(degradation -> degradation.latency.stream())
                .max();
    }

    private Stream<Degradation> inForce(List<Target> elements, long at) {
        return elements.stream()
                .flatMap(element -> degradations.getOrDefault(element, List.of()).stream())
                .filter(degradation -> degradation.isInForce(at));
    }

    private static List<Target> partsOf(Link link) {
        return List.of(new Target.OfLink(link.id()), new Target.OfSite(link.a()), new Target.OfSite(link.b()));
    }
}
