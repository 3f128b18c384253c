package org.ipsisim.lesson.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Words;

/**
 * Finds the values of a timer with which something would be different, within the range of the release, by running: first
 * some values over the range; then, where the outcome changes once and for all, the first whole second with which it does.
 */
final class TimerSearch {
    private static final long SECOND = 1000;
    private static final int STEPS = 6;

    private final Scenario scenario;
    private final Predicate<Scenario> hits;

    /** @param hits whether a run is as wanted; that of the scenario itself is not */
    TimerSearch(Scenario scenario, Predicate<Scenario> hits) {
        this.scenario = scenario;
        this.hits = hits;
    }

    /**
     * Values that make the difference.
     *
     * @param value in milliseconds, the one nearest to that of the scenario
     * @param up whether it is above that of the scenario
     * @param all whether all values from there to the end of the range do
     */
    record Found(TimerSetting setting, long value, boolean up, boolean all) {
        /** As in {@code no-service-timeout 3m or less, down to 2m (it is 5m)}. */
        String words(Scenario scenario) {
            long end = up ? greatest(scenario, setting) : least(scenario, setting);
            String range = !all || value == end
                    ? ""
                    : (up ? " or more, up to " : " or less, down to ") + Words.duration(end);
            return setting.key() + " " + Words.duration(value) + range + " (it is "
                    + Words.duration(present(scenario, setting)) + ")";
        }
    }

    /** As in {@code no-service-timeout from 2m to 15m}. */
    static String rangeOf(Scenario scenario, TimerSetting setting) {
        return setting.key() + " from " + Words.duration(least(scenario, setting)) + " to "
                + Words.duration(greatest(scenario, setting));
    }

    /** The same scenario with a timer that has one value all the time. */
    static Scenario with(Scenario scenario, TimerSetting setting, long millis) {
        Duration value = Duration.ofMillis(millis);
        List<ScenarioEvent> events = new ArrayList<>();
        for (ScenarioEvent event : scenario.events()) {
            if (event instanceof ScenarioEvent.SetTimers change && change.settings().containsKey(setting)) {
                Map<TimerSetting, Duration> rest = new EnumMap<>(change.settings());
                rest.put(setting, value);
                events.add(new ScenarioEvent.SetTimers(change.at(), rest));
            } else {
                events.add(event);
            }
        }
        return scenario.with(events).with(scenario.estate().timers().with(setting, value));
    }

    /** The value that a timer has at the start. */
    static long present(Scenario scenario, TimerSetting setting) {
        return scenario.estate().timers().millis(setting);
    }

    static long least(Scenario scenario, TimerSetting setting) {
        return scenario.estate().release().minOf(setting).toMillis();
    }

    static long greatest(Scenario scenario, TimerSetting setting) {
        return scenario.estate().release().maxOf(setting).toMillis();
    }

    /** The nearest such value above that of the scenario, and the nearest below it. */
    List<Found> of(TimerSetting setting) {
        long present = present(scenario, setting);
        TreeMap<Long, Boolean> tried = new TreeMap<>();
        for (long value : values(setting)) {
            tried.put(value, value != present && hits.test(with(scenario, setting, value)));
        }
        List<Found> found = new ArrayList<>();
        search(setting, present, new ArrayList<>(tried.tailMap(present, false).entrySet()), true, found);
        search(setting, present, new ArrayList<>(tried.headMap(present, false).descendingMap().entrySet()), false, found);
        return found;
    }

    private TreeSet<Long> values(TimerSetting setting) {
        Release release = scenario.estate().release();
        long least = release.minOf(setting).toMillis();
        long greatest = release.maxOf(setting).toMillis();
        TreeSet<Long> values = new TreeSet<>(List.of(least, greatest));
        for (int i = 1; i < STEPS; i++) {
            long value = least + (greatest - least) * i / STEPS;
            values.add(value - value % SECOND);
        }
        values.removeIf(value -> value < least);
        return values;
    }

    private void search(
            TimerSetting setting, long present, List<Map.Entry<Long, Boolean>> fromPresent, boolean up, List<Found> found) {
        long miss = present;
        for (int i = 0; i < fromPresent.size(); i++) {
            if (fromPresent.get(i).getValue()) {
                boolean all = fromPresent.subList(i, fromPresent.size()).stream().allMatch(Map.Entry::getValue);
                long value = fromPresent.get(i).getKey();
                found.add(new Found(setting, all ? narrowed(setting, miss, value) : value, up, all));
                return;
            }
            miss = fromPresent.get(i).getKey();
        }
    }

    /** The whole second nearest to the miss that hits, by bisection. */
    private long narrowed(TimerSetting setting, long miss, long hit) {
        long bad = miss;
        long good = hit;
        while (Math.abs(good - bad) > SECOND) {
            long middle = Math.floorDiv((good + bad) / 2, SECOND) * SECOND;
            if (middle == Math.min(good, bad)) {
                middle += SECOND;
            }
            if (hits.test(with(scenario, setting, middle))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }
}
