package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Words;
import org.ipsisim.report.Mark;
import org.ipsisim.report.MarkRun;
import org.ipsisim.report.PhoneMarks;
import org.ipsisim.report.SubjectWords;

/** Draws the timelines of port networks up to the present moment, one per line, with the present state beside them. */
final class Bands extends Drawing {
    private static final int NAME = 8;
    private static final int GROUP_NAME = 14;
    private static final int STATE = 13;
    private static final int UNDER = 9;
    private static final int LOST = 5;

    private final TimeWindow window;
    private final int name;

    Bands(PlaybackState session, Canvas canvas) {
        super(session, canvas);
        this.name = session.view().grouped() ? GROUP_NAME : NAME;
        int columns = canvas.columns() - name - STATE - UNDER - LOST - 1;
        this.window = TimeWindow.at(now, session.view().zoom(), run.duration(), columns);
    }

    /** The times above the timelines, and the column headings. */
    StyledLine scale() {
        String zoom = TimeWindow.name(session.view().zoom(), run.duration());
        StyledLine line =
                canvas.line().add("  " + zoom, Ink.FAINT).to(name).add(window.labels(run.moments()), Ink.FAINT);
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
        List<Subject> ids = members.stream()
                .map(member -> run.portNetworks().get(member).subject())
                .toList();
        long lost =
                ids.stream().mapToLong(id -> run.callsLost().by(id, now).all()).sum();
        StyledLine line = canvas.line().add(isSelected ? "> " : "  ", Ink.BOLD);
        line.addAtMost(
                SubjectWords.brief(ids, run.history().names()),
                name - line.width() - 1,
                isSelected ? Ink.BOLD : Ink.PLAIN);
        line.to(name);
        draw(pn, line);
        PnSpan span = pn.spanAt(now);
        Mark mark = mark(span);
        line.to(name + window.columns() + 1).add(mark.stateName(), mark.ink());
        line.to(name + window.columns() + 1 + STATE);
        line.add(name(span.controller()));
        String count = lost == 0 ? "" : Long.toString(lost);
        return line.to(canvas.columns() - count.length()).add(count, Ink.VERMILION);
    }

    /** The line of a population of SIP phones: tenths of them in service, and how many are now. */
    StyledLine row(PopulationHistory phones) {
        StyledLine line = canvas.line().add("  ");
        line.addAtMost(phones.population().name(), name - line.width() - 1, Ink.PLAIN)
                .to(name);
        long present = Math.min(now, run.duration() - 1);
        long end = Math.min(present, window.from() + window.columns() * window.step() - 1);
        for (PhoneMarks marks : PhoneMarks.of(phones, window.from(), window.step(), end)) {
            line.add(marks.text(canvas.style()), marks.ink(), !marks.isAll());
        }
        int inService = phones.sampleAt(present).in(PhoneState.IN_SERVICE);
        boolean all = inService == phones.population().size();
        line.to(name + window.columns() + 1);
        return line.addAtMost(
                all
                        ? "in service"
                        : Words.grouped(inService) + " of "
                                + Words.grouped(phones.population().size()),
                canvas.columns() - line.width(),
                all ? Ink.GREEN : Ink.ORANGE);
    }

    /** Service is a line; everything else is a letter on a coloured ground, which can be told apart without colours. */
    private void draw(PnHistory pn, StyledLine line) {
        long present = Math.min(now, run.duration() - 1);
        long end = Math.min(present, window.from() + window.columns() * window.step() - 1);
        List<PnSpan> spans = new ArrayList<>(List.of(pn.spanAt(window.from())));
        pn.spansFrom(window.from()).stream()
                .takeWhile(span -> span.from() <= end)
                .forEach(spans::add);
        for (MarkRun marks : MarkRun.of(spans, run.history().mainCluster(), window.from(), window.step(), end)) {
            Mark mark = marks.mark();
            String text = marks.text(letter(mark));
            line.add(text, mark.ink(), mark != Mark.MAIN && mark != Mark.OTHER);
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
