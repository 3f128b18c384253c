package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

/** Every timer and reading in force in a run, with where its value comes from and how sure it is. */
public final class TimerTable {
    private static final String GIVEN = "given";

    /** The sources disagree; the article's reading is the default (C1, C2). */
    private static final String CONFLICTING = "conflicting";

    private TimerTable() {}

    /** The timers in the order of the scenario format, then the two readings. */
    public static List<TimerLine> of(History history) {
        Timers timers = history.scenario().estate().timers();
        Origins origins = new Origins(history.scenario());
        List<TimerLine> lines = new ArrayList<>();
        for (TimerSetting setting : TimerSetting.values()) {
            lines.add(new TimerLine(
                    setting.key(),
                    Words.duration(timers.millis(setting)),
                    origins.of(setting),
                    origins.isGiven(setting) ? GIVEN : setting.confidence().word(),
                    setting.rule()));
        }
        lines.add(reading("reading", timers.reading().key(), "serial", "C1, M14", origins));
        lines.add(reading("calls-drop", timers.callsDrop().key(), "at-cold-reset", "C2, M15", origins));
        return List.copyOf(lines);
    }

    private static TimerLine reading(String key, String value, String standard, String rule, Origins origins) {
        Optional<String> place = origins.find("timers." + key);
        boolean given = place.isPresent() || !value.equals(standard);
        return new TimerLine(
                key, value, place.orElse(given ? "set for this run" : "default"), given ? GIVEN : CONFLICTING, rule);
    }
}
