package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.SessionManagerHistory.Load;
import org.ipsisim.report.Drops;

/**
 * A number over time, drawn as the area below it.
 *
 * @param name what it counts, in a word or two beside the area
 * @param tooltip the same in full
 * @param steps by time, without a gap
 */
public record Area(String name, String tooltip, List<Step> steps) {
    private static final int SECOND = 1000;

    /** More steps than this could not be told apart. */
    private static final int MOST_STEPS = 2000;

    /**
     * A stretch of time in which the number does not change.
     *
     * @param from its start in milliseconds
     * @param to its end in milliseconds, not part of it
     * @param count the number, 0 or more
     */
    public record Step(long from, long to, int count) {}

    /** Keeps a copy of the steps. */
    public Area {
        steps = List.copyOf(steps);
    }

    /** The highest number. */
    public int peak() {
        return steps.stream().mapToInt(Step::count).max().orElse(0);
    }

    /** How many port networks of a run are out of service. */
    public static Area portNetworksOut(History history) {
        TreeMap<Long, Integer> changes = new TreeMap<>();
        for (PnHistory pn : history.portNetworks()) {
            for (PnSpan span : pn.timeline()) {
                if (span.state().isOutage()) {
                    changes.merge(span.from(), 1, Integer::sum);
                    changes.merge(span.to(), -1, Integer::sum);
                }
            }
        }
        TreeMap<Long, Integer> counts = new TreeMap<>(Map.of(0L, 0));
        int count = 0;
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            count += change.getValue();
            if (change.getValue() != 0) {
                counts.put(change.getKey(), count);
            }
        }
        return new Area("PNs out", "Port networks out of service", steps(counts, history.duration()));
    }

    /** How many calls of a run have been dropped, blocked or lost in set-up so far; what a state costs, from its start. */
    static Area callsLost(History history) {
        Drops drops = new Drops(history);
        TreeMap<Long, Long> lost = new TreeMap<>();
        for (PnHistory pn : history.portNetworks()) {
            for (PnSpan span : pn.timeline()) {
                lost.merge(
                        place(span.from(), history.duration()),
                        drops.in(span, pn)
                                + span.losses().blocked()
                                + span.losses().setUpsLost(),
                        Long::sum);
            }
        }
        TreeMap<Long, Integer> counts = new TreeMap<>(Map.of(0L, 0));
        long sum = 0;
        for (Map.Entry<Long, Long> one : lost.entrySet()) {
            sum += one.getValue();
            counts.put(one.getKey(), (int) Math.min(sum, Integer.MAX_VALUE));
        }
        return new Area(
                "calls lost", "Calls dropped, blocked or lost in set-up so far", steps(counts, history.duration()));
    }

    /** How many phones of a population are in a state that a sample counts; of many samples close together, the lowest. */
    static Area phones(PopulationHistory phones, ToIntFunction<PhoneSample> in, long duration) {
        TreeMap<Long, Integer> counts = new TreeMap<>();
        phones.samples()
                .forEach(sample -> counts.merge(place(sample.at(), duration), in.applyAsInt(sample), Math::min));
        return new Area(
                "in service", "Phones of " + phones.population().name() + " in service", steps(counts, duration));
    }

    /** What a session manager had in each second; of many seconds close together, the highest. */
    static Area load(String name, SessionManagerHistory sm, ToIntFunction<Load> number, long duration) {
        TreeMap<Long, Integer> counts = new TreeMap<>(Map.of(0L, 0));
        for (Load load : sm.load()) {
            counts.merge(place(load.at(), duration), number.applyAsInt(load), Math::max);
            counts.putIfAbsent(place(load.at() + SECOND, duration), 0);
        }
        String tooltip = name + " of " + sm.sessionManager().name();
        return new Area(name, tooltip, steps(counts, duration));
    }

    /** The start of the column in which a time is drawn; whole seconds where there is room for them. */
    private static long place(long at, long duration) {
        long width = Math.max(SECOND, duration / MOST_STEPS / SECOND * SECOND);
        return at / width * width;
    }

    /** @param counts from when on there are how many */
    private static List<Step> steps(TreeMap<Long, Integer> counts, long end) {
        List<Step> steps = new ArrayList<>();
        counts.forEach((at, count) -> {
            int last = steps.size() - 1;
            if (at < end && (last < 0 || steps.get(last).count != count)) {
                if (last >= 0) {
                    steps.set(last, new Step(steps.get(last).from, at, steps.get(last).count));
                }
                steps.add(new Step(at, end, count));
            }
        });
        return steps;
    }
}
