package org.ipsisim.estate;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An estate, what happens to it and for how long, and what is expected of the run.
 *
 * @param title in a few words
 * @param description why it is worth running; may be empty
 * @param duration how long the run is; it covers the half-open span from 0 to here
 * @param seed of every random draw
 * @param estate what is administered
 * @param events what happens, in the order of the file; the order has no meaning (M2)
 * @param randomOutages what happens besides, by chance: other outages with another seed
 * @param expectations what is checked after the run
 * @param provenance where the values stand in the file
 */
public record Scenario(
        String title,
        String description,
        Duration duration,
        long seed,
        Estate estate,
        List<ScenarioEvent> events,
        List<RandomOutage> randomOutages,
        List<Expectation> expectations,
        Provenance provenance) {
    /** Seed of a scenario that gives none. */
    public static final long DEFAULT_SEED = 1;

    /**
     * Keeps copies of the lists.
     *
     * @throws IllegalArgumentException if the duration is not positive
     */
    public Scenario {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("duration must be longer than 0s");
        }
        events = List.copyOf(events);
        randomOutages = List.copyOf(randomOutages);
        expectations = List.copyOf(expectations);
    }

    /** A scenario without random outages. */
    public Scenario(
            String title,
            String description,
            Duration duration,
            long seed,
            Estate estate,
            List<ScenarioEvent> events,
            List<Expectation> expectations,
            Provenance provenance) {
        this(title, description, duration, seed, estate, events, List.of(), expectations, provenance);
    }

    /**
     * The timers in force at a time: those of the file, with every change that an event has made by then.
     *
     * @param at milliseconds from the start
     */
    public Timers timersAt(long at) {
        List<ScenarioEvent.SetTimers> changes = events.stream()
                .filter(ScenarioEvent.SetTimers.class::isInstance)
                .map(ScenarioEvent.SetTimers.class::cast)
                .filter(change -> change.at().toMillis() <= at)
                .sorted(Comparator.comparing(ScenarioEvent.SetTimers::at))
                .toList();
        Timers timers = estate.timers();
        for (ScenarioEvent.SetTimers change : changes) {
            for (Map.Entry<TimerSetting, Duration> setting : change.settings().entrySet()) {
                timers = timers.with(setting.getKey(), setting.getValue());
            }
        }
        return timers;
    }

    /** The same scenario with another seed. */
    public Scenario withSeed(long other) {
        return new Scenario(
                title, description, duration, other, estate, events, randomOutages, expectations, provenance);
    }

    /** The same scenario with other events. */
    public Scenario with(List<ScenarioEvent> others) {
        return new Scenario(
                title, description, duration, seed, estate, others, randomOutages, expectations, provenance);
    }

    /** The same scenario with other timers. */
    public Scenario with(Timers timers) {
        return new Scenario(
                title,
                description,
                duration,
                seed,
                estate.with(timers),
                events,
                randomOutages,
                expectations,
                provenance);
    }

    /** The same scenario with another length. */
    public Scenario lasting(Duration other) {
        return new Scenario(title, description, other, seed, estate, events, randomOutages, expectations, provenance);
    }

    /** The same scenario, of which nothing is expected. */
    public Scenario withoutExpectations() {
        return new Scenario(title, description, duration, seed, estate, events, randomOutages, List.of(), provenance);
    }

    /** The same scenario, in which nothing but these events happens. */
    public Scenario withOnly(List<ScenarioEvent> others) {
        return new Scenario(title, description, duration, seed, estate, others, expectations, provenance);
    }
}
