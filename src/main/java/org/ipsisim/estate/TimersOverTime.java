package org.ipsisim.estate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The timers of a scenario over time: those of the file, with every change that an event makes. */
public final class TimersOverTime {
    private final TreeMap<Long, Timers> from = new TreeMap<>();

    /** The timers of one scenario. */
    TimersOverTime(Scenario scenario) {
        from.put(Long.MIN_VALUE, scenario.estate().timers());
        List<ScenarioEvent.SetTimers> changes = new ArrayList<>();
        for (ScenarioEvent event : scenario.events()) {
            if (event instanceof ScenarioEvent.SetTimers change) {
                changes.add(change);
            }
        }
        changes.sort(Comparator.comparing(ScenarioEvent.SetTimers::at));
        for (ScenarioEvent.SetTimers change : changes) {
            Timers timers = from.lastEntry().getValue();
            for (Map.Entry<TimerSetting, Duration> setting : change.settings().entrySet()) {
                timers = timers.with(setting.getKey(), setting.getValue());
            }
            from.put(change.at().toMillis(), timers);
        }
    }

    /** Those in force at a time in milliseconds from the start. */
    public Timers at(long at) {
        return from.floorEntry(at).getValue();
    }
}
