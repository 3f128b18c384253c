package org.ipsisim.study;

import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;

/**
 * One scenario of several that are run for a question.
 *
 * @param settings the assignments that make it differ from its file, such as {@code timers.no-service-timeout=2m}
 * @param scenario what is run
 */
public record Variant(List<String> settings, Scenario scenario) {
    /** Keeps a copy of the assignments. */
    public Variant {
        settings = List.copyOf(settings);
    }

    /**
     * Runs it; a pure function.
     *
     * @param detail how much the history shows: resets are enough for totals
     * @throws RunTooLarge if it asks for more than one run does
     */
    public History run(Detail detail) {
        try {
            return Simulation.run(scenario, detail);
        } catch (RunTooLarge e) {
            throw e.with(settings);
        }
    }

    /** The same with another seed. */
    public Variant withSeed(long seed) {
        return new Variant(settings, scenario.withSeed(seed));
    }

    /** What it sets that another one does not: in words, what is different about it. */
    public List<String> settingsBeyond(Variant other) {
        return settings.stream()
                .filter(setting -> !other.settings.contains(setting))
                .toList();
    }
}
