package org.ipsisim.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.TimerSetting;

/** The pages about port networks that CM 3 and 4 have in one form and later releases in another. */
final class RecoveryRules {
    private static final int COLUMNS = 4;
    private static final int WIDTH = 18;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private RecoveryRules() {}

    /** The community of each port network that is administered. */
    static List<String> communities(ServerView view) {
        List<PortNetwork> pns = view.estate().portNetworks().stream()
                .sorted(Comparator.comparing(PortNetwork::number))
                .toList();
        int rows = (pns.size() + COLUMNS - 1) / COLUMNS;
        List<String> lines = new ArrayList<>();
        lines.add(Sheet.centred("COMMUNITY ASSIGNMENTS FOR PORT NETWORKS"));
        lines.add("");
        lines.add(
                "   PN Community      ".substring(0, WIDTH).repeat(Math.min(COLUMNS, (pns.size() + rows - 1) / rows)));
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int i = row; i < pns.size(); i += rows) {
                PortNetwork pn = pns.get(i);
                line.append(Sheet.format("%-" + WIDTH + "s", Sheet.format("%5s: %s", pn.number(), pn.community())));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    static String coldReset(ServerView view) {
        Duration delay = view.timers().get(TimerSetting.PN_COLD_RESET_DELAY);
        return "    PN Cold Reset Delay Timer (sec): " + FormValue.inUnits(delay, Duration.ofSeconds(1));
    }

    static String noService(ServerView view) {
        Duration timeOut = view.timers().get(TimerSetting.NO_SERVICE_TIMEOUT);
        return "No Service Time Out Interval (min): " + FormValue.inUnits(timeOut, MINUTE);
    }

    /** Whether port networks return by themselves, and when; a scheduled time is that of a day of the run. */
    static List<String> autoReturn(ServerView view) {
        Fallback fallback = view.estate().fallback();
        if (fallback instanceof Fallback.Scheduled scheduled) {
            String date = FormValue.date(scheduled.at().toMillis());
            long millis = scheduled.at().toMillisPart();
            return List.of(
                    "                       Auto Return: scheduled",
                    "                               Day: " + date.substring(0, date.indexOf('/')),
                    "                              Time: " + date.substring(date.indexOf('/') + 1)
                            + (millis == 0 ? "" : Sheet.format(".%03d", millis)));
        }
        if (fallback instanceof Fallback.ConnectionUp up) {
            return List.of(
                    "                       Auto Return: IPSI-up-time",
                    "     IPSI Connection up time (min): " + FormValue.inUnits(up.upTime(), MINUTE));
        }
        return List.of("                       Auto Return: no");
    }
}
