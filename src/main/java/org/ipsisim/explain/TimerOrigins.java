package org.ipsisim.explain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;

/** What set the timers of a scenario, at any time of the run. */
final class TimerOrigins {
    private final Scenario scenario;
    private final Places places;

    TimerOrigins(Scenario scenario) {
        this.scenario = scenario;
        this.places = new Places(scenario.provenance());
    }

    /**
     * What set a timer to the value with which it was started.
     *
     * @param startedAt milliseconds from the start
     */
    String of(TimerSetting setting, long startedAt) {
        return findChange(setting, startedAt).orElseGet(() -> atStart(setting));
    }

    /** The latest change in mid-run by then; of several at one instant the one that took effect. */
    private Optional<String> findChange(TimerSetting setting, long startedAt) {
        Duration inForce = scenario.timersAt(startedAt).get(setting);
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
                String event = places.ofEntry("events[" + i + "]");
                latest = Optional.of(places.find(key).orElse(event.isEmpty() ? "set in mid-run" : event));
            }
        }
        return latest;
    }

    private String atStart(TimerSetting setting) {
        return places.find("timers." + setting.key()).orElseGet(() -> standard(setting));
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
}
