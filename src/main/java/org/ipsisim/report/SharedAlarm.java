package org.ipsisim.report;

import java.util.List;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Subject;

/**
 * Alarms of one instant that differ only in what they are about.
 *
 * @param alarm the first of them
 * @param who what they are about, in brief: {@code pn 1-3}
 */
public record SharedAlarm(Alarm alarm, String who) {
    /** The alarms of a run, by time. */
    public static List<SharedAlarm> of(History history) {
        return Lists.alike(Alarms.of(history), SharedAlarm::likeness).stream()
                .map(alarms -> of(alarms, history))
                .toList();
    }

    private static List<Object> likeness(Alarm alarm) {
        return List.of(alarm.at(), alarm.clearedAt(), alarm.severity(), alarm.object(), alarm.raisedBy(), alarm.text());
    }

    private static SharedAlarm of(List<Alarm> alike, History history) {
        List<Subject> subjects = alike.stream().map(Alarm::subject).toList();
        return new SharedAlarm(alike.get(0), SubjectWords.brief(subjects, history.names()));
    }
}
