package org.ipsisim.screen;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.PnHistory;

/** {@code status port-networks}: what the server knows of each port network that it could control. */
final class PortNetworksScreen {
    private static final String ROW = "%3s  %-14s %5s %5s %7s  %-16s %s";

    private PortNetworksScreen() {}

    static List<Screen> of(View view) {
        List<String> heading = List.of(
                Sheet.centred("PORT NETWORK STATUS"),
                "",
                "PN   Service        Major Minor Warning  Primary          Secondary",
                "Num  State                Alarms         PKT-INT          PKT-INT");
        List<Alarm> alarms = view.alarms();
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
        ScreenName name = ScreenName.PORT_NETWORKS;
        return List.of(new Sheet(name, name.command()).table(heading, rows).screen());
    }

    private static long count(List<Alarm> alarms, PnHistory pn, Alarm.Severity severity) {
        List<IpsiId> ipsis = pn.portNetwork().ipsis();
        return alarms.stream()
                .filter(alarm -> alarm.severity() == severity)
                .filter(alarm -> alarm.subject().equals(pn.portNetwork().id())
                        || ipsis.stream().anyMatch(ipsi -> alarm.subject().equals("ipsi-" + ipsi)))
                .count();
    }

    private static String packetInterface(View view, PnHistory pn, IpsiId ipsi) {
        String state = view.stateOf(pn, ipsi);
        if (state.equals("standby")) {
            return view.isBusiedOut(pn, ipsi) ? "standby-disabled" : "standby";
        }
        return state.equals("actv-aa") && view.isUp(pn) ? "in-service" : "out-of-service";
    }
}
