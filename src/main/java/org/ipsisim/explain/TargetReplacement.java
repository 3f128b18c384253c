package org.ipsisim.explain;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;

/** What strikes a target strikes another one instead. */
final class TargetReplacement {
    private TargetReplacement() {}

    /** The same scenario with other targets of its events and random outages. */
    static Scenario of(Scenario scenario, UnaryOperator<Target> other) {
        List<RandomOutage> outages = scenario.randomOutages().stream()
                .map(outage -> new RandomOutage(
                        outage.targets().stream().map(other).toList(),
                        outage.together(),
                        outage.betweenFailures(),
                        outage.repair()))
                .toList();
        return new Scenario(
                scenario.title(),
                scenario.description(),
                scenario.duration(),
                scenario.seed(),
                scenario.estate(),
                scenario.events().stream().map(event -> of(event, other)).toList(),
                outages,
                List.of(),
                scenario.provenance());
    }

    /** The same event on the target that takes the place of its own; events without a target stay as they are. */
    private static ScenarioEvent of(ScenarioEvent event, UnaryOperator<Target> other) {
        if (event instanceof ScenarioEvent.Fail e) {
            return new ScenarioEvent.Fail(e.at(), other.apply(e.target()), e.duration());
        }
        if (event instanceof ScenarioEvent.Restore e) {
            return new ScenarioEvent.Restore(e.at(), other.apply(e.target()));
        }
        if (event instanceof ScenarioEvent.Flap e) {
            return new ScenarioEvent.Flap(e.at(), other.apply(e.target()), e.down(), e.up(), e.times());
        }
        if (event instanceof ScenarioEvent.Degrade e) {
            return new ScenarioEvent.Degrade(
                    e.at(), other.apply(e.target()), e.loss(), e.latency(), e.bursts(), e.duration());
        }
        return event;
    }
}
