package org.ipsisim.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Ink;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;

/** The roles of the servers: the main servers one by one, survivable cores grouped by role. */
final class ServerRows {
    private static final int FEW = 2;

    private final Canvas canvas;
    private final PreparedRun run;
    private final long now;

    private record Part(String text, Ink ink) {}

    ServerRows(PlaybackState session, Canvas canvas) {
        this.canvas = canvas;
        this.run = session.run();
        this.now = session.now();
    }

    List<StyledLine> lines(int most) {
        List<StyledLine> lines = new ArrayList<>(List.of(canvas.label("servers")));
        for (Part part : parts()) {
            StyledLine line = lines.get(lines.size() - 1);
            if (line.width() + part.text.length() > canvas.columns()
                    && line.width() > Canvas.LABEL_WIDTH
                    && lines.size() < most) {
                line = canvas.label("");
                lines.add(line);
            }
            line.addAtMost(part.text, canvas.columns() - line.width(), part.ink).add("   ");
        }
        return lines;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Map<ServerRole, List<String>> cores = new LinkedHashMap<>();
        for (ServerHistory server : run.history().servers()) {
            ServerRole role = server.roleAt(now);
            if (server.server().cluster() == run.history().mainCluster()) {
                String refreshed = role == ServerRole.STANDBY && !server.isRefreshedAt(now) ? ", not refreshed" : "";
                parts.add(
                        new Part(server.server().id() + " " + role.key() + refreshed, ink(role, !refreshed.isEmpty())));
            } else {
                cores.computeIfAbsent(role, r -> new ArrayList<>())
                        .add(server.server().id());
            }
        }
        cores.entrySet().stream()
                .sorted((a, b) -> Boolean.compare(a.getKey() == ServerRole.IDLE, b.getKey() == ServerRole.IDLE))
                .forEach(entry ->
                        parts.add(new Part(words(entry.getKey(), entry.getValue()), ink(entry.getKey(), false))));
        return parts;
    }

    /** Many idle cores are only counted. */
    private static String words(ServerRole role, List<String> cores) {
        return role == ServerRole.IDLE && cores.size() > FEW
                ? cores.size() + " cores " + role.key()
                : String.join(", ", cores) + " " + role.key();
    }

    private static Ink ink(ServerRole role, boolean isDoubtful) {
        return switch (role) {
            case ACTIVE -> Ink.GREEN;
            case STANDBY, IDLE -> isDoubtful ? Ink.ORANGE : Ink.PLAIN;
            case DOWN, DISABLED -> Ink.VERMILION;
            case INTERCHANGING, RESETTING -> Ink.ORANGE;
        };
    }
}
