package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.history.PnHistory;

/**
 * {@code status ess port-networks}: what each IPSI tells the server that asks. With no connection to an IPSI the controlling
 * cluster is a {@code *}, and the list is blank (ESS-160).
 */
final class EssPortNetworksScreen {
    private static final String ROW = "%3s %3s %-4s %-4s %-4s %-5s %-7s %4s %s";

    private EssPortNetworksScreen() {}

    static List<Screen> of(ServerView view) {
        List<String> heading = List.of(
                Sheet.titleOf(view, "ESS PORT NETWORK INFORMATION"),
                "",
                "             Port IPSI Pri/  Pri/    Cntl Connected",
                "Com PN  Intf Ntwk Gtwy Sec   Sec     Clus Clus(ter)",
                "Num Num Type Ste  Ste  Loc   State   ID   IDs");
        List<String> rows = new ArrayList<>();
        for (PnHistory pn : view.history().portNetworks()) {
            for (IpsiId ipsi : pn.portNetwork().ipsis()) {
                rows.add(row(view, pn, ipsi));
            }
        }
        ScreenName name = ScreenName.ESS_PORT_NETWORKS;
        return List.of(new Sheet(name, name.command()).table(heading, rows).screen());
    }

    private static String row(ServerView view, PnHistory pn, IpsiId ipsi) {
        boolean connected = view.isConnectedTo(pn, ipsi);
        String controller = connected ? String.valueOf(pn.spanAt(view.at()).controller()) : "*";
        String list = connected
                ? pn.listAt(ipsi, view.at()).stream().map(String::valueOf).collect(Collectors.joining(" "))
                : "";
        PortNetwork own = pn.portNetwork();
        boolean primary = ipsi.side() == IpsiId.Side.A;
        return Sheet.format(
                ROW,
                primary ? own.community() : "",
                primary ? own.number() : "",
                primary ? "IPSI" : "",
                primary ? upOrDown(view.isUp(pn)) : "",
                upOrDown(connected),
                ServerView.board(ipsi),
                view.stateOf(pn, ipsi),
                controller,
                list);
    }

    private static String upOrDown(boolean up) {
        return up ? "up" : "down";
    }
}
