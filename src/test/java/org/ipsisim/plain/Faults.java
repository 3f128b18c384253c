package org.ipsisim.plain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;

/**
 * When each element has failed: for each one, half-open intervals that may overlap.
 *
 * <p>A restore ends every failure of its target that an event began earlier, with the repetitions of a flap that are
 * still to come. A target of several servers is each of them.
 */
final class Faults {
    /** Nothing ever fails. */
    static final Faults NONE = new Faults(List.of());

    private record Interval(long from, long to) {}

    private final Map<Target, List<Interval>> failures = new HashMap<>();
    private final Map<Target, List<Long>> restores = new HashMap<>();

    Faults(List<ScenarioEvent> events) {
        for (ScenarioEvent event : events) {
            if (event instanceof ScenarioEvent.Restore e) {
                restored(e.target())
                        .forEach(element -> restores.computeIfAbsent(element, any -> new ArrayList<>())
                                .add(e.at().toMillis()));
            }
        }
        for (ScenarioEvent event : events) {
            if (event instanceof ScenarioEvent.Fail e) {
                long at = e.at().toMillis();
                add(e.target(), at, at, e.duration().map(Duration::toMillis).orElse(Long.MAX_VALUE));
            } else if (event instanceof ScenarioEvent.Flap e) {
                long at = e.at().toMillis();
                long period = e.down().plus(e.up()).toMillis();
                for (int i = 0; i < e.times(); i++) {
                    add(e.target(), at, at + i * period, e.down().toMillis());
                }
            }
        }
    }

    /** Whether some failure of the element itself is in force. */
    boolean failed(Target element, long at) {
        return failures.getOrDefault(element, List.of()).stream().anyMatch(f -> f.from() <= at && at < f.to());
    }

    boolean failed(String serverId, long at) {
        return failed(server(serverId), at);
    }

    /** Every instant at which a failure begins or ends. */
    SortedSet<Long> instants() {
        SortedSet<Long> instants = new TreeSet<>();
        failures.values()
                .forEach(list -> list.forEach(f -> {
                    instants.add(f.from());
                    instants.add(f.to());
                }));
        return instants;
    }

    private void add(Target target, long begun, long from, long length) {
        for (Target element : elements(target)) {
            long restored = restores.getOrDefault(element, List.of()).stream()
                    .filter(at -> at > begun)
                    .min(Long::compare)
                    .orElse(Long.MAX_VALUE);
            long end = length == Long.MAX_VALUE ? length : from + length;
            if (from < Math.min(end, restored)) {
                failures.computeIfAbsent(element, any -> new ArrayList<>())
                        .add(new Interval(from, Math.min(end, restored)));
            }
        }
    }

    /** The single elements that a target stands for. */
    static List<Target> elements(Target target) {
        return target instanceof Target.OfServers servers
                ? servers.serverIds().stream().map(Faults::server).toList()
                : List.of(target);
    }

    /** The elements that a restore of a target ends the failures of: of an IPSI, those of its parts too (M31). */
    private static List<Target> restored(Target target) {
        return target instanceof Target.OfIpsi ipsi
                ? Arrays.stream(IpsiFault.values())
                        .<Target>map(fault -> new Target.OfIpsi(ipsi.ipsi(), fault))
                        .toList()
                : elements(target);
    }

    private static Target server(String id) {
        return new Target.OfServers(id, List.of(id));
    }
}
