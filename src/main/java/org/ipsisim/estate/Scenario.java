package org.ipsisim.estate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An estate, what happens to it and for how long, and what is expected of the run.
 *
 * @param story its title, its description and the customer's clock
 * @param duration how long the run is; it covers the half-open span from 0 to here
 * @param seed of every random draw
 * @param estate what is administered
 * @param events what happens, in the order of the file; the order has no meaning (M2)
 * @param randomOutages what else fails, at random; another seed gives other outages
 * @param expectations what is checked after the run
 * @param provenance where in the file the values are
 * @param workLimit how many times 30 million steps of work a run may take before it is given up, 1 or more
 */
public record Scenario(
        Story story,
        Duration duration,
        long seed,
        Estate estate,
        List<ScenarioEvent> events,
        List<RandomOutage> randomOutages,
        List<Expectation> expectations,
        Provenance provenance,
        int workLimit) {
    /** The seed of a scenario that gives none. */
    public static final long DEFAULT_SEED = 1;

    /** How many times 30 million steps a run of a command may take unless told otherwise: a minute, on a usual machine. */
    public static final int USUAL_WORK = 20;

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

    /** A scenario of which a run takes the usual work at most. */
    public Scenario(
            String title,
            String description,
            Duration duration,
            long seed,
            Estate estate,
            List<ScenarioEvent> events,
            List<RandomOutage> randomOutages,
            List<Expectation> expectations,
            Provenance provenance) {
        this(new Story(title, description), duration, seed, estate, events, randomOutages, expectations, provenance, 1);
    }

    /** Its title: a few words. */
    public String title() {
        return story.title();
    }

    /** Why it is worth running; may be empty. */
    public String description() {
        return story.description();
    }

    /** What the customer's clock shows during the run; empty if the scenario has no {@code start}. */
    public Optional<WallClock> clock() {
        return story.clock();
    }

    /**
     * The timers in force at a time; who asks often asks {@link #timersOverTime}.
     *
     * @param at milliseconds from the start
     */
    public Timers timersAt(long at) {
        return timersOverTime().at(at);
    }

    /** Which timers are in force when. */
    public TimersOverTime timersOverTime() {
        return new TimersOverTime(this);
    }

    /** The same scenario with another story. */
    public Scenario with(Story other) {
        return new Scenario(other, duration, seed, estate, events, randomOutages, expectations, provenance, workLimit);
    }

    /** The same scenario with another title and description. */
    public Scenario titled(String other, String otherDescription) {
        return with(new Story(other, otherDescription, story.clock(), story.labels()));
    }

    /** The same scenario with another seed. */
    public Scenario withSeed(long other) {
        return new Scenario(story, duration, other, estate, events, randomOutages, expectations, provenance, workLimit);
    }

    /** The same scenario with another length. */
    public Scenario lasting(Duration other) {
        return new Scenario(story, other, seed, estate, events, randomOutages, expectations, provenance, workLimit);
    }

    /** The same scenario with another estate. */
    public Scenario with(Estate other) {
        return new Scenario(story, duration, seed, other, events, randomOutages, expectations, provenance, workLimit);
    }

    /** The same scenario with other timers. */
    public Scenario with(Timers timers) {
        return with(estate.with(timers));
    }

    /** The same scenario of which a run may take so many times the usual work. */
    public Scenario withWorkLimit(int times) {
        return new Scenario(story, duration, seed, estate, events, randomOutages, expectations, provenance, times);
    }

    /** The same scenario with other provenance. */
    public Scenario with(Provenance other) {
        return new Scenario(story, duration, seed, estate, events, randomOutages, expectations, other, workLimit);
    }

    /** The same scenario with other events. */
    public Scenario withEvents(List<ScenarioEvent> others) {
        return new Scenario(story, duration, seed, estate, others, randomOutages, expectations, provenance, workLimit);
    }

    /** The same scenario with other targets of its events and random outages. */
    public Scenario withTargets(UnaryOperator<Target> other) {
        return withEvents(events.stream().map(event -> event.withTarget(other)).toList())
                .withRandomOutages(randomOutages.stream()
                        .map(outage -> outage.withTargets(other))
                        .toList());
    }

    /** The same scenario with other random outages. */
    public Scenario withRandomOutages(List<RandomOutage> others) {
        return new Scenario(story, duration, seed, estate, events, others, expectations, provenance, workLimit);
    }

    /** The same scenario with only these events and no random outages. */
    public Scenario withOnly(List<ScenarioEvent> others) {
        return withEvents(others).withRandomOutages(List.of());
    }

    /** The same scenario without expectations. */
    public Scenario withoutExpectations() {
        return new Scenario(story, duration, seed, estate, events, randomOutages, List.of(), provenance, workLimit);
    }
}
