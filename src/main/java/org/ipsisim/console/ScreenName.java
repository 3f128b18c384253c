package org.ipsisim.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ipsisim.estate.Keyed;

/**
 * The screens of a server; a new one is a constant here and a class that shows it and reads it back. A command that shows one
 * form for each of several things is one screen.
 */
public enum ScreenName implements Keyed {
    /** Which servers are enabled and registered (ESS-156). */
    ESS_CLUSTERS(ClustersScreen::of, ClustersScreen.LAYOUT),
    /** Who controls each port network, and the priority list of each IPSI (ESS-160). */
    ESS_PORT_NETWORKS(EssPortNetworksScreen::of, EssPortNetworksScreen.LAYOUT),
    /** The state of every IPSI. */
    IPSERVER_INTERFACES(IpserverInterfacesScreen::of, IpserverInterfacesScreen.LAYOUT),
    /** Service, alarms and packet interfaces of every port network. */
    PORT_NETWORKS(PortNetworksScreen::of, PortNetworksScreen.LAYOUT),
    /** The socket sanity time-out. */
    IPSERVER_PARAMETERS(ParametersScreens::ofIpserver, ParametersScreens.IPSERVER_LAYOUT),
    /** Communities, and when port networks go to another server and back. */
    PORT_NETWORK_PARAMETERS(ParametersScreens::of, ParametersScreens.LAYOUT, CommunitiesPage.LAYOUT),
    /** What is administered for the survivable cores: one form before CM 5, one for each core since. */
    SURVIVABLE_CORES(SurvivableCoreForm::of, SurvivableCoreForm.LAYOUT, SurvivableCoresTable.LAYOUT),
    /** What is administered for the IPSIs: one form for each port network. */
    IPSERVER_FORMS(IpserverFormsScreen::of, IpserverFormsScreen.LAYOUT),
    /** The roles of the servers of a cluster. */
    SERVER(ServerScreen::of, ServerScreen.LAYOUT),
    /** The active alarms. */
    ALARMS(AlarmsScreen::of, AlarmsScreen.LAYOUT);

    private final Function<ServerView, List<Screen>> content;
    private final List<Layout> layouts;

    ScreenName(Function<ServerView, List<Screen>> content, Layout... layouts) {
        this.content = content;
        this.layouts = List.of(layouts);
    }

    /** The command that shows it; for one of several forms, its subject follows. */
    public String command() {
        return layouts.get(0).command();
    }

    /** The screen of a word, as {@code --screen} takes it, or of a command, in upper or lower case, if there is one. */
    public static Optional<ScreenName> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(name -> name.key().equals(wanted) || name.command().equals(wanted))
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
