package org.ipsisim.console;

import java.util.List;
import org.ipsisim.estate.TimerSetting;

/** {@code display system-parameters ipserver-interface}: the socket sanity time-out in seconds. */
final class IpserverParametersScreen {
    static final Layout LAYOUT = Layout.settings(
            "display system-parameters ipserver-interface", "IP SERVER INTERFACE (IPSI) SYSTEM PARAMETERS");

    private IpserverParametersScreen() {}

    static List<Screen> of(ServerView view) {
        List<String> page = List.of(
                Sheet.centred(LAYOUT.title()),
                "",
                "OPTIONS",
                "                      IPSI Control of Port Networks: enabled",
                Settings.SOCKET_SANITY.line(view.timers().get(TimerSetting.SOCKET_SANITY_TIMEOUT)));
        return List.of(Sheet.screen(ScreenName.IPSERVER_PARAMETERS, LAYOUT.command(), List.of(page)));
    }
}
