package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** The main page: timelines up to now, the selected port network, servers, alarms, and what has happened last. */
final class Overview {
    private final PlaybackState session;
    private final Canvas canvas;
    private final PreparedRun course;
    private final long now;

    Overview(PlaybackState session, Canvas canvas) {
        this.session = session;
        this.canvas = canvas;
        this.course = session.course();
        this.now = session.now();
    }

    /** The lines, as many as there is room for. */
    List<StyledLine> lines(int room) {
        boolean isGrouped = session.sight().grouped();
        Groups groups = Groups.at(now, course, isGrouped);
        Layout layout = Layout.of(
                room,
                course.scenario().estate(),
                isGrouped ? course.mostGroups() + 1 : groups.all().size());
        Bands bands = new Bands(session, canvas);
        List<StyledLine> lines = new ArrayList<>();
        boolean hasSummary = layout.portNetworks() > 1
                && (isGrouped || layout.portNetworks() < groups.all().size());
        int rows = Math.min(groups.all().size(), layout.portNetworks() - (hasSummary ? 1 : 0));
        int selected = groups.indexOf(session.sight().selected());
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
        PnPanel panel = new PnPanel(session, canvas);
        lines.add(panel.title());
        lines.addAll(filled(panel.timers(layout.timers()), layout.timers()));
        lines.addAll(filled(panel.ipsis(), layout.ipsis()));
        lines.add(panel.calls());
        lines.addAll(filled(new ServerRows(session, canvas).lines(layout.servers()), layout.servers()));
        lines.addAll(filled(new AlarmRows(session, canvas).lines(layout.alarms()), layout.alarms()));
        lines.addAll(new LatestRows(session, canvas).lines(layout.latest()));
        return lines;
    }

    private List<StyledLine> filled(List<StyledLine> lines, int count) {
        List<StyledLine> filled = new ArrayList<>(lines);
        while (filled.size() < count) {
            filled.add(canvas.line());
        }
        return filled;
    }

    /** How many of all port networks are in which state. */
    private StyledLine summary(String lines) {
        List<PnHistory> all = course.portNetworks();
        StyledLine line = canvas.line().add("  " + lines + "all " + all.size() + ": ", Ink.FAINT);
        String separator = "";
        for (PnState state : PnState.values()) {
            List<PnSpan> spans = all.stream()
                    .map(pn -> pn.spanAt(now))
                    .filter(span -> span.state() == state)
                    .toList();
            if (!spans.isEmpty()) {
                Ink ink = Bands.mark(spans.get(0), course).ink();
                line.add(separator).add(spans.size() + " " + state.key().replace('-', ' '), ink);
                separator = ", ";
            }
        }
        return line;
    }
}
