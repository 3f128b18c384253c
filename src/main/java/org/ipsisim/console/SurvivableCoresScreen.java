package org.ipsisim.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;

/**
 * What is administered for the survivable cores: {@code display system-parameters ess} before CM 5, and a form
 * {@code display survivable-processor} for each of them since.
 */
final class SurvivableCoresScreen {
    private static final String ROW = "%4s %-8s %3s %-10s %3s %-10s  %3s %3s  %-3s %-3s %s";

    private SurvivableCoresScreen() {}

    static List<Screen> of(ServerView view) {
        List<SurvivableCore> cores = view.estate().survivableCores().stream()
                .sorted(Comparator.comparing(SurvivableCore::cluster))
                .toList();
        return view.release().compareTo(Release.CM_5) < 0
                ? List.of(oneForm(view, cores))
                : cores.stream().map(core -> form(view, core)).toList();
    }

    private static Screen oneForm(ServerView view, List<SurvivableCore> cores) {
        List<String> heading = List.of(
                Sheet.centred("ENTERPRISE SURVIVABLE SERVER INFORMATION"),
                "",
                "                 Server A       Server B      Pri      Sys Loc Loc",
                "CLID Plat Type  ID Node Name   ID Node Name   Scr Com  Prf Prf Only");
        List<String> rows = new ArrayList<>();
        rows.add("MAIN SERVERS");
        rows.add(mainRow(view));
        rows.add("ENTERPRISE SURVIVABLE SERVERS");
        for (SurvivableCore core : cores) {
            rows.add(Sheet.format(
                    ROW,
                    core.cluster(),
                    "Simplex",
                    view.serverId(core.server()),
                    core.id(),
                    "",
                    "",
                    core.priorityScore(),
                    core.community(),
                    FormValue.yesNo(core.systemPreferred()),
                    FormValue.yesNo(core.localPreferred()),
                    FormValue.yesNo(core.localOnly())));
        }
        List<String> last = new ArrayList<>();
        last.add(Sheet.centred("PORT NETWORK RECOVERY RULES"));
        last.add("");
        last.addAll(RecoveryRules.autoReturn(view));
        last.add(RecoveryRules.noService(view));
        return new Sheet(ScreenName.SURVIVABLE_CORES, "display system-parameters ess")
                .table(heading, rows)
                .page(RecoveryRules.communities(view))
                .page(last)
                .screen();
    }

    private static String mainRow(ServerView view) {
        List<Server> servers = view.estate().main().servers();
        boolean duplex = servers.size() == 2;
        return Sheet.format(
                ROW,
                view.estate().main().cluster(),
                duplex ? "Duplex" : "Simplex",
                view.serverId(servers.get(0)),
                servers.get(0).id(),
                duplex ? view.serverId(servers.get(1)) : "",
                duplex ? servers.get(1).id() : "",
                "",
                "",
                "",
                "",
                "");
    }

    private static Screen form(ServerView view, SurvivableCore core) {
        ScreenName name = ScreenName.SURVIVABLE_CORES;
        return new Sheet(name, name.command() + " " + core.id())
                .page(List.of(
                        Sheet.centred("SURVIVABLE PROCESSOR"),
                        "",
                        Sheet.format("     Type: simplex-ess         Cluster ID/MID: %s", core.cluster()),
                        Sheet.format("Node Name: %-20s    Server ID: %s", core.id(), view.serverId(core.server())),
                        "",
                        "PORT NETWORK PARAMETERS",
                        Sheet.format(
                                " System Preferred? %s              Community: %s",
                                FormValue.yesNo(core.systemPreferred()), core.community()),
                        Sheet.format(
                                "  Local Preferred? %s         Priority Score: %s",
                                FormValue.yesNo(core.localPreferred()), core.priorityScore()),
                        Sheet.format("       Local Only? %s", FormValue.yesNo(core.localOnly()))))
                .screen();
    }
}
