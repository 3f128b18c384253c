package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Words;
import org.ipsisim.report.SharedAlarm;

/** The alarms that stand. */
final class AlarmRows {
    private static final int OBJECT = Label.WIDTH + 8;
    private static final int AT = Label.WIDTH + 28;

    private final Canvas canvas;
    private final List<SharedAlarm> alarms;

    AlarmRows(PlaybackState session, Canvas canvas) {
        this.canvas = canvas;
        this.alarms = session.course().alarmsAt(session.now());
    }

    /** As many as there is room for, and how many more there are. */
    List<StyledLine> lines(int most) {
        List<StyledLine> lines = new ArrayList<>();
        if (alarms.isEmpty()) {
            lines.add(Label.of(canvas, "alarms").add("none", Ink.FAINT));
        }
        for (SharedAlarm alarm : alarms.subList(0, Math.min(most, alarms.size()))) {
            StyledLine line = Label.of(canvas, lines.isEmpty() ? "alarms" : "");
            int more = alarms.size() - most;
            boolean isLast = lines.size() == most - 1 && more > 0;
            add(alarm, line, isLast ? "  and " + more + " more (a)" : "");
            lines.add(line);
        }
        return lines;
    }

    private void add(SharedAlarm shared, StyledLine line, String more) {
        Alarm alarm = shared.alarm();
        Ink ink = ink(alarm);
        line.add(alarm.severity().word(), ink).to(OBJECT).add(alarm.object(), ink);
        String at = Words.duration(alarm.at());
        line.to(Math.max(AT - at.length(), line.width() + 1)).add(at, Ink.FAINT).add("  ");
        int room = canvas.columns() - line.width() - more.length();
        line.addAtMost(shared.who() + ": " + alarm.text(), room, Ink.PLAIN).add(more, Ink.BOLD);
    }

    static Ink ink(Alarm alarm) {
        return switch (alarm.severity()) {
            case MAJOR -> Ink.VERMILION;
            case MINOR -> Ink.ORANGE;
            case WARNING -> Ink.YELLOW;
        };
    }
}
