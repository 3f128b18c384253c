package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.PnHistory;

/** {@code status port-networks}: what the server knows of each port network that it could control. */
final class PortNetworksScreen {
    static final Layout LAYOUT = Layout.shownOnly("status port-networks", "PORT NETWORK STATUS");
    private static final String ROW = "%3s  %-14s %5s %5s %7s  %-16s %s";

    private PortNetworksScreen() {}

    static List<Screen> of(ServerView view) {
        List<String> heading = List.of(
                Sheet.centred(LAYOUT.title()),
                "",
                "PN   Service        Major Minor Warning  Primary          Secondary",
                "Num  State                Alarms         PKT-INT          PKT-INT");
        Map<Integer, List<Alarm>> alarms = view.alarms().stream()
                .collect(Collectors.groupingBy(alarm -> alarm.subject().pn()));
        List<String> rows = new ArrayList<>();
        for (PnHistory pn : view.history().portNetworks()) {
            List<IpsiId> ipsis = pn.portNetwork().ipsis();
            rows.add(Sheet.format(
                    ROW,
                    pn.portNetwork().number(),
                    view.isUp(pn) ? "in-service" : "out-of-service",
                    count(alarms, pn, Alarm.Severity.MAJOR),
                    count(alarms, pn, Alarm.Severity.MINOR),
                    count(alarms, pn, Alarm.Severity.WARNING),
                    packetInterface(view, pn, ipsis.get(0)),
                    ipsis.size() == 2 ? packetInterface(view, pn, ipsis.get(1)) : ""));
        }
        return Sheet.table(ScreenName.PORT_NETWORKS, heading, rows);
    }

    private static long count(Map<Integer, List<Alarm>> byPn, PnHistory pn, Alarm.Severity severity) {
        return byPn.getOrDefault(pn.portNetwork().number(), List.of()).stream()
                .filter(alarm -> alarm.severity() == severity)
                .count();
    }

    private static String packetInterface(ServerView view, PnHistory pn, IpsiId ipsi) {
        String state = view.stateOf(pn, ipsi);
        if (state.equals("standby")) {
            return view.isBusiedOut(pn, ipsi) ? "standby-disabled" : "standby";
        }
        return state.equals("actv-aa") && view.isUp(pn) ? "in-service" : "out-of-service";
    }
}
