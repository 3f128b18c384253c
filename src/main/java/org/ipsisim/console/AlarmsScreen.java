package org.ipsisim.console;

import java.util.List;
import java.util.Locale;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Subject;

/** {@code display alarms}: the alarms of this server that stand, the first one first. */
final class AlarmsScreen {
    private static final String ROW = "%-10s %-8s %-4s %-4s  %-8s %-5s %-4s %-12s %s";

    /** What stands where an alarm has not been resolved. */
    private static final String NEVER = "00/00:00:00";

    private AlarmsScreen() {}

    static List<Screen> of(ServerView view) {
        List<String> heading = List.of(
                Sheet.centred("ALARM REPORT"),
                "",
                "Port       Mtce     On   Alt   Alarm    Svc   Ack? Date         Date",
                "           Name     Brd? Name  Type     State 1 2  Alarmed      Resolved");
        List<String> rows =
                view.alarms().stream().map(alarm -> row(view, alarm)).toList();
        ScreenName name = ScreenName.ALARMS;
        return List.of(new Sheet(name, name.command()).table(heading, rows).screen());
    }

    private static String row(ServerView view, Alarm alarm) {
        return Sheet.format(
                ROW,
                port(view, alarm.subject()),
                alarm.object(),
                "n",
                "",
                alarm.severity().word().toUpperCase(Locale.ROOT),
                "",
                "",
                FormValue.date(alarm.at()),
                NEVER);
    }

    private static String port(ServerView view, Subject subject) {
        if (subject.isPn()) {
            return Sheet.format("PN %02d", subject.pn());
        }
        return view.estate().portNetworks().stream()
                .flatMap(pn -> pn.ipsis().stream())
                .filter(ipsi -> Subject.ipsi(ipsi).equals(subject))
                .findFirst()
                .map(ServerView::board)
                .orElse(subject.name());
    }
}
