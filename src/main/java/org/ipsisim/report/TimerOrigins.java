package org.ipsisim.report;

import java.util.Optional;
import org.ipsisim.estate.Provenance.Place;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Words;

/** Where the values of a scenario's timers come from. */
record TimerOrigins(Scenario scenario) {
    /** Whether the user chose the timer's value, rather than the simulator. */
    boolean isGiven(TimerSetting setting) {
        return find("timers." + setting.key()).isPresent() || !isDefault(setting);
    }

    /** What set a timer at the start of the run, and the changes during the run. */
    String of(TimerSetting setting) {
        StringBuilder origin = new StringBuilder(find("timers." + setting.key()).orElseGet(() -> standard(setting)));
        for (ScenarioEvent event : scenario.events()) {
            if (event instanceof ScenarioEvent.SetTimers change
                    && change.settings().containsKey(setting)) {
                origin.append(", then ")
                        .append(Words.duration(change.settings().get(setting).toMillis()));
                origin.append(" from ")
                        .append(Moments.of(scenario).exact(change.at().toMillis()));
            }
        }
        return origin.toString();
    }

    /** The place in words that set a key path, if something did. */
    Optional<String> find(String keyPath) {
        return scenario.provenance().find(keyPath).map(TimerOrigins::words);
    }

    private static String words(Place place) {
        if (place instanceof Place.CommandLine override) {
            return "--set " + override.assignment();
        }
        return place instanceof Place.Included included
                ? included.file() + " line " + included.number()
                : "scenario line " + ((Place.Line) place).number();
    }

    private String standard(TimerSetting setting) {
        Release release = scenario.estate().release();
        return !isDefault(setting)
                ? "set for this run"
                : release.defaultOf(setting).equals(setting.standard()) ? "default" : "release " + release.key();
    }

    private boolean isDefault(TimerSetting setting) {
        return scenario.estate()
                .timers()
                .get(setting)
                .equals(scenario.estate().release().defaultOf(setting));
    }
}
