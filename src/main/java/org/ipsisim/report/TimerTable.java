package org.ipsisim.report;

import static org.ipsisim.estate.CallsDropReading.AT_COLD_RESET;
import static org.ipsisim.estate.EscalationReading.SERIAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.SipSetting;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

/** Every timer, reading and setting of phones in force in a run, with where its value comes from and how sure it is. */
public final class TimerTable {
    private static final String GIVEN = "given";

    /** The sources disagree; the article's reading is the default (C1, C2). */
    private static final String CONFLICTING = "conflicting";

    /**
     * One timer, reading or setting in force, and where its value comes from.
     *
     * @param key its key under the scenario's {@code timers} or {@code sip.settings}, such as {@code no-service-timeout}
     * @param value its value as a scenario file writes it, such as {@code 5m} or {@code serial}
     * @param origin what set it: {@code scenario line 12}, {@code --set timers.no-service-timeout=2m},
     *     {@code release cm-4}, {@code default}
     * @param confidence how sure the value is: {@code given} if the user set it, else how sure the default is
     * @param rule the rules and rulings that speak of it, such as {@code R21} or {@code C1, M14}
     */
    public record TimerLine(String key, String value, String origin, String confidence, String rule) {}

    private TimerTable() {}

    /** The timers in the order of the scenario format, then the two readings. */
    public static List<TimerLine> of(History history) {
        Timers timers = history.scenario().estate().timers();
        TimerOrigins origins = new TimerOrigins(history.scenario());
        List<TimerLine> lines = new ArrayList<>();
        for (TimerSetting setting : TimerSetting.values()) {
            lines.add(new TimerLine(
                    setting.key(),
                    Words.duration(timers.millis(setting)),
                    origins.of(setting),
                    origins.isGiven(setting) ? GIVEN : setting.confidence().word(),
                    setting.rule()));
        }
        lines.add(line("timers.", "reading", timers.reading(), SERIAL, CONFLICTING, "C1, M14", origins));
        lines.add(line("timers.", "calls-drop", timers.callsDrop(), AT_COLD_RESET, CONFLICTING, "C2, M15", origins));
        return List.copyOf(lines);
    }

    /** The settings of the section {@code sip.settings}; none if the run has no phones. */
    public static List<TimerLine> ofPhones(History history) {
        SipSettings settings = history.scenario().estate().sip().settings();
        TimerOrigins origins = new TimerOrigins(history.scenario());
        return Arrays.stream(SipSetting.values())
                .filter(setting -> !history.sip().isEmpty())
                .map(setting -> line(
                        "sip.settings.",
                        setting.key(),
                        setting.of(settings),
                        setting.standard(),
                        setting.confidence().word(),
                        setting.rule(),
                        origins))
                .toList();
    }

    private static TimerLine line(
            String section,
            String key,
            Object value,
            Object standard,
            String confidence,
            String rule,
            TimerOrigins origins) {
        Optional<String> place = origins.find(section + key);
        boolean given = place.isPresent() || !value.equals(standard);
        return new TimerLine(
                key,
                Words.setting(value),
                place.orElse(given ? "set for this run" : "default"),
                given ? GIVEN : confidence,
                rule);
    }
}
