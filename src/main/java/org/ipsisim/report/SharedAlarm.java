package org.ipsisim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.History;
import org.ipsisim.history.Subject;

/**
 * Alarms of one instant that differ only in what they are about.
 *
 * @param alarm the first of them
 * @param subjects what they are about
 */
public record SharedAlarm(Alarm alarm, List<Subject> subjects) {
    private record Likeness(
            long at, OptionalLong clearedAt, Alarm.Severity severity, String object, int raisedBy, String text) {}

    /** The alarms of a run, by time. */
    public static List<SharedAlarm> of(History history) {
        Map<Likeness, SharedAlarm> alike = new LinkedHashMap<>();
        for (Alarm alarm : Alarms.of(history)) {
            Likeness likeness = new Likeness(
                    alarm.at(), alarm.clearedAt(), alarm.severity(), alarm.object(), alarm.raisedBy(), alarm.text());
            alike.computeIfAbsent(likeness, l -> new SharedAlarm(alarm, new ArrayList<>()))
                    .subjects
                    .add(alarm.subject());
        }
        return List.copyOf(alike.values());
    }

    /** What they are about, in brief: {@code pn 1-3}. */
    public String who() {
        return Subjects.brief(subjects);
    }
}
