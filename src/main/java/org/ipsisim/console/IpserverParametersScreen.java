package org.ipsisim.console;

import java.time.Duration;
import java.util.List;
import org.ipsisim.estate.TimerSetting;

/** {@code display system-parameters ipserver-interface}: the socket sanity time-out in seconds. */
final class IpserverParametersScreen {
    private IpserverParametersScreen() {}

    static List<Screen> of(ServerView view) {
        String sanity = FormValue.inUnits(view.timers().get(TimerSetting.SOCKET_SANITY_TIMEOUT), Duration.ofSeconds(1));
        ScreenName name = ScreenName.IPSERVER_PARAMETERS;
        return List.of(new Sheet(name, name.command())
                .page(List.of(
                        Sheet.centred("IP SERVER INTERFACE (IPSI) SYSTEM PARAMETERS"),
                        "",
                        "OPTIONS",
                        "                      IPSI Control of Port Networks: enabled",
                        "                         IPSI Socket Sanity Timeout: " + sanity))
                .screen());
    }
}
