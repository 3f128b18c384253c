package org.ipsisim.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Ink;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.report.SharedAlarm;

/** The main page: timelines up to now, the selected port network, servers, alarms, and the latest events. */
final class Overview extends Drawing {
    private static final int FEW_CORES = 2;
    private static final int MOST_PHONES = 4;
    private static final int ALARM_OBJECT = Canvas.LABEL_WIDTH + 8;
    private static final int ALARM_AT = Canvas.LABEL_WIDTH + 28;

    Overview(PlaybackState session, Canvas canvas) {
        super(session, canvas);
    }

    /** The lines, as many as there is room for. */
    List<StyledLine> lines(int room) {
        boolean isGrouped = session.view().grouped();
        Groups groups = Groups.at(now, run.portNetworks(), isGrouped);
        Layout layout = Layout.of(
                room,
                run.scenario().estate(),
                isGrouped ? run.mostGroups() + 1 : groups.all().size(),
                phones().size());
        Bands bands = new Bands(session, canvas);
        List<StyledLine> lines = new ArrayList<>();
        boolean hasSummary = layout.portNetworks() > 1
                && (isGrouped || layout.portNetworks() < groups.all().size());
        int rows = Math.min(groups.all().size(), layout.portNetworks() - (hasSummary ? 1 : 0));
        int selected =
                groups.all().isEmpty() ? 0 : groups.indexOf(session.view().selected());
        int first = Math.max(0, Math.min(selected - rows / 2, groups.all().size() - rows));
        lines.add(bands.scale());
        for (List<Integer> group : groups.all().subList(first, first + rows)) {
            lines.add(bands.row(group));
        }
        if (hasSummary) {
            boolean isScrolled = rows < groups.all().size();
            lines.add(summary(
                    isScrolled
                            ? "line " + (first + 1) + "-" + (first + rows) + " of "
                                    + groups.all().size() + "; "
                            : ""));
        }
        while (lines.size() <= layout.portNetworks()) {
            lines.add(canvas.line());
        }
        phones().forEach(phones -> lines.add(bands.row(phones)));
        if (!run.portNetworks().isEmpty()) {
            PnPanel panel = new PnPanel(session, canvas);
            lines.add(panel.title());
            lines.addAll(filled(panel.timers(layout.timers()), layout.timers()));
            lines.addAll(filled(panel.ipsis(), layout.ipsis()));
            lines.add(panel.calls());
        }
        lines.addAll(filled(servers(layout.servers()), layout.servers()));
        lines.addAll(filled(alarms(layout.alarms()), layout.alarms()));
        lines.addAll(new Pages(session, canvas).latest(layout.latest()));
        return lines;
    }

    /** The populations of SIP phones that are shown: those that lose most service. */
    private List<PopulationHistory> phones() {
        return run.history().sip().mostAffected(MOST_PHONES);
    }

    private List<StyledLine> filled(List<StyledLine> lines, int count) {
        List<StyledLine> filled = new ArrayList<>(lines);
        while (filled.size() < count) {
            filled.add(canvas.line());
        }
        return filled;
    }

    /** How many port networks are in each state. */
    private StyledLine summary(String lines) {
        List<PnHistory> all = run.portNetworks();
        StyledLine line = canvas.line().add("  " + lines + "all " + all.size() + ": ", Ink.FAINT);
        String separator = "";
        for (PnState state : PnState.values()) {
            List<PnSpan> spans = all.stream()
                    .map(pn -> pn.spanAt(now))
                    .filter(span -> span.state() == state)
                    .toList();
            if (!spans.isEmpty()) {
                Ink ink = mark(spans.get(0)).ink();
                line.add(separator).add(spans.size() + " " + state.key().replace('-', ' '), ink);
                separator = ", ";
            }
        }
        return line;
    }

    /**
     * How the lines of the overview are shared out. It does not change while a run is played, so that nothing jumps.
     *
     * @param portNetworks lines with timelines
     * @param timers lines for the timers of the selected port network
     * @param ipsis lines for its IPSIs
     * @param servers lines for the servers
     * @param alarms lines for the active alarms
     * @param latest lines for the latest events
     */
    private record Layout(int portNetworks, int timers, int ipsis, int servers, int alarms, int latest) {
        /** With this many rows there is room for more of everything. */
        private static final int TALL = 34;

        /** The scale, the name of the selected port network, its calls. */
        private static final int FIXED = 3;

        /**
         * Shares out some rows.
         *
         * @param rows lines there are
         * @param timelines lines that the timelines of port networks can fill
         * @param phones lines for populations of phones
         */
        static Layout of(int rows, Estate estate, int timelines, int phones) {
            boolean isTall = rows >= TALL;
            if (estate.portNetworks().isEmpty()) {
                int alarms = isTall ? 4 : 2;
                return new Layout(0, 0, 0, 1, alarms, rows - 1 - phones - 1 - alarms);
            }
            boolean isSerial = estate.timers().reading() == EscalationReading.SERIAL;
            int timers = (isSerial ? 2 : 3) + (isTall || estate.main().duplex() ? 1 : 0);
            int ipsis = estate.portNetworks().stream().anyMatch(pn -> pn.duplicatedIpsis()) ? 2 : 1;
            int servers = isTall ? 2 : 1;
            int alarms = isTall ? 4 : 2;
            int left = rows - FIXED - phones - timers - ipsis - servers - alarms;
            int bands = Math.min(timelines, Math.max(1, left * 3 / 5));
            return new Layout(bands, timers, ipsis, servers, alarms, left - bands);
        }
    }

    private record Part(String text, Ink ink) {}

    /** The roles of the servers: the main servers one by one, survivable cores grouped by role. */
    private List<StyledLine> servers(int most) {
        List<StyledLine> lines = new ArrayList<>(List.of(canvas.label("servers")));
        for (Part part : serverParts()) {
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

    private List<Part> serverParts() {
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
        return role == ServerRole.IDLE && cores.size() > FEW_CORES
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

    /** The active alarms, as many as there is room for, and how many more there are. */
    private List<StyledLine> alarms(int most) {
        List<SharedAlarm> alarms = run.alarmsAt(now);
        List<StyledLine> lines = new ArrayList<>();
        if (alarms.isEmpty()) {
            lines.add(canvas.label("alarms").add("none", Ink.FAINT));
        }
        for (SharedAlarm alarm : Lists.first(alarms, most)) {
            StyledLine line = canvas.label(lines.isEmpty() ? "alarms" : "");
            int more = alarms.size() - most;
            boolean isLast = lines.size() == most - 1 && more > 0;
            addAlarm(alarm, line, isLast ? "  and " + more + " more (a)" : "");
            lines.add(line);
        }
        return lines;
    }

    private void addAlarm(SharedAlarm shared, StyledLine line, String more) {
        Alarm alarm = shared.alarm();
        Ink ink = ink(alarm);
        line.add(alarm.severity().word(), ink).to(ALARM_OBJECT).add(alarm.object(), ink);
        String at = run.moments().exact(alarm.at());
        line.to(Math.max(ALARM_AT - at.length(), line.width() + 1))
                .add(at, Ink.FAINT)
                .add("  ");
        int room = canvas.columns() - line.width() - more.length();
        line.addAtMost(shared.who() + ": " + alarm.text(), room, Ink.PLAIN).add(more, Ink.BOLD);
    }
}
