package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Release;

/** {@code display system-parameters port-networks}; before CM 5 most of it stands in {@code system-parameters ess}. */
final class PortNetworkParametersScreen {
    private static final String TITLE = "PORT NETWORK RECOVERY RULES";

    private PortNetworkParametersScreen() {}

    static List<Screen> of(ServerView view) {
        ScreenName name = ScreenName.PORT_NETWORK_PARAMETERS;
        Sheet sheet = new Sheet(name, name.command());
        if (view.release().compareTo(Release.CM_5) < 0) {
            return List.of(sheet.page(List.of(Sheet.centred(TITLE), "", RecoveryRules.coldReset(view)))
                    .screen());
        }
        List<String> rules = new ArrayList<>();
        rules.add(Sheet.centred(TITLE));
        rules.add("");
        rules.add("FAILOVER PARAMETERS");
        rules.add(RecoveryRules.coldReset(view));
        rules.add(" " + RecoveryRules.noService(view));
        rules.add("");
        rules.add("FALLBACK PARAMETERS");
        rules.addAll(RecoveryRules.autoReturn(view));
        return List.of(sheet.page(RecoveryRules.communities(view)).page(rules).screen());
    }
}
