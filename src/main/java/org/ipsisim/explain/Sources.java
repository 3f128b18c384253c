package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.Happening;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** What stands in the scenario about the entries of a trace that nothing else led to. */
final class Sources {
    private final Scenario scenario;
    private final Places places;
    private final List<Occurrence> occurrences;

    Sources(Scenario scenario) {
        this.scenario = scenario;
        this.places = new Places(scenario.provenance());
        this.occurrences = Occurrence.of(scenario);
    }

    /** Everything that happens to the estate. */
    List<Occurrence> occurrences() {
        return occurrences;
    }

    /** What brought an entry about, if it was the scenario. */
    Optional<Origin> of(TraceEntry entry) {
        return entry.cause() == TraceEntry.SCENARIO ? find(entry) : Optional.empty();
    }

    private Optional<Origin> find(TraceEntry entry) {
        Happening what = entry.what();
        if (what instanceof Happening.Failed) {
            return first(fault -> fault.begins(entry.at()) && fault.strikes(entry.subject()) && breaks(fault));
        }
        if (what instanceof Happening.Degraded) {
            return first(fault -> fault.begins(entry.at()) && fault.strikes(entry.subject()) && !breaks(fault));
        }
        if (what instanceof Happening.Restored || what instanceof Happening.DegradationEnded) {
            return first(fault -> fault.ends(entry.at()) && fault.strikes(entry.subject()));
        }
        if (what instanceof Happening.ReturnDue) {
            return Optional.of(fallback());
        }
        return what instanceof Happening.ContactLost ? losses() : first(command -> isCommand(command, entry));
    }

    private static boolean breaks(Occurrence fault) {
        return fault.event().isFault();
    }

    private Optional<Origin> first(Predicate<Occurrence> which) {
        return occurrences.stream().filter(which).findFirst().map(Occurrence::source);
    }

    private boolean isCommand(Occurrence command, TraceEntry entry) {
        ScenarioEvent event = command.event();
        Happening what = entry.what();
        if (command.at() != entry.at()) {
            return false;
        }
        if (event instanceof ScenarioEvent.SetTimers) {
            return what instanceof Happening.TimersChanged;
        }
        if (event instanceof ScenarioEvent.ForcedTakeover takeover) {
            return what instanceof Happening.TakeoverForced forced
                    && forced.cluster() == takeover.cluster()
                    && takeover.portNetworks().stream()
                            .anyMatch(pn -> entry.subject().equals("pn-" + pn));
        }
        if (event instanceof ScenarioEvent.Interchange) {
            return entry.subject().equals("main");
        }
        if (event instanceof ScenarioEvent.Disable disable) {
            return entry.subject().equals(nameOf(disable.cluster()));
        }
        if (event instanceof ScenarioEvent.Enable enable) {
            return entry.subject().equals(nameOf(enable.cluster()));
        }
        if (event instanceof ScenarioEvent.BusyOut busyOut) {
            return entry.subject().equals("ipsi-" + busyOut.ipsi());
        }
        return event instanceof ScenarioEvent.ReleaseBusyOut release
                && entry.subject().equals("ipsi-" + release.ipsi());
    }

    private String nameOf(int cluster) {
        return cluster == scenario.estate().main().cluster() ? "main" : "sc-" + cluster;
    }

    /** How port networks return to the main. */
    Origin fallback() {
        Fallback fallback = scenario.estate().fallback();
        String key = "auto-return";
        String words = "auto-return: " + fallback.key();
        if (fallback instanceof Fallback.Scheduled scheduled) {
            key = "scheduled-at";
            words += ", at " + Words.duration(scheduled.at().toMillis());
        } else if (fallback instanceof Fallback.ConnectionUp up) {
            key = "connection-up-time";
            words += ", after " + Words.duration(up.upTime().toMillis());
        }
        String standard = fallback instanceof Fallback.Manual ? "default" : "";
        String place = places.find("fallback." + key)
                .or(() -> places.find("fallback.auto-return"))
                .orElse(standard);
        return new Origin(words, place);
    }

    /** The links that lose heartbeats by themselves. */
    private Optional<Origin> losses() {
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
                : Optional.of(new Origin(NumberList.joined(words), NumberList.joined(lines)));
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
