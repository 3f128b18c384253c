package org.ipsisim.report;

import java.util.function.Predicate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;

/** Which impairments of the network a scenario has (N2 to N6). */
final class BadNetwork {
    private final Scenario scenario;

    BadNetwork(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Whether some heartbeats are lost by chance. */
    boolean losesByChance() {
        return hasLinkThat(link -> link.loss() > 0)
                || hasBursts()
                || hasCongestion()
                || hasMismatch()
                || hasDegradationThat(degrade -> degrade.loss().orElse(0) > 0);
    }

    boolean hasBursts() {
        return hasLinkThat(link -> link.bursts().isPresent())
                || hasDegradationThat(degrade -> degrade.bursts().isPresent());
    }

    boolean hasCongestion() {
        return scenario.events().stream().anyMatch(ScenarioEvent.Congestion.class::isInstance);
    }

    boolean hasMismatch() {
        return scenario.events().stream().anyMatch(ScenarioEvent.DuplexMismatch.class::isInstance);
    }

    /** Whether something is slower for a time. */
    boolean isSlowed() {
        return hasDegradationThat(degrade -> degrade.latency().isPresent());
    }

    private boolean hasLinkThat(Predicate<Link> condition) {
        return scenario.estate().links().stream().anyMatch(condition);
    }

    private boolean hasDegradationThat(Predicate<ScenarioEvent.Degrade> condition) {
        return scenario.events().stream()
                .anyMatch(event -> event instanceof ScenarioEvent.Degrade degrade && condition.test(degrade));
    }
}
