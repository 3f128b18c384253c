package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** What stands in the scenario about the entries of a trace that nothing else led to. */
final class Sources {
    private final Scenario scenario;
    private final Places places;
    private final List<Occurrence> occurrences;

    Sources(Scenario scenario) {
        this(scenario, Occurrence.of(scenario));
    }

    /** @param occurrences where the events of the scenario come from, in their order */
    Sources(Scenario scenario, List<Occurrence> occurrences) {
        this.scenario = scenario;
        this.places = new Places(scenario);
        this.occurrences = occurrences;
    }

    /** Everything that happens to the estate. */
    List<Occurrence> occurrences() {
        return occurrences;
    }

    /** What brought an entry about, if it was the scenario. */
    Optional<Step.Origin> of(TraceEntry entry) {
        if (entry.event() > 0) {
            return Optional.of(occurrences.get(entry.event() - 1).source());
        }
        if (entry.is(CommandHappening.ReturnDue.class)) {
            return Optional.of(fallback());
        }
        return entry.isRoot() && entry.is(PnHappening.ContactLost.class) ? losses() : Optional.empty();
    }

    /** How port networks return to the main. */
    Step.Origin fallback() {
        Fallback fallback = scenario.estate().fallback();
        String key = "auto-return";
        String words = "auto-return: " + fallback.key();
        if (fallback instanceof Fallback.Scheduled scheduled) {
            key = "scheduled-at";
            words += ", at " + Moments.of(scenario).exact(scheduled.at().toMillis());
        } else if (fallback instanceof Fallback.ConnectionUp up) {
            key = "connection-up-time";
            words += ", after " + Words.duration(up.upTime().toMillis());
        }
        String standard = fallback instanceof Fallback.Manual ? "default" : "";
        String place = places.find("fallback." + key)
                .or(() -> places.find("fallback.auto-return"))
                .orElse(standard);
        return new Step.Origin(words, place);
    }

    /** The links that lose heartbeats by themselves. */
    private Optional<Step.Origin> losses() {
        List<String> words = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<Link> links = scenario.estate().links();
        for (int i = 0; i < links.size(); i++) {
            String own = losses(links.get(i));
            if (!own.isEmpty()) {
                words.add(own);
                String place = places.ofEntry("links[" + i + "]");
                if (!place.isEmpty()) {
                    lines.add(place);
                }
            }
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.Origin(NumberList.joined(words), NumberList.joined(lines)));
    }

    private static String losses(Link link) {
        List<String> words = new ArrayList<>();
        if (link.loss() > 0) {
            words.add(Words.percent(link.loss()));
        }
        link.bursts().ifPresent(bursts -> words.add(Words.percent(bursts.loss()) + " in bursts"));
        return words.isEmpty() ? "" : link.id() + " loses " + NumberList.joined(words);
    }
}
