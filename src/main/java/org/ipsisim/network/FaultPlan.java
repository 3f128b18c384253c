package org.ipsisim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;

/**
 * When each target of a scenario fails and works again: the union of all its failures, whatever their order in the file.
 *
 * <p>A failure covers the half-open span from its start to its end (M3). A restore ends every failure of the same target
 * that began before it, including the rest of a flap; a failure that begins at the same instant stays.
 */
public final class FaultPlan {
    private FaultPlan() {}

    /**
     * A target stops working, or works again.
     *
     * @param at milliseconds from the start
     * @param target what changes
     * @param fails whether it stops working
     * @param event the number of the event that says so, counted from 1
     */
    public record Change(long at, Target target, boolean fails, int event) {}

    /** From when to when a target does not work, and by the numbers of which events. */
    private record Span(long from, int began, long to, int ended) {}

    /** An event and its number, counted from 1. */
    record Numbered(int number, ScenarioEvent event) {
        static List<Numbered> all(List<ScenarioEvent> events) {
            List<Numbered> all = new ArrayList<>();
            for (ScenarioEvent event : events) {
                all.add(new Numbered(all.size() + 1, event));
            }
            return all;
        }
    }

    static String nameOf(Target target) {
        String part = target instanceof Target.OfIpsi ipsi && ipsi.fault() != IpsiFault.BOARD
                ? " " + ipsi.fault().key()
                : "";
        return target.getClass().getSimpleName() + " " + target.name() + part;
    }

    private static final Comparator<Change> ORDER =
            Comparator.comparingLong(Change::at).thenComparing(Change::fails);

    /** All changes, by time; at one instant restorations come first, then the order of names. Each server is a target of its own. */
    public static List<Change> of(List<ScenarioEvent> events) {
        Map<String, List<Numbered>> byTarget = new TreeMap<>();
        Map<String, Target> targets = new TreeMap<>();
        for (Numbered event : Numbered.all(events)) {
            for (Target target : partsStruckBy(event.event)) {
                String name = nameOf(target);
                targets.put(name, target);
                byTarget.computeIfAbsent(name, key -> new ArrayList<>()).add(event);
            }
        }
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, List<Numbered>> own : byTarget.entrySet()) {
            Target target = Objects.requireNonNull(targets.get(own.getKey()));
            for (Span span : union(spansOf(own.getValue()))) {
                changes.add(new Change(span.from, target, true, span.began));
                if (span.to != Long.MAX_VALUE) {
                    changes.add(new Change(span.to, target, false, span.ended));
                }
            }
        }
        changes.sort(ORDER);
        return changes;
    }

    private static List<Target> partsStruckBy(ScenarioEvent event) {
        if (event instanceof ScenarioEvent.Restore restore && restore.target() instanceof Target.OfIpsi ipsi) {
            return Arrays.stream(IpsiFault.values())
                    .<Target>map(fault -> new Target.OfIpsi(ipsi.ipsi(), fault))
                    .toList();
        }
        return event instanceof ScenarioEvent.OfTarget strike && !(event instanceof ScenarioEvent.Degradation)
                ? strike.target().parts()
                : List.of();
    }

    private static List<Span> spansOf(List<Numbered> events) {
        List<Span> spans = new ArrayList<>();
        TreeMap<Long, Integer> restores = restoresOf(events);
        for (Numbered numbered : events) {
            long at = numbered.event.at().toMillis();
            Map.Entry<Long, Integer> restore = restores.higherEntry(at);
            if (numbered.event instanceof ScenarioEvent.Fail fail) {
                long end = fail.duration().map(d -> at + d.toMillis()).orElse(Long.MAX_VALUE);
                add(spans, numbered.number, at, end, restore);
            } else if (numbered.event instanceof ScenarioEvent.Flap flap) {
                long down = flap.down().toMillis();
                long period = down + flap.up().toMillis();
                for (int i = 0; i < flap.times(); i++) {
                    add(spans, numbered.number, at + i * period, at + i * period + down, restore);
                }
            }
        }
        return spans;
    }

    private static void add(List<Span> spans, int number, long from, long to, Map.Entry<Long, Integer> restore) {
        boolean isRestored = restore != null && restore.getKey() < to;
        long end = isRestored ? restore.getKey() : to;
        if (from < end) {
            spans.add(new Span(from, number, end, isRestored ? restore.getValue() : number));
        }
    }

    /** The numbers of the restores among some events, by time. */
    static TreeMap<Long, Integer> restoresOf(List<Numbered> events) {
        TreeMap<Long, Integer> restores = new TreeMap<>();
        for (Numbered numbered : events) {
            if (numbered.event instanceof ScenarioEvent.Restore) {
                restores.putIfAbsent(numbered.event.at().toMillis(), numbered.number);
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
                Span later = span.to > last.to ? span : last;
                union.set(union.size() - 1, new Span(last.from, last.began, later.to, later.ended));
            } else {
                union.add(span);
            }
        }
        return union;
    }
}
