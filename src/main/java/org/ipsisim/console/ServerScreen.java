package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** {@code server}: the roles of the servers of a cluster, also known as View Summary Status (HELP87). */
record ServerScreen(ServerView view) {
    static final Layout LAYOUT = Layout.settings("server", "SERVER STATUS");
    private static final String FIELD = "%37s: %s";

    static List<Screen> of(ServerView view) {
        return List.of(new Screen(ScreenName.SERVER, LAYOUT.command(), new ServerScreen(view).lines()));
    }

    private List<String> lines() {
        boolean duplex = view.isMain() && view.mains().isDuplex();
        List<String> lines = new ArrayList<>();
        lines.add(LAYOUT.command());
        lines.add(LAYOUT.title());
        lines.add("");
        lines.add(field("Duplicated", duplex ? "yes" : "no"));
        if (duplex) {
            boolean linked = isLinked();
            boolean refreshed = linked && isStandbyRefreshed();
            lines.add(field("Standby Busied", "no"));
            lines.add(field("Standby Refreshed", refreshed ? "yes" : "no"));
            lines.add(field("Standby Shadowing", refreshed ? "on" : "off"));
            lines.add(field("Duplication Link", linked ? "up" : "down"));
        }
        lines.add(field("Elapsed Time since Init/Interchange", elapsed() + (view.hasCurbs() ? "   curbs in" : "")));
        lines.add("");
        for (ServerHistory server : duplex ? view.mains().all() : List.of(view.own())) {
            lines.add(Sheet.format(
                    "%12s   ID: %-3s Mode: %s", server.server().id(), view.serverId(server.server()), mode(server)));
        }
        return lines;
    }

    private static String field(String name, String value) {
        return Sheet.format(FIELD, name, value);
    }

    private Optional<ServerHistory> other() {
        return view.mains().all().stream()
                .filter(server -> !server.server().equals(view.server()))
                .findFirst();
    }

    /** Whether the two servers hear each other. */
    private boolean isLinked() {
        return other().orElseThrow().roleAt(view.at()) != ServerRole.DOWN && !isArbiterLinkFailed();
    }

    private boolean isArbiterLinkFailed() {
        return view.history()
                .trace()
                .last(NetworkHappening.class, Subject.ARBITER_LINK, view.at())
                .filter(entry -> entry.is(NetworkHappening.Failed.class))
                .isPresent();
    }

    private boolean isStandbyRefreshed() {
        return view.mains().all().stream()
                .filter(server -> view.mains().isStandby(server))
                .anyMatch(server -> server.isRefreshedAt(view.at()));
    }

    private String mode(ServerHistory server) {
        if (!server.server().equals(view.server()) && !isLinked()) {
            return "unknown";
        }
        return switch (view.mains().settledRole(server)) {
            case STANDBY -> "Standby";
            case DOWN -> "unknown";
            default -> "Active";
        };
    }

    /** Days and time since the server came up, or since the main servers last changed roles. */
    private String elapsed() {
        long since = 0;
        for (RoleSpan span : view.own().timeline()) {
            boolean up = span.role() != ServerRole.DOWN && span.role() != ServerRole.RESETTING;
            if (span.from() <= view.at() && !up) {
                since = Math.min(span.to(), view.at());
            }
        }
        if (view.isMain()) {
            long interchange = view.history().trace().stream()
                    .filter(entry -> entry.at() <= view.at())
                    .filter(entry -> entry.is(ServerHappening.ServerActive.class, ServerHappening.TwoActives.class))
                    .mapToLong(TraceEntry::at)
                    .max()
                    .orElse(0);
            since = Math.max(since, interchange);
        }
        long elapsed = view.at() - since;
        return elapsed / 86_400_000 + " days " + Sheet.timeOfDay(elapsed);
    }
}
