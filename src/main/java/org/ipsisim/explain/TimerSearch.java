package org.ipsisim.explain;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ipsisim.estate.Confidence;
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

    /** The number of parts that the range is cut into for the first look. */
    private static final int PARTS = 4;

    private final Scenario scenario;
    private final TimerSetting setting;
    private final long present;
    private final long least;
    private final long greatest;
    private final boolean isChanged;

    TimerSearch(Scenario scenario, TimerSetting setting) {
        this.scenario = scenario;
        this.setting = setting;
        this.present = scenario.estate().timers().millis(setting);
        this.least = scenario.estate().release().minOf(setting).toMillis();
        this.greatest = scenario.estate().release().maxOf(setting).toMillis();
        this.isChanged = scenario.events().stream().anyMatch(this::changes);
    }

    private boolean changes(ScenarioEvent event) {
        return event instanceof ScenarioEvent.SetTimers change
                && change.settings().containsKey(setting);
    }

    /** Whether the release allows no other value. */
    boolean isFixed() {
        return least == greatest;
    }

    /** Whether nobody sets the timer, and the simulator assumes how long it is. */
    boolean isAssumed() {
        return setting.confidence() == Confidence.ASSUMED;
    }

    /** The scenario with a value, in words such as {@code no-service-timeout 3m or less, down to 2m (it is 5m)}. */
    private Counterfactual counterfactual(long value, String words) {
        return new Counterfactual(
                isAssumed() ? Remedy.Kind.ASSUMED_LENGTH : Remedy.Kind.TIMER,
                setting.key() + " " + Words.duration(value) + words,
                with(value));
    }

    private Counterfactual counterfactual(long value, long end) {
        String range =
                value == end ? "" : (value < end ? " or more, up to " : " or less, down to ") + Words.duration(end);
        return counterfactual(
                value,
                range + (isChanged ? ", all the time (it begins with " : " (it is ") + Words.duration(present) + ")");
    }

    /** As in {@code no-service-timeout (2m to 15m)}. */
    String range() {
        return setting.key() + " (" + Words.duration(least) + " to " + Words.duration(greatest) + ")";
    }

    /** The least and the greatest value, but for that of the scenario. */
    List<Counterfactual> ends() {
        return Stream.of(least, greatest)
                .filter(value -> value != present)
                .map(value -> counterfactual(value, value))
                .toList();
    }

    /** The same scenario with one value of the timer all the time. */
    Scenario with(long millis) {
        Duration value = Duration.ofMillis(millis);
        List<ScenarioEvent> events = scenario.events().stream()
                .map(event -> changes(event) ? with(value, (ScenarioEvent.SetTimers) event) : event)
                .toList();
        return scenario.withEvents(events).with(scenario.estate().timers().with(setting, value));
    }

    private ScenarioEvent with(Duration value, ScenarioEvent.SetTimers change) {
        Map<TimerSetting, Duration> settings = new EnumMap<>(change.settings());
        settings.put(setting, value);
        return new ScenarioEvent.SetTimers(change.at(), settings);
    }

    /**
     * Longer or shorter values.
     *
     * @param found the nearest with which a run is as wanted
     * @param samples over the range, from the end of the range to the value of the scenario
     */
    record Direction(Optional<Counterfactual> found, List<Counterfactual> samples) {}

    /**
     * Values above that of the scenario and values below it; or only that with which it begins, if it is enough not to change
     * it.
     *
     * @param hits whether a run is as wanted; that of the scenario itself is not
     */
    List<Direction> directions(Predicate<Scenario> hits) {
        if (isChanged && hits.test(with(present))) {
            return List.of(new Direction(Optional.of(counterfactual(present, " all the time")), List.of()));
        }
        TreeMap<Long, Boolean> tried = new TreeMap<>();
        for (int i = 0; i <= PARTS; i++) {
            long value = least + (greatest - least) * i / PARTS;
            value -= i % PARTS == 0 ? 0 : value % SECOND;
            if (value >= least && value != present) {
                tried.put(value, hits.test(with(value)));
            }
        }
        return Stream.of(
                        tried.tailMap(present, false),
                        tried.headMap(present, false).descendingMap())
                .map(values -> new Direction(nearest(values, hits), samples(values)))
                .toList();
    }

    private List<Counterfactual> samples(NavigableMap<Long, Boolean> tried) {
        return tried.descendingMap().keySet().stream()
                .map(value -> counterfactual(value, value))
                .toList();
    }

    /** Goes away from the value of the scenario. */
    private Optional<Counterfactual> nearest(NavigableMap<Long, Boolean> tried, Predicate<Scenario> hits) {
        long miss = present;
        for (Map.Entry<Long, Boolean> value : tried.entrySet()) {
            if (value.getValue()) {
                NavigableMap<Long, Boolean> onwards = tried.tailMap(value.getKey(), true);
                boolean once = !onwards.containsValue(false);
                long nearest = once ? narrowed(miss, value.getKey(), hits) : value.getKey();
                return Optional.of(counterfactual(nearest, once ? tried.lastKey() : nearest));
            }
            miss = value.getKey();
        }
        return Optional.empty();
    }

    /** The whole second nearest to the miss that hits, by bisection. */
    private long narrowed(long miss, long hit, Predicate<Scenario> hits) {
        long bad = miss;
        long good = hit;
        while (Math.abs(good - bad) > SECOND) {
            long middle = (Math.min(good, bad) + Math.max(good, bad)) / 2 / SECOND * SECOND;
            if (middle <= Math.min(good, bad)) {
                middle += SECOND;
            }
            if (hits.test(with(middle))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }
}
