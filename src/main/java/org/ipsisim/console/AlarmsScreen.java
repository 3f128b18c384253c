package org.ipsisim.console;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Subject;

/** {@code display alarms}: the active alarms of this server, in the order in which they were raised. */
final class AlarmsScreen {
    static final Layout LAYOUT = Layout.shownOnly("display alarms", "ALARM REPORT");
    private static final String ROW = "%-10s %-8s %-4s %-4s  %-8s %-5s %-4s %-12s %s";

    /** Month, day, hour and minute. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/HH:mm", Locale.ROOT);
    /** Without a clock a run begins on January 1, at midnight; the form shows no year. */
    private static final LocalDateTime START = LocalDateTime.of(2001, 1, 1, 0, 0);
    /** The date of an alarm that has not been resolved. */
    private static final String NEVER = "00/00/00:00";

    private AlarmsScreen() {}

    static List<Screen> of(ServerView view) {
        List<String> heading = List.of(
                Sheet.centred(LAYOUT.title()),
                "",
                "Port       Mtce     On   Alt   Alarm    Svc   Ack? Date         Date",
                "           Name     Brd? Name  Type     State 1 2  Alarmed      Resolved");
        List<String> rows =
                view.alarms().stream().map(alarm -> row(view, alarm)).toList();
        return Sheet.table(ScreenName.ALARMS, heading, rows);
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
                DATE.format(date(view, alarm.at())),
                NEVER);
    }

    /** The date and time of a server, whose clock is right if the scenario says what it shows. */
    private static LocalDateTime date(ServerView view, long at) {
        return view.history()
                .scenario()
                .clock()
                .map(clock -> clock.at(at).toLocalDateTime())
                .orElseGet(() -> START.plus(Duration.ofMillis(at)));
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
