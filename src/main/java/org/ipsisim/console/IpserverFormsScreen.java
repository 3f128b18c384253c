package org.ipsisim.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;

/** {@code display ipserver-interface}: a form for each port network. */
final class IpserverFormsScreen {
    private IpserverFormsScreen() {}

    static List<Screen> of(ServerView view) {
        return view.estate().portNetworks().stream()
                .sorted(Comparator.comparing(PortNetwork::number))
                .map(IpserverFormsScreen::form)
                .toList();
    }

    private static Screen form(PortNetwork pn) {
        List<String> lines = new ArrayList<>();
        lines.add(Sheet.centred("IP SERVER INTERFACE (IPSI) ADMINISTRATION - PORT NETWORK " + pn.number()));
        lines.add("");
        lines.add("IP Control? y");
        lines.add(
                "Ignore Connectivity in Server Arbitration? " + FormValue.yesNo(pn.ignoreConnectivityInArbitration()));
        for (IpsiId ipsi : pn.ipsis()) {
            lines.add("");
            lines.add((ipsi.side() == IpsiId.Side.A ? "PRIMARY" : "SECONDARY") + " IP SERVER INTERFACE");
            lines.add("    Location: " + ServerView.board(ipsi));
            lines.add("        Host: ipsi-" + ipsi);
        }
        ScreenName name = ScreenName.IPSERVER_FORMS;
        return new Sheet(name, name.command() + " " + pn.number()).page(lines).screen();
    }
}
