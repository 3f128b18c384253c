package org.ipsisim.report;

import java.io.IOException;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

/** The alarms that the servers raise: what a pager shows. */
final class AlarmsSection {
    private static final int MOST_ROWS = 30;

    /** The column of subjects is no wider than this. */
    private static final int WIDEST_SUBJECTS = 16;

    private final List<SharedAlarm> alarms;

    AlarmsSection(History history) {
        this.alarms = SharedAlarm.of(history);
    }

    void write(TextPage page) throws IOException {
        if (alarms.isEmpty()) {
            return;
        }
        page.heading("Alarms");
        TextTable table =
                new TextTable(2, ">at", ">cleared", "severity", "object", "about", "what").limit(4, WIDEST_SUBJECTS);
        int shown = Math.min(alarms.size(), MOST_ROWS);
        for (SharedAlarm shared : alarms.subList(0, shown)) {
            Alarm alarm = shared.alarm();
            table.row(
                    alarm.severity() == Alarm.Severity.MAJOR ? Ink.VERMILION : Ink.PLAIN,
                    Words.duration(alarm.at()),
                    alarm.clearedAt().isPresent()
                            ? Words.duration(alarm.clearedAt().getAsLong())
                            : "stands",
                    alarm.severity().word(),
                    alarm.object(),
                    shared.who(),
                    alarm.text());
        }
        page.table(table);
        if (alarms.size() > shown) {
            page.blank();
            page.paragraph("  ", "and " + (alarms.size() - shown) + " more; the JSON output has them all", Ink.FAINT);
        }
    }
}
