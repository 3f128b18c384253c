package org.ipsisim.estate;

import static org.ipsisim.estate.Confidence.ASSUMED;
import static org.ipsisim.estate.Confidence.DOCUMENTED;
import static org.ipsisim.estate.Confidence.FIELD_REPORT;

import java.time.Duration;
import java.util.Optional;

/**
 * One duration under a scenario's {@code timers}: its default and allowed range in the newest release, how sure the
 * default is, and which estates it bears on. {@link Release} narrows default and range for older releases.
 */
public enum TimerSetting implements Keyed {
    /** Time between two heartbeats of one server to one IPSI (R1, M3). */
    HEARTBEAT_INTERVAL("Time between two heartbeats of one server to one IPSI.", 1000, 100, 60_000, DOCUMENTED, "R1"),
    /** Silence after which the IPSI considers itself failed and resets warm (R4, M4). */
    SOCKET_SANITY_TIMEOUT("Silence after which the IPSI resets warm.", 15_000, 3000, 15_000, DOCUMENTED, "R4"),
    /** Length of a warm reset once contact is back (R10: "a few seconds"; M6). */
    WARM_RESET_DURATION(
            "Length of a warm reset once contact is back.",
            4000,
            0,
            600_000,
            ASSUMED,
            "M6",
            "A warm reset is over %s after it began, or when contact is back, whichever is later"),
    /** From the warm reset (reading {@code serial}) to the cold reset (R15, M7). */
    PN_COLD_RESET_DELAY("From the warm reset to the cold reset.", 60_000, 60_000, 120_000, DOCUMENTED, "R15"),
    /** Length of a cold reset of the port network (Q8, M9). */
    COLD_RESET_DURATION(
            "Length of a cold reset of the port network.", 30_000, 0, 600_000, ASSUMED, "M9", "A cold reset takes %s"),
    /** From the cold reset (reading {@code serial}) to the request for service (R21 to R24, M8). */
    NO_SERVICE_TIMEOUT("From the cold reset to the request for service.", 300_000, 120_000, 900_000, DOCUMENTED, "R21"),
    /** Length of the level-2 restart of a port network by a server (R17, Q8, M9, M10). */
    PN_RESTART_DURATION(
            "Length of the restart of a port network by a server.",
            60_000,
            0,
            1_800_000,
            ASSUMED,
            "M9",
            "A server restarts a port network in %s"),
    /** Missed contact after which control moves to the other IPSI of a port network (R76, M20). */
    IPSI_INTERCHANGE_DELAY(
            "Missed contact after which control moves to the other IPSI of a port network.",
            3000,
            0,
            600_000,
            FIELD_REPORT,
            "R76",
            "Control moves to the other IPSI after %s of missed contact (a field report)"),
    /** Time a server interchange takes (R67, M23). */
    SERVER_INTERCHANGE_DURATION(
            "Time a server interchange takes.", 10_000, 0, 600_000, ASSUMED, "M23", "A server interchange takes %s"),
    /** Time after an interchange in which no other one happens (R66, M23). */
    SERVER_INTERCHANGE_CURB(
            "Time after an interchange in which no other one happens.",
            300_000,
            0,
            7_200_000,
            ASSUMED,
            "M23",
            "After a server interchange there is no other one for %s"),
    /** Length of the reset of a survivable core that has lost its last port network (R59, M27). */
    SURVIVABLE_CORE_RESET(
            "Length of the reset of a survivable core that has lost its last port network.",
            120_000,
            0,
            3_600_000,
            ASSUMED,
            "M27",
            "A survivable core that has lost its last port network resets for %s");

    private final String meaning;
    private final Duration standard;
    private final Duration min;
    private final Duration max;
    private final Confidence confidence;
    private final String rule;
    private final String assumption;

    TimerSetting(String meaning, long standard, long min, long max, Confidence confidence, String rule) {
        this(meaning, standard, min, max, confidence, rule, "");
    }

    /** Times are in milliseconds. */
    TimerSetting(
            String meaning, long standard, long min, long max, Confidence confidence, String rule, String assumption) {
        this.meaning = meaning;
        this.standard = Duration.ofMillis(standard);
        this.min = Duration.ofMillis(min);
        this.max = Duration.ofMillis(max);
        this.confidence = confidence;
        this.rule = rule;
        this.assumption = assumption;
    }

    /** Whether it makes a difference to a port network: some timers need two IPSIs, two main servers or a core. */
    public boolean bearsOn(PortNetwork pn, Estate estate) {
        return switch (this) {
            case IPSI_INTERCHANGE_DELAY -> pn.duplicatedIpsis();
            case SERVER_INTERCHANGE_DURATION, SERVER_INTERCHANGE_CURB ->
                estate.main().duplex();
            case SURVIVABLE_CORE_RESET -> !estate.survivableCores().isEmpty();
            default -> true;
        };
    }

    /** Whether an administrator can change it in mid-run; the heartbeat interval is fixed in the product. */
    public boolean isAdministered() {
        return this != HEARTBEAT_INTERVAL;
    }

    /** What the simulator assumes with it, as a sentence with the value in words; empty if the default is documented. */
    public Optional<String> assumption(String value) {
        return assumption.isEmpty() ? Optional.empty() : Optional.of(assumption.replace("%s", value));
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
        for (String word : key().split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
