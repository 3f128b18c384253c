package org.ipsisim.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.estate.Release;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;

/**
 * {@code status ess clusters}: on the main a line for itself and for each survivable core, on a core one for itself. Only
 * a registered server has an active server ID; of a core that is not registered the main knows only the number.
 */
final class ClustersScreen extends PageReader {
    static final Layout LAYOUT = new Layout(
            "status ess clusters", "CLUSTER INFORMATION", List.of("enabled?", "registered?"), ClustersScreen::new);
    private static final String ROW = "%5s    %-8s  %5s      %6s           %-16s %s";
    private static final Pattern TITLE = Pattern.compile("Cluster ID:? +([0-9]{1,3}) ");

    private int own;
    private final Set<Integer> shown = new HashSet<>();

    private ClustersScreen(Claims claims, String subject) {
        super(claims);
    }

    static List<Screen> of(ServerView view) {
        List<String> heading = List.of(
                Sheet.titleOf(view, "ESS " + LAYOUT.title()),
                "",
                "                     Active",
                " Cluster             Server                  Translations     Software",
                "   ID    Enabled?      ID      Registered?   Updated          Version");
        List<String> rows = new ArrayList<>();
        if (view.isMain()) {
            rows.add(row(view, view.mains().active(), true));
        }
        for (ServerHistory server : view.history().servers()) {
            boolean isCore = server.server().cluster() != view.history().mainCluster();
            if (isCore && (view.isMain() || server.server().equals(view.server()))) {
                boolean registered = isRegistered(server, view);
                rows.add(view.isMain() && !registered ? unknown(server) : row(view, server, registered));
            }
        }
        return Sheet.table(ScreenName.ESS_CLUSTERS, heading, rows);
    }

    private static String row(ServerView view, ServerHistory server, boolean registered) {
        int cluster = server.server().cluster();
        boolean ownMain = view.isMain() && cluster == view.cluster();
        return Sheet.format(
                ROW,
                cluster,
                Sheet.yesNo(server.roleAt(view.at()) != ServerRole.DISABLED),
                registered ? view.serverId(ownMain ? view.server() : server.server()) : "",
                Sheet.yesNo(registered),
                "",
                version(view.release()));
    }

    private static String unknown(ServerHistory server) {
        return Sheet.format(ROW, server.server().cluster(), "unknown", "", "n", "", "");
    }

    /**
     * Whether a core is registered, as the server of the view sees it: a main server sees its own registrations, a core any.
     */
    private static boolean isRegistered(ServerHistory core, ServerView view) {
        return view.mains().all().stream()
                .filter(main -> !view.isMain() || main.server().equals(view.server()))
                .filter(main -> view.mains().takesRegistrations(main))
                .anyMatch(main -> core.canRegisterWith(main.server(), view.at()));
    }

    /** How software versions begin: {@code R016x} is CM 6 (recollection). The load that follows is left out. */
    private static String version(Release release) {
        return switch (release) {
            case CM_3_0 -> "R013x.00";
            case CM_3_1_3 -> "R013x.01.3";
            case CM_4 -> "R014x.00";
            case CM_5 -> "R015x.00";
            case CM_6 -> "R016x.00";
        };
    }

    /** The release of a software version such as {@code R016x.00.1.510.1}, if there is one; later ones count as CM 6. */
    private static Optional<Release> releaseOf(String version) {
        if (version.matches("R01[6-9]x.*")) {
            return Optional.of(Release.CM_6);
        }
        return Arrays.stream(Release.values())
                .filter(release -> version.startsWith(version(release).replaceFirst("(R01[45]x)\\.00", "$1")))
                .findFirst();
    }

    /** The title names the cluster of the server that shows the screen. */
    @Override
    void title(CaptureLine line) {
        Matcher matcher = TITLE.matcher(line.text());
        own = matcher.find() ? LineWords.number(matcher.group(1), LineWords.MOST_CLUSTER) : 0;
    }

    /** Only the main shows more than one cluster. */
    @Override
    int read(List<CaptureLine> lines, int at) {
        CaptureLine line = lines.get(at);
        LineWords words = LineWords.of(line.text());
        int cluster = words.number(0, LineWords.MOST_CLUSTER);
        if (cluster == 0 || words.count() < 3 || !isEnabled(words.get(1)) || !hasRegistration(words)) {
            return 0;
        }
        claims.cluster(cluster, line);
        if (words.get(1).equals("n")) {
            claims.say(ScreenFact.CORE_DISABLED, cluster, "y", line);
        }
        shown.add(cluster);
        if (own > 0 && shown.size() > 1) {
            claims.say(ScreenFact.MAIN_CLUSTER, String.valueOf(own), line);
        }
        releaseOf(words.get(words.count() - 1))
                .ifPresent(release -> claims.say(ScreenFact.RELEASE, release.key(), line));
        return 1;
    }

    private static boolean isEnabled(String word) {
        return word.equals("unknown") || LineWords.isYesNo(word);
    }

    /** After the server ID, which only a registered server has. */
    private static boolean hasRegistration(LineWords words) {
        int place = words.isNumber(2, 99) ? 3 : 2;
        return place < words.count() && LineWords.isYesNo(words.get(place));
    }
}
