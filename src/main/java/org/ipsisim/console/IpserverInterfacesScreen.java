package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.PnHistory;

/** {@code list ipserver-interface}: the state of every IPSI; its health as clock, packet interface, archangel link. */
final class IpserverInterfacesScreen {
    private static final String ROW = "%3s  %-4s %-7s  %-16s %-5s  %-8s %s";
    private static final String HEALTHY = "0.0.0.0";
    private static final String SILENT = "0.1.1.0";

    private IpserverInterfacesScreen() {}

    static List<Screen> of(ServerView view) {
        List<String> heading = List.of(
                Sheet.centred("IP SERVER INTERFACE INFORMATION"),
                "",
                "Port Pri/ Board                     Serv   Control  State of",
                "Ntwk Sec  Location Host Name        State  State    Health",
                "Num                                                 C P E G");
        List<String> rows = new ArrayList<>();
        for (PnHistory pn : view.history().portNetworks()) {
            for (IpsiId ipsi : pn.portNetwork().ipsis()) {
                boolean connected = view.isConnectedTo(pn, ipsi);
                rows.add(Sheet.format(
                        ROW,
                        ipsi.pn(),
                        ipsi.side() == IpsiId.Side.A ? "pri" : "sec",
                        ServerView.board(ipsi),
                        "ipsi-" + ipsi,
                        connected && !view.isBusiedOut(pn, ipsi) ? "IN" : "OUT",
                        view.stateOf(pn, ipsi),
                        connected ? HEALTHY : SILENT));
            }
        }
        ScreenName name = ScreenName.IPSERVER_INTERFACES;
        return List.of(new Sheet(name, name.command()).table(heading, rows).screen());
    }
}
