package org.ipsisim.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The screens of a server; a new one is a constant here and a class that shows it and reads it back. Some commands show one form
 * for each of several things, and are one screen all the same.
 */
public enum ScreenName {
    /** Which servers are enabled and registered (ESS-156). */
    ESS_CLUSTERS("ess-clusters", ClustersScreen::of, ClustersScreen.LAYOUT),
    /** Who controls each port network, and the priority list of each IPSI (ESS-160). */
    ESS_PORT_NETWORKS("ess-port-networks", EssPortNetworksScreen::of, EssPortNetworksScreen.LAYOUT),
    /** The state of every IPSI. */
    IPSERVER_INTERFACES("ipserver-interfaces", IpserverInterfacesScreen::of, IpserverInterfacesScreen.LAYOUT),
    /** Service, alarms and packet interfaces of every port network. */
    PORT_NETWORKS("port-networks", PortNetworksScreen::of, PortNetworksScreen.LAYOUT),
    /** The socket sanity time-out. */
    IPSERVER_PARAMETERS("ipserver-parameters", IpserverParametersScreen::of, IpserverParametersScreen.LAYOUT),
    /** Communities, and when port networks go to another server and back. */
    PORT_NETWORK_PARAMETERS(
            "port-network-parameters",
            PortNetworkParametersScreen::of,
            PortNetworkParametersScreen.LAYOUT,
            CommunitiesPage.LAYOUT),
    /** What is administered for the survivable cores: one form before CM 5, one for each core since. */
    SURVIVABLE_CORES(
            "survivable-cores", SurvivableCoreForm::of, SurvivableCoreForm.LAYOUT, SurvivableCoresTable.LAYOUT),
    /** What is administered for the IPSIs: one form for each port network. */
    IPSERVER_FORMS("ipserver-forms", IpserverFormsScreen::of, IpserverFormsScreen.LAYOUT),
    /** The roles of the servers of a cluster. */
    SERVER("server", ServerScreen::of, ServerScreen.LAYOUT),
    /** The active alarms. */
    ALARMS("alarms", AlarmsScreen::of, AlarmsScreen.LAYOUT);

    private final String word;
    private final Function<ServerView, List<Screen>> content;
    private final List<Layout> layouts;

    ScreenName(String word, Function<ServerView, List<Screen>> content, Layout... layouts) {
        this.word = word;
        this.content = content;
        this.layouts = List.of(layouts);
    }

    /** The word of {@code --screen}. */
    public String word() {
        return word;
    }

    /** The command that shows it; those with a form for each of several things add which one. */
    public String command() {
        return layouts.get(0).command();
    }

    /** The screen of a word or of a command, in upper or lower case, if there is one. */
    public static Optional<ScreenName> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(name -> name.word.equals(wanted) || name.command().equals(wanted))
                .findFirst();
    }

    /** The kinds of pages that it can have, in any release; the first gives the usual command. */
    List<Layout> layouts() {
        return layouts;
    }

    List<Screen> content(ServerView view) {
        return content.apply(view);
    }
}
