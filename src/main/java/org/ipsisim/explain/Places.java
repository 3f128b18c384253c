package org.ipsisim.explain;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Provenance.Place;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.TimersOverTime;

/** Where values stand, in words: a line of the file, or a part of the command line. */
final class Places {
    private final Scenario scenario;
    private final Provenance provenance;
    private final TimersOverTime timers;
    private final NavigableMap<String, Place> setByCommandLine = new TreeMap<>();

    Places(Scenario scenario) {
        this.scenario = scenario;
        this.provenance = scenario.provenance();
        this.timers = scenario.timersOverTime();
        provenance.places().forEach((path, place) -> {
            if (place instanceof Place.CommandLine) {
                setByCommandLine.put(path, place);
            }
        });
    }

    /** The place of a key path, if something set it. */
    Optional<String> find(String keyPath) {
        return provenance.find(keyPath).map(this::words);
    }

    /** The place of an entry of a list, with what the command line changes within it; empty if nothing set it. */
    String ofEntry(String keyPath) {
        TreeSet<String> changes = new TreeSet<>();
        setByCommandLine.tailMap(keyPath + ".").entrySet().stream()
                .takeWhile(within -> within.getKey().startsWith(keyPath + "."))
                .forEach(within -> changes.add(words(within.getValue())));
        StringBuilder text = new StringBuilder(find(keyPath).orElse(""));
        for (String change : changes) {
            if (text.indexOf(change) < 0) {
                text.append(text.isEmpty() ? "" : ", ").append(change);
            }
        }
        return text.toString();
    }

    /**
     * What set a timer to the value with which it was started.
     *
     * @param startedAt milliseconds from the start
     */
    String ofTimer(TimerSetting setting, long startedAt) {
        return findChange(setting, startedAt).orElseGet(() -> atStart(setting));
    }

    /** The latest change in mid-run by then; of several at one instant the one that took effect. */
    private Optional<String> findChange(TimerSetting setting, long startedAt) {
        Duration inForce = timers.at(startedAt).get(setting);
        List<ScenarioEvent> events = scenario.events();
        Optional<String> latest = Optional.empty();
        long latestAt = -1;
        for (int i = 0; i < events.size(); i++) {
            long at = events.get(i).at().toMillis();
            if (events.get(i) instanceof ScenarioEvent.SetTimers change
                    && at <= startedAt
                    && at >= latestAt
                    && change.settings().containsKey(setting)
                    && (at > latestAt || inForce.equals(change.settings().get(setting)))) {
                latestAt = at;
                String key = "events[" + i + "].set-timers." + setting.key();
                String event = ofEntry("events[" + i + "]");
                latest = Optional.of(find(key).orElse(event.isEmpty() ? "set in mid-run" : event));
            }
        }
        return latest;
    }

    private String atStart(TimerSetting setting) {
        return find("timers." + setting.key()).orElseGet(() -> standard(setting));
    }

    private String standard(TimerSetting setting) {
        Release release = scenario.estate().release();
        if (!scenario.estate().timers().get(setting).equals(release.defaultOf(setting))) {
            return "set for this run";
        }
        boolean ofRelease = !release.defaultOf(setting).equals(setting.standard());
        return (ofRelease ? "default of " + release.key() : "default") + ", "
                + setting.confidence().word();
    }

    private String words(Place place) {
        if (place instanceof Place.CommandLine override) {
            return "--set " + override.assignment();
        }
        return place instanceof Place.Included included
                ? included.file() + ":" + included.number()
                : provenance.file() + ":" + ((Place.Line) place).number();
    }
}
