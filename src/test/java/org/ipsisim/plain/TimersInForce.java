package org.ipsisim.plain;

import java.time.Duration;
import java.util.Map;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;

/** The timers in force at this instant; an administrator may change them in mid-run. */
final class TimersInForce {
    private final Scenario scenario;
    private Timers timers;

    TimersInForce(Scenario scenario) {
        this.scenario = scenario;
        timers = scenario.estate().timers();
    }

    Timers get() {
        return timers;
    }

    long millis(TimerSetting setting) {
        return timers.millis(setting);
    }

    /** The socket sanity time-out that is in force at a time, also at one to come. */
    long sanityAt(long at) {
        return scenario.timersAt(at).millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
    }

    void set(Map<TimerSetting, Duration> settings) {
        settings.forEach((setting, value) -> timers = timers.with(setting, value));
    }
}
