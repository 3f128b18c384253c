package org.ipsisim.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;

/**
 * When each target of a scenario fails and works again: the union of all its failures, whatever their order in the file.
 *
 * <p>A failure covers the half-open span from its start to its end (M3). A restore ends every failure of the same target
 * that began before it, the rest of a flap included; a failure that begins at the same instant stands.
 */
public final class FaultPlan {
    private FaultPlan() {}

    /**
     * A target stops working, or works again.
     *
     * @param at milliseconds from the start
     * @param target what changes
     * @param fails whether it stops working
     */
    public record Change(long at, Target target, boolean fails) {}

    private record Span(long from, long to) {}

    static String nameOf(Target target) {
        return target.getClass().getSimpleName() + " " + target.name();
    }

    private static final Comparator<Change> ORDER =
            Comparator.comparingLong(Change::at).thenComparing(Change::fails);

    /** All changes, by time; at one instant those that restore first, then by the target's name. Servers come one by one. */
    public static List<Change> of(List<ScenarioEvent> events) {
        Map<String, List<ScenarioEvent>> byTarget = new TreeMap<>();
        Map<String, Target> targets = new TreeMap<>();
        for (ScenarioEvent event : events) {
            for (Target target : partsStruckBy(event)) {
                String name = nameOf(target);
                targets.put(name, target);
                byTarget.computeIfAbsent(name, key -> new ArrayList<>()).add(event);
            }
        }
        List<Change> changes = new ArrayList<>();
        byTarget.forEach((name, own) -> {
            for (Span span : union(spansOf(own))) {
                changes.add(new Change(span.from, targets.get(name), true));
                if (span.to != Long.MAX_VALUE) {
                    changes.add(new Change(span.to, targets.get(name), false));
                }
            }
        });
        changes.sort(ORDER);
        return changes;
    }

    private static List<Target> partsStruckBy(ScenarioEvent event) {
        return event instanceof ScenarioEvent.OfTarget strike && !(event instanceof ScenarioEvent.Degradation)
                ? strike.target().parts()
                : List.of();
    }

    private static List<Span> spansOf(List<ScenarioEvent> events) {
        List<Span> spans = new ArrayList<>();
        TreeSet<Long> restores = restoresOf(events);
        for (ScenarioEvent event : events) {
            long at = event.at().toMillis();
            Long restore = restores.higher(at);
            long restored = restore == null ? Long.MAX_VALUE : restore;
            if (event instanceof ScenarioEvent.Fail fail) {
                long end = fail.duration().map(d -> at + d.toMillis()).orElse(Long.MAX_VALUE);
                add(spans, at, end, restored);
            } else if (event instanceof ScenarioEvent.Flap flap) {
                long down = flap.down().toMillis();
                long period = down + flap.up().toMillis();
                for (int i = 0; i < flap.times(); i++) {
                    add(spans, at + i * period, at + i * period + down, restored);
                }
            }
        }
        return spans;
    }

    private static void add(List<Span> spans, long from, long to, long restored) {
        if (from < Math.min(to, restored)) {
            spans.add(new Span(from, Math.min(to, restored)));
        }
    }

    static TreeSet<Long> restoresOf(List<ScenarioEvent> events) {
        TreeSet<Long> restores = new TreeSet<>();
        for (ScenarioEvent event : events) {
            if (event instanceof ScenarioEvent.Restore) {
                restores.add(event.at().toMillis());
            }
        }
        return restores;
    }

    private static List<Span> union(List<Span> spans) {
        spans.sort(Comparator.comparingLong(Span::from));
        List<Span> union = new ArrayList<>();
        for (Span span : spans) {
            Span last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && span.from <= last.to) {
                union.set(union.size() - 1, new Span(last.from, Math.max(last.to, span.to)));
            } else {
                union.add(span);
            }
        }
        return union;
    }
}
