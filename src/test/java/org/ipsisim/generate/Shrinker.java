package org.ipsisim.generate;

import java.util.Optional;
import java.util.function.Predicate;
import org.ipsisim.estate.Scenario;

/** Makes a failing scenario small: takes the first of its {@link Reductions} that still fails, as long as there is one. */
public final class Shrinker {
    private static final int MOST_RUNS = 5000;

    private final Predicate<Scenario> fails;
    private int runs;

    private Shrinker(Predicate<Scenario> fails) {
        this.fails = fails;
    }

    /**
     * A small scenario that fails too.
     *
     * @param scenario one that fails
     * @param fails whether a scenario fails
     */
    public static Scenario shrink(Scenario scenario, Predicate<Scenario> fails) {
        Shrinker shrinker = new Shrinker(fails);
        Scenario small = scenario;
        Optional<Scenario> smaller = shrinker.reduce(small);
        while (smaller.isPresent()) {
            small = smaller.get();
            smaller = shrinker.reduce(small);
        }
        return small;
    }

    private Optional<Scenario> reduce(Scenario scenario) {
        return Reductions.of(scenario)
                .takeWhile(candidate -> runs++ < MOST_RUNS)
                .filter(fails)
                .findFirst();
    }
}
