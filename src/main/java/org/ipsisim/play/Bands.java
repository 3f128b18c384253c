package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.report.Mark;
import org.ipsisim.report.Subjects;
import org.ipsisim.report.timeline.ClusterNames;

/** Draws the timelines of port networks up to the present moment, one a line, with what each is now beside it. */
final class Bands {
    private static final int NAME = 8;
    private static final int GROUP_NAME = 14;
    private static final int STATE = 13;
    private static final int UNDER = 9;
    private static final int LOST = 5;

    private final PlaybackState session;
    private final Canvas canvas;
    private final PreparedRun run;
    private final TimeWindow window;
    private final int name;

    Bands(PlaybackState session, Canvas canvas) {
        this.session = session;
        this.canvas = canvas;
        this.run = session.run();
        this.name = session.view().grouped() ? GROUP_NAME : NAME;
        int columns = canvas.columns() - name - STATE - UNDER - LOST - 1;
        this.window = TimeWindow.at(session.now(), session.view().zoom(), run.duration(), columns);
    }

    /** How a span shows. */
    static Mark mark(PnSpan span, PreparedRun run) {
        return Mark.of(span, run.history().mainCluster());
    }

    /** The times over the timelines, and the heads of the columns. */
    StyledLine scale() {
        String zoom = TimeWindow.name(session.view().zoom(), run.duration());
        StyledLine line = canvas.line().add("  " + zoom, Ink.FAINT).to(name).add(window.labels(), Ink.FAINT);
        line.to(name + window.columns() + 1).add("state", Ink.FAINT);
        line.to(name + window.columns() + 1 + STATE).add("under", Ink.FAINT);
        return line.to(canvas.columns() - LOST).add(" lost", Ink.FAINT);
    }

    /**
     * The line of one port network, or of several that have been alike so far.
     *
     * @param members their indices
     */
    StyledLine row(List<Integer> members) {
        PnHistory pn = run.portNetworks().get(members.get(0));
        boolean isSelected = members.contains(session.view().selected());
        List<Subject> ids = new ArrayList<>();
        long lost = 0;
        for (int member : members) {
            Subject id = run.portNetworks().get(member).subject();
            lost += run.callsLost().by(id, session.now()).all();
            ids.add(id);
        }
        StyledLine line = canvas.line().add(isSelected ? "> " : "  ", Ink.BOLD);
        line.addAtMost(Subjects.brief(ids), name - line.width() - 1, isSelected ? Ink.BOLD : Ink.PLAIN);
        line.to(name);
        draw(pn, line);
        PnSpan span = pn.spanAt(session.now());
        Mark mark = mark(span, run);
        line.to(name + window.columns() + 1).add(mark.stateName(), mark.ink());
        line.to(name + window.columns() + 1 + STATE);
        line.add(new ClusterNames(run.history().mainCluster()).of(span.controller()));
        String count = lost == 0 ? "" : Long.toString(lost);
        return line.to(canvas.columns() - count.length()).add(count, Ink.VERMILION);
    }

    private record Cell(Mark mark, int controller) {}

    private void draw(PnHistory pn, StyledLine line) {
        List<Cell> cells = cells(pn);
        int from = 0;
        while (from < cells.size()) {
            Cell cell = cells.get(from);
            int to = from;
            while (to < cells.size() && cells.get(to).equals(cell)) {
                to++;
            }
            draw(cell, to - from, line);
            from = to;
        }
    }

    /** For each column up to now the worst of it. */
    private List<Cell> cells(PnHistory pn) {
        long present = Math.min(session.now(), run.duration() - 1);
        long end = Math.min(present, window.from() + window.columns() * window.step() - 1);
        Cell[] cells = new Cell[(int) ((end - window.from()) / window.step()) + 1];
        add(pn.spanAt(window.from()), cells, end);
        for (PnSpan span : pn.spansFrom(window.from())) {
            if (span.from() > end) {
                break;
            }
            add(span, cells, end);
        }
        List<Cell> drawn = new ArrayList<>();
        for (Cell cell : cells) {
            drawn.add(cell);
        }
        return drawn;
    }

    private void add(PnSpan span, Cell[] cells, long end) {
        Cell cell = new Cell(mark(span, run), span.controller());
        long until = Math.min(span.to() - 1, end);
        int last = (int) ((Math.max(until, span.from()) - window.from()) / window.step());
        for (int column = (int) (Math.max(0, span.from() - window.from()) / window.step()); column <= last; column++) {
            if (cells[column] == null || cell.mark.compareTo(cells[column].mark) >= 0) {
                cells[column] = cell;
            }
        }
    }

    /** Service is a line; everything else is a letter on a coloured ground, so that it is told apart without colours. */
    private void draw(Cell cell, int length, StyledLine line) {
        Mark mark = cell.mark;
        String run = String.valueOf(letter(mark)).repeat(length);
        String label = " " + cell.controller + " ";
        switch (mark) {
            case MAIN -> line.add(run, mark.ink());
            case OTHER -> {
                int at = (length - label.length()) / 2;
                line.add(at < 1 ? run : run.substring(0, at) + label + run.substring(at + label.length()), mark.ink());
            }
            default -> line.addOn(run, mark.ink());
        }
    }

    private char letter(Mark mark) {
        return switch (mark) {
            case MAIN, OTHER -> mark.glyph(canvas.style());
            case LOST -> '.';
            case WARM -> 'w';
            case COLD -> 'C';
            case NONE -> 'N';
            case RESTART -> 'r';
            case DOWN -> 'X';
        };
    }
}
