package org.ipsisim.estate;

import java.time.Duration;

/** A Communication Manager release, with its rules for timers and fallback (R4, R21, R54, R58). */
public enum Release implements Keyed {
    CM_3_0("cm-3.0"),
    CM_3_1_3("cm-3.1.3"),
    CM_4("cm-4"),
    CM_5("cm-5"),
    CM_6("cm-6");

    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

    private final String key;

    Release(String key) {
        this.key = key;
    }

    /** The word in a scenario file, such as {@code cm-3.1.3}. */
    @Override
    public String key() {
        return key;
    }

    /** The default of a timer in this release: three missed heartbeats before CM 5.0 (R4). */
    public Duration defaultOf(TimerSetting setting) {
        return setting == TimerSetting.SOCKET_SANITY_TIMEOUT && before(CM_5) ? THREE_SECONDS : setting.standard();
    }

    /** The least allowed value of a timer in this release: no-service from 3 min before CM 6 (R21, C3). */
    public Duration minOf(TimerSetting setting) {
        return setting == TimerSetting.NO_SERVICE_TIMEOUT && before(CM_6) ? Duration.ofMinutes(3) : setting.min();
    }

    /** The greatest allowed value of a timer in this release: in CM 3.0 the sanity time-out cannot be changed (R4). */
    public Duration maxOf(TimerSetting setting) {
        return setting == TimerSetting.SOCKET_SANITY_TIMEOUT && this == CM_3_0 ? THREE_SECONDS : setting.max();
    }

    /** Whether only the vendor's engineers can change a timer: the sanity time-out before CM 5.0 (R4). */
    public boolean reservesForEngineers(TimerSetting setting) {
        return setting == TimerSetting.SOCKET_SANITY_TIMEOUT && before(CM_5);
    }

    /** Whether a port network can return to the main once its connection has been up long enough (R54, R58). */
    public boolean returnsByConnection() {
        return !before(CM_6);
    }

    private boolean before(Release other) {
        return compareTo(other) < 0;
    }
}
