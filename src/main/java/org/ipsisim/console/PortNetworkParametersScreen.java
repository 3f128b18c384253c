package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.TimerSetting;

/** {@code display system-parameters port-networks}; before CM 5 most of it is in {@code system-parameters ess}. */
final class PortNetworkParametersScreen {
    static final Layout LAYOUT =
            Layout.settings("display system-parameters port-networks", "PORT NETWORK RECOVERY RULES");

    private PortNetworkParametersScreen() {}

    static List<Screen> of(ServerView view) {
        Sheet sheet = new Sheet(ScreenName.PORT_NETWORK_PARAMETERS);
        List<String> rules = new ArrayList<>(List.of(Sheet.centred(LAYOUT.title()), ""));
        if (view.release().compareTo(Release.CM_5) < 0) {
            rules.add(coldReset(view));
            return List.of(sheet.page(rules).screen());
        }
        rules.add("FAILOVER PARAMETERS");
        rules.add(coldReset(view));
        rules.add(" " + noService(view));
        rules.add("");
        rules.add("FALLBACK PARAMETERS");
        rules.addAll(Settings.autoReturn(view.estate().fallback()));
        return List.of(sheet.page(CommunitiesPage.of(view.estate())).page(rules).screen());
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
