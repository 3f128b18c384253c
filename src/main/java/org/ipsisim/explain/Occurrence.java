package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.network.OutageDraws;
import org.ipsisim.scenario.EventText;

/**
 * An event of a run: one of the file, or an outage by chance.
 *
 * @param event what happens
 * @param source what says so
 */
record Occurrence(ScenarioEvent event, Step.Origin source) {
    /** All of a scenario: those of the file in its order, then those by chance. */
    static List<Occurrence> of(Scenario scenario) {
        Places places = new Places(scenario);
        List<Occurrence> all = new ArrayList<>();
        for (int i = 0; i < scenario.events().size(); i++) {
            ScenarioEvent event = scenario.events().get(i);
            all.add(new Occurrence(
                    event, new Step.Origin(EventText.of(event, scenario), places.ofEntry("events[" + i + "]"))));
        }
        List<List<ScenarioEvent>> byChance = OutageDraws.outagesOf(scenario);
        for (int i = 0; i < byChance.size(); i++) {
            String place = places.ofEntry("random-outages[" + i + "]");
            for (ScenarioEvent event : byChance.get(i)) {
                String words = "by chance, seed " + scenario.seed() + ": " + EventText.of(event, scenario);
                all.add(new Occurrence(event, new Step.Origin(words, place)));
            }
        }
        return all;
    }

    /** The events alone. */
    static List<ScenarioEvent> events(List<Occurrence> occurrences) {
        return occurrences.stream().map(Occurrence::event).toList();
    }

    long at() {
        return event.at().toMillis();
    }

    /** Whether it strikes or mends a thing, such as {@code wan} or {@code main-a}. */
    boolean strikes(String subject) {
        return event.findTarget().filter(target -> target.covers(subject)).isPresent();
    }
}
