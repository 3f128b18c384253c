package org.ipsisim.plain;

import java.time.Duration;
import java.util.Map;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;

/** The timers in force at this instant; an administrator may change them in mid-run. */
final class TimersInForce {
    private Timers timers;

    TimersInForce(Timers timers) {
        this.timers = timers;
    }

    Timers get() {
        return timers;
    }

    long millis(TimerSetting setting) {
        return timers.millis(setting);
    }

    void set(Map<TimerSetting, Duration> settings) {
        settings.forEach((setting, value) -> timers = timers.with(setting, value));
    }
}
