package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;

/**
 * {@code status ess clusters}: on the main a line for itself and for each survivable core, on a core one for itself. Of a core
 * that is not registered the main knows nothing but its number.
 */
final class ClustersScreen {
    private static final String ROW = "%5s    %-8s  %5s      %6s           %-16s %s";

    private ClustersScreen() {}

    static List<Screen> of(ServerView view) {
        List<String> heading = List.of(
                Sheet.titleOf(view, "ESS CLUSTER INFORMATION"),
                "",
                "                     Active",
                " Cluster             Server                  Translations     Software",
                "   ID    Enabled?      ID      Registered?   Updated          Version");
        List<String> rows = new ArrayList<>();
        if (view.isMain()) {
            rows.add(row(view, view.mains().active(), true));
        }
        Registration registration = new Registration(view);
        for (ServerHistory server : view.history().servers()) {
            boolean isCore = server.server().cluster() != view.history().mainCluster();
            boolean shown = view.isMain() || server.server().equals(view.server());
            if (isCore && shown) {
                rows.add(
                        view.isMain() && !registration.has(server)
                                ? unknown(server)
                                : row(view, server, registration.has(server)));
            }
        }
        ScreenName name = ScreenName.ESS_CLUSTERS;
        return List.of(new Sheet(name, name.command()).table(heading, rows).screen());
    }

    private static String row(ServerView view, ServerHistory server, boolean registered) {
        boolean disabled = server.roleAt(view.at()) == ServerRole.DISABLED;
        int cluster = server.server().cluster();
        boolean ownMain = view.isMain() && cluster == view.cluster();
        return Sheet.format(
                ROW,
                cluster,
                disabled ? "n" : "y",
                view.serverId(ownMain ? view.server() : server.server()),
                registered ? "y" : "n",
                "",
                SoftwareVersion.of(view.release()));
    }

    private static String unknown(ServerHistory server) {
        return Sheet.format(ROW, server.server().cluster(), "unknown", "", "n", "", "");
    }
}
