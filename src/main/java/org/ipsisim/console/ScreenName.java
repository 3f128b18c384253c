package org.ipsisim.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The screens of a server. Some commands show one form for each of several things, and are one screen all the same. */
public enum ScreenName {
    /** Which servers are enabled and registered (ESS-156). */
    ESS_CLUSTERS("ess-clusters", "status ess clusters", ClustersScreen::of),
    /** Who controls each port network, and the priority list of each IPSI (ESS-160). */
    ESS_PORT_NETWORKS("ess-port-networks", "status ess port-networks", EssPortNetworksScreen::of),
    /** The state of every IPSI. */
    IPSERVER_INTERFACES("ipserver-interfaces", "list ipserver-interface", IpserverInterfacesScreen::of),
    /** Service, alarms and packet interfaces of every port network. */
    PORT_NETWORKS("port-networks", "status port-networks", PortNetworksScreen::of),
    /** The socket sanity time-out. */
    IPSERVER_PARAMETERS(
            "ipserver-parameters", "display system-parameters ipserver-interface", IpserverParametersScreen::of),
    /** Communities, and when port networks go to another server and back. */
    PORT_NETWORK_PARAMETERS(
            "port-network-parameters", "display system-parameters port-networks", PortNetworkParametersScreen::of),
    /** What is administered for the survivable cores: one form before CM 5, one for each core since. */
    SURVIVABLE_CORES("survivable-cores", "display survivable-processor", SurvivableCoresScreen::of),
    /** What is administered for the IPSIs: one form for each port network. */
    IPSERVER_FORMS("ipserver-forms", "display ipserver-interface", IpserverFormsScreen::of),
    /** The roles of the servers of a cluster. */
    SERVER("server", "server", ServerScreen::of),
    /** The alarms that stand. */
    ALARMS("alarms", "display alarms", AlarmsScreen::of);

    private final String word;
    private final String command;
    private final Function<ServerView, List<Screen>> content;

    ScreenName(String word, String command, Function<ServerView, List<Screen>> content) {
        this.word = word;
        this.command = command;
        this.content = content;
    }

    /** The word of {@code --screen}. */
    public String word() {
        return word;
    }

    /** The command that shows it; those with a form for each of several things add which one. */
    public String command() {
        return command;
    }

    /** The screen of a word or of a command, in upper or lower case, if there is one. */
    public static Optional<ScreenName> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(name -> name.word.equals(wanted) || name.command.equals(wanted))
                .findFirst();
    }

    List<Screen> content(ServerView view) {
        return content.apply(view);
    }
}
