package org.ipsisim.report;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Provenance.Place;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Words;

/** Where the values of a scenario's timers come from. */
final class Origins {
    private final Scenario scenario;

    Origins(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Whether the user chose the timer's value, or the simulator did. */
    boolean isGiven(TimerSetting setting) {
        return find("timers." + setting.key()).isPresent() || !isDefault(setting);
    }

    /** Whether the simulator chose how long calls of some traffic are in set-up. */
    boolean isSetUpAssumed() {
        for (int i = 0; i < scenario.estate().portNetworks().size(); i++) {
            String traffic = "port-networks[" + i + "].traffic";
            if (find(traffic).isPresent() && find(traffic + ".set-up").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What set a timer at the start of the run, and the changes in mid-run. */
    String of(TimerSetting setting) {
        String start = find("timers." + setting.key()).orElseGet(() -> standard(setting));
        StringBuilder origin = new StringBuilder(start);
        for (ScenarioEvent event : scenario.events()) {
            if (event instanceof ScenarioEvent.SetTimers change) {
                appendChange(origin, setting, change);
            }
        }
        return origin.toString();
    }

    /** The place in words that set a key path, if something did. */
    Optional<String> find(String keyPath) {
        Optional<Place> place = scenario.provenance().find(keyPath);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                place.get() instanceof Place.Line line
                        ? "scenario line " + line.number()
                        : "--set " + ((Place.CommandLine) place.get()).assignment());
    }

    private String standard(TimerSetting setting) {
        if (!isDefault(setting)) {
            return "set for this run";
        }
        Release release = scenario.estate().release();
        return release.defaultOf(setting).equals(setting.standard()) ? "default" : "release " + release.key();
    }

    private boolean isDefault(TimerSetting setting) {
        Duration value = scenario.estate().timers().get(setting);
        return value.equals(scenario.estate().release().defaultOf(setting));
    }

    private static void appendChange(StringBuilder origin, TimerSetting setting, ScenarioEvent.SetTimers change) {
        for (Map.Entry<TimerSetting, Duration> entry : change.settings().entrySet()) {
            if (entry.getKey() == setting) {
                origin.append(", then ")
                        .append(Words.duration(entry.getValue().toMillis()))
                        .append(" from ")
                        .append(Words.duration(change.at().toMillis()));
            }
        }
    }
}
