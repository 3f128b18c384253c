package org.ipsisim.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;

/** When each target of a scenario is degraded, and by what; several impairments of one target add up (N3). */
public final class ImpairmentPlan {
    private ImpairmentPlan() {}

    /**
     * A target that loses some of what it carries, or is slow, for a time.
     *
     * @param from milliseconds from the start
     * @param to milliseconds, exclusive; {@link Long#MAX_VALUE} if it does not end
     * @param number of the event, counted from 1
     * @param ended the number of the event that ends it: the same, or a restore
     * @param event the {@code degrade}, {@code congestion} or {@code duplex-mismatch} that says how
     */
    public record Impaired(long from, long to, Target target, int number, int ended, ScenarioEvent.Degradation event) {}

    /** All impairments, in an order that does not depend on the file. Each server is a target of its own. */
    public static List<Impaired> of(List<ScenarioEvent> events) {
        Map<String, List<FaultPlan.Numbered>> restores = new TreeMap<>();
        List<FaultPlan.Numbered> numbered = FaultPlan.Numbered.all(events);
        for (FaultPlan.Numbered event : numbered) {
            if (event.event() instanceof ScenarioEvent.Restore restore) {
                restore.target()
                        .parts()
                        .forEach(target -> restores.computeIfAbsent(FaultPlan.nameOf(target), name -> new ArrayList<>())
                                .add(event));
            }
        }
        List<Impaired> impairments = new ArrayList<>();
        for (FaultPlan.Numbered each : numbered) {
            if (each.event() instanceof ScenarioEvent.Degradation degradation) {
                for (Target target : degradation.target().parts()) {
                    long at = degradation.at().toMillis();
                    Map.Entry<Long, Integer> restore = FaultPlan.restoresOf(
                                    restores.getOrDefault(FaultPlan.nameOf(target), List.of()))
                            .higherEntry(at);
                    boolean isRestored = restore != null && restore.getKey() < end(degradation);
                    long end = isRestored ? restore.getKey() : end(degradation);
                    int ended = isRestored ? restore.getValue() : each.number();
                    impairments.add(new Impaired(at, end, target, each.number(), ended, degradation));
                }
            }
        }
        impairments.sort(Comparator.comparingLong(Impaired::from)
                .thenComparing(impaired -> FaultPlan.nameOf(impaired.target))
                .thenComparing(impaired -> impaired.event.toString()));
        return impairments;
    }

    private static long end(ScenarioEvent event) {
        return event.length().map(span -> event.at().plus(span).toMillis()).orElse(Long.MAX_VALUE);
    }
}
