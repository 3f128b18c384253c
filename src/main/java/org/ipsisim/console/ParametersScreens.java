package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.TimerSetting;

/**
 * {@code display system-parameters port-networks}, most of which is in {@code system-parameters ess} before CM 5; and
 * {@code display system-parameters ipserver-interface}.
 */
final class ParametersScreens {
    static final Layout LAYOUT =
            Layout.settings("display system-parameters port-networks", "PORT NETWORK RECOVERY RULES");

    static final Layout IPSERVER_LAYOUT = Layout.settings(
            "display system-parameters ipserver-interface", "IP SERVER INTERFACE (IPSI) SYSTEM PARAMETERS");

    private ParametersScreens() {}

    /** The socket sanity time-out in seconds. */
    static List<Screen> ofIpserver(ServerView view) {
        List<String> page = List.of(
                Sheet.centred(IPSERVER_LAYOUT.title()),
                "",
                "OPTIONS",
                "                      IPSI Control of Port Networks: enabled",
                Settings.SOCKET_SANITY.line(view.timers().get(TimerSetting.SOCKET_SANITY_TIMEOUT)));
        return List.of(Sheet.screen(ScreenName.IPSERVER_PARAMETERS, IPSERVER_LAYOUT.command(), List.of(page)));
    }

    static List<Screen> of(ServerView view) {
        List<String> rules = new ArrayList<>(List.of(Sheet.centred(LAYOUT.title()), ""));
        List<List<String>> pages = new ArrayList<>(List.of(rules));
        if (view.release().compareTo(Release.CM_5) < 0) {
            rules.add(coldReset(view));
        } else {
            rules.addAll(List.of("FAILOVER PARAMETERS", coldReset(view), " " + noService(view), ""));
            rules.add("FALLBACK PARAMETERS");
            rules.addAll(Settings.autoReturn(view.estate().fallback()));
            pages.add(0, CommunitiesPage.of(view.estate()));
        }
        return List.of(Sheet.screen(ScreenName.PORT_NETWORK_PARAMETERS, LAYOUT.command(), pages));
    }

    /** The page of {@code system-parameters ess} that has the rest of it before CM 5. */
    static List<String> beforeCm5(ServerView view) {
        List<String> rules = new ArrayList<>(List.of(Sheet.centred(LAYOUT.title()), ""));
        rules.addAll(Settings.autoReturn(view.estate().fallback()));
        rules.add(noService(view));
        return rules;
    }

    private static String coldReset(ServerView view) {
        return Settings.COLD_RESET_DELAY.line(view.timers().get(TimerSetting.PN_COLD_RESET_DELAY));
    }

    private static String noService(ServerView view) {
        return Settings.NO_SERVICE.line(view.timers().get(TimerSetting.NO_SERVICE_TIMEOUT));
    }
}
