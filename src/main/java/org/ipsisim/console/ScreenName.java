package org.ipsisim.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ipsisim.estate.Keyed;

/** The screens of a server. Some commands show one form for each of several things, and are one screen all the same. */
public enum ScreenName implements Keyed {
    /** Which servers are enabled and registered (ESS-156). */
    ESS_CLUSTERS("status ess clusters", ClustersScreen::of),
    /** Who controls each port network, and the priority list of each IPSI (ESS-160). */
    ESS_PORT_NETWORKS("status ess port-networks", EssPortNetworksScreen::of),
    /** The state of every IPSI. */
    IPSERVER_INTERFACES("list ipserver-interface", IpserverInterfacesScreen::of),
    /** Service, alarms and packet interfaces of every port network. */
    PORT_NETWORKS("status port-networks", PortNetworksScreen::of),
    /** The socket sanity time-out. */
    IPSERVER_PARAMETERS("display system-parameters ipserver-interface", IpserverParametersScreen::of),
    /** Communities, and when port networks go to another server and back. */
    PORT_NETWORK_PARAMETERS("display system-parameters port-networks", PortNetworkParametersScreen::of),
    /** What is administered for the survivable cores: one form before CM 5, one for each core since. */
    SURVIVABLE_CORES("display survivable-processor", SurvivableCoresScreen::of),
    /** What is administered for the IPSIs: one form for each port network. */
    IPSERVER_FORMS("display ipserver-interface", IpserverFormsScreen::of),
    /** The roles of the servers of a cluster. */
    SERVER("server", ServerScreen::of),
    /** The alarms that stand. */
    ALARMS("display alarms", AlarmsScreen::of);

    private final String command;
    private final Function<ServerView, List<Screen>> content;

    ScreenName(String command, Function<ServerView, List<Screen>> content) {
        this.command = command;
        this.content = content;
    }

    /** The command that shows it; those with a form for each of several things add which one. */
    public String command() {
        return command;
    }

    /** The screen of a word or of a command, in upper or lower case, if there is one. */
    public static Optional<ScreenName> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(name -> name.key().equals(wanted) || name.command.equals(wanted))
                .findFirst();
    }

    List<Screen> content(ServerView view) {
        return content.apply(view);
    }
}
