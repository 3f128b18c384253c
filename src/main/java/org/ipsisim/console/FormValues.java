package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.TimerSetting;

/** What an administrator types into a form to have one estate become another. */
public final class FormValues {
    private FormValues() {}

    /** The fields that differ, such as {@code PN Cold Reset Delay Timer (sec): 80}; none for what no form has. */
    public static List<String> changed(Estate before, Estate after) {
        List<String> fields = new ArrayList<>();
        for (Settings.Time field : Settings.TIMERS) {
            TimerSetting setting = TimerSetting.valueOf(field.fact().name());
            if (before.timers().millis(setting) != after.timers().millis(setting)) {
                fields.add(field.line(after.timers().get(setting)).strip());
            }
        }
        if (!before.fallback().equals(after.fallback())) {
            Settings.autoReturn(after.fallback()).forEach(line -> fields.add(line.strip()));
        }
        return fields;
    }
}
