package org.ipsisim.survivability;

import java.time.Duration;
import java.util.Map;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.heartbeat.SanityTimeouts;

/** The timers as they are now; an administrator may change them in mid-run. */
final class TimersInForce {
    private final SanityTimeouts sanity;
    private final SanityTimeouts interchangeDelay;
    private Timers timers;

    TimersInForce(Timers timers) {
        this.timers = timers;
        this.sanity = new SanityTimeouts(timers.millis(TimerSetting.SOCKET_SANITY_TIMEOUT));
        this.interchangeDelay = new SanityTimeouts(interchangeDelayNow());
    }

    long millis(TimerSetting setting) {
        return timers.millis(setting);
    }

    EscalationReading reading() {
        return timers.reading();
    }

    CallsDropReading callsDrop() {
        return timers.callsDrop();
    }

    SanityTimeouts sanity() {
        return sanity;
    }

    /** After so much silence an IPSI is unhealthy (M20): no sooner than a heartbeat can be missed. */
    SanityTimeouts interchangeDelay() {
        return interchangeDelay;
    }

    private long interchangeDelayNow() {
        return Math.max(millis(TimerSetting.IPSI_INTERCHANGE_DELAY), millis(TimerSetting.HEARTBEAT_INTERVAL));
    }

    /** New values count for what is armed from now on. */
    void change(long now, Map<TimerSetting, Duration> settings) {
        for (Map.Entry<TimerSetting, Duration> setting : settings.entrySet()) {
            timers = timers.with(setting.getKey(), setting.getValue());
            if (setting.getKey() == TimerSetting.SOCKET_SANITY_TIMEOUT) {
                sanity.change(now, setting.getValue().toMillis());
            } else if (setting.getKey() == TimerSetting.IPSI_INTERCHANGE_DELAY) {
                interchangeDelay.change(now, interchangeDelayNow());
            }
        }
    }
}
