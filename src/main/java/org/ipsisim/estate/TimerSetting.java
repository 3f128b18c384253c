package org.ipsisim.estate;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * One duration under a scenario's {@code timers}: its key, its default and allowed range in the newest release, and
 * how sure the default is. {@link Release} narrows default and range for older releases.
 */
public enum TimerSetting {
    /** Time between two heartbeats of one server to one IPSI (R1, M3). */
    HEARTBEAT_INTERVAL(
            "heartbeat-interval",
            seconds(1),
            millis(100),
            seconds(60),
            Confidence.DOCUMENTED,
            "R1",
            "Time between two heartbeats of one server to one IPSI."),
    /** Silence after which the IPSI takes itself for sick and resets warm (R4, M4). */
    SOCKET_SANITY_TIMEOUT(
            "socket-sanity-timeout",
            seconds(15),
            seconds(3),
            seconds(15),
            Confidence.DOCUMENTED,
            "R4",
            "Silence after which the IPSI resets warm."),
    /** Length of a warm reset once contact is back (R10: "a few seconds"; M6). */
    WARM_RESET_DURATION(
            "warm-reset-duration",
            seconds(4),
            millis(0),
            minutes(10),
            Confidence.ASSUMED,
            "M6",
            "Length of a warm reset once contact is back."),
    /** From the warm reset (reading {@code serial}) to the cold reset (R15, M7). */
    PN_COLD_RESET_DELAY(
            "pn-cold-reset-delay",
            seconds(60),
            seconds(60),
            seconds(120),
            Confidence.DOCUMENTED,
            "R15",
            "From the warm reset to the cold reset."),
    /** Length of a cold reset of the port network (Q8, M9). */
    COLD_RESET_DURATION(
            "cold-reset-duration",
            seconds(30),
            millis(0),
            minutes(10),
            Confidence.ASSUMED,
            "M9",
            "Length of a cold reset of the port network."),
    /** From the cold reset (reading {@code serial}) to the request for service (R21 to R24, M8). */
    NO_SERVICE_TIMEOUT(
            "no-service-timeout",
            minutes(5),
            minutes(2),
            minutes(15),
            Confidence.DOCUMENTED,
            "R21",
            "From the cold reset to the request for service."),
    /** Length of the level-2 restart of a port network by a server (R17, Q8, M9, M10). */
    PN_RESTART_DURATION(
            "pn-restart-duration",
            seconds(60),
            millis(0),
            minutes(30),
            Confidence.ASSUMED,
            "M9",
            "Length of the restart of a port network by a server."),
    /** Missed contact after which control moves to the other IPSI of a port network (R76, M20). */
    IPSI_INTERCHANGE_DELAY(
            "ipsi-interchange-delay",
            seconds(3),
            millis(0),
            minutes(10),
            Confidence.FIELD_REPORT,
            "R76",
            "Missed contact after which control moves to the other IPSI of a port network."),
    /** Time a server interchange takes (R67, M23). */
    SERVER_INTERCHANGE_DURATION(
            "server-interchange-duration",
            seconds(10),
            millis(0),
            minutes(10),
            Confidence.ASSUMED,
            "M23",
            "Time a server interchange takes."),
    /** Time after an interchange in which no other one happens (R66, M23). */
    SERVER_INTERCHANGE_CURB(
            "server-interchange-curb",
            minutes(5),
            millis(0),
            minutes(120),
            Confidence.ASSUMED,
            "M23",
            "Time after an interchange in which no other one happens."),
    /** Length of the reset of a survivable core that has lost its last port network (R59, M27). */
    SURVIVABLE_CORE_RESET(
            "survivable-core-reset",
            minutes(2),
            millis(0),
            minutes(60),
            Confidence.ASSUMED,
            "M27",
            "Length of the reset of a survivable core that has lost its last port network.");

    private final String key;
    private final Duration standard;
    private final Duration min;
    private final Duration max;
    private final Confidence confidence;
    private final String rule;
    private final String meaning;

    TimerSetting(
            String key,
            Duration standard,
            Duration min,
            Duration max,
            Confidence confidence,
            String rule,
            String meaning) {
        this.key = key;
        this.standard = standard;
        this.min = min;
        this.max = max;
        this.confidence = confidence;
        this.rule = rule;
        this.meaning = meaning;
    }

    /** The key in a scenario file, such as {@code socket-sanity-timeout}. */
    public String key() {
        return key;
    }

    /** The default of the newest release. */
    public Duration standard() {
        return standard;
    }

    /** The least allowed value of the newest release. */
    public Duration min() {
        return min;
    }

    /** The greatest allowed value of the newest release. */
    public Duration max() {
        return max;
    }

    /** How sure the default is. */
    public Confidence confidence() {
        return confidence;
    }

    /** The rule or ruling that speaks of it, such as {@code R15}. */
    public String rule() {
        return rule;
    }

    /** What it is the time of, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** The key in JSON results, such as {@code socketSanityTimeout}. */
    public String jsonName() {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** The setting with this key in a scenario file, if there is one. */
    public static Optional<TimerSetting> find(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }

    private static Duration millis(long n) {
        return Duration.ofMillis(n);
    }

    private static Duration seconds(long n) {
        return Duration.ofSeconds(n);
    }

    private static Duration minutes(long n) {
        return Duration.ofMinutes(n);
    }
}
