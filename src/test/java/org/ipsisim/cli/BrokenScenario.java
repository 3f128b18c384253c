package org.ipsisim.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;

/** A scenario that its reader would refuse: the simulator fails on it in the middle of the run. */
final class BrokenScenario {
    private BrokenScenario() {}

    static Scenario of(Scenario right) {
        List<ScenarioEvent> events = new ArrayList<>(right.events());
        events.add(new ScenarioEvent.Fail(Duration.ofSeconds(90), new Target.OfLink("no-such-link"), Optional.empty()));
        return right.withEvents(events);
    }
}
