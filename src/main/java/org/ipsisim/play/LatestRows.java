package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.Subjects;

/** What has happened, the latest last; port networks share a line if the same happened to them at the same time. */
final class LatestRows {
    private static final int WHO = 15;

    private final Canvas canvas;
    private final PreparedRun run;
    private final long now;

    private record Row(long at, String text, List<Subject> subjects) {}

    LatestRows(PlaybackState session, Canvas canvas) {
        this.canvas = canvas;
        this.run = session.run();
        this.now = session.now();
    }

    /** The last lines, at least one and at most {@code most}. */
    List<StyledLine> lines(int most) {
        List<StyledLine> lines = new ArrayList<>();
        List<Row> rows = rows(most);
        for (int i = rows.size() - 1; i >= 0; i--) {
            List<StyledLine> more = lines(rows.get(i));
            if (lines.size() + more.size() > most) {
                return lines.isEmpty() ? more.subList(0, most) : lines;
            }
            lines.addAll(0, more);
        }
        return lines;
    }

    /** The last rows in order of time, at most {@code most} and the rest of the first time. */
    private List<Row> rows(int most) {
        List<TraceEntry> told = run.toldUntil(now);
        List<Row> rows = new ArrayList<>();
        for (int i = told.size() - 1; i >= 0; i--) {
            TraceEntry entry = told.get(i);
            Row row = new Row(entry.at(), run.history().textOf(entry), new ArrayList<>(List.of(entry.subject())));
            Row same = like(row, rows);
            if (same != null) {
                if (!same.subjects.contains(entry.subject())) {
                    same.subjects.add(0, entry.subject());
                }
            } else if (rows.size() >= most && rows.get(0).at > row.at) {
                break;
            } else {
                rows.add(0, row);
            }
        }
        return rows;
    }

    /** A row of the same time with the same text; null if there is none. Rows of one time are the first ones. */
    private static Row like(Row row, List<Row> rows) {
        for (int i = 0; i < rows.size() && rows.get(i).at == row.at; i++) {
            if (rows.get(i).text.equals(row.text)) {
                return rows.get(i);
            }
        }
        return null;
    }

    private List<StyledLine> lines(Row row) {
        String at = Words.duration(row.at);
        String who = Subjects.brief(row.subjects);
        int timeWidth = Math.max(10, Words.duration(now).length());
        int text = 2 + timeWidth + 2 + Math.max(WHO, who.length()) + 1;
        boolean isWide = text > canvas.columns() / 2;
        int indent = isWide ? 2 + timeWidth + 2 : text;
        boolean isNew = row.at == now;
        Ink ink = isNew ? Ink.BOLD : Ink.PLAIN;
        List<StyledLine> lines = new ArrayList<>();
        String words = isWide ? who + ": " + row.text : row.text;
        for (String part : TerminalText.wrap(TerminalText.clean(words, canvas.style()), canvas.columns() - indent)) {
            StyledLine line = canvas.line();
            if (lines.isEmpty()) {
                line.to(2 + timeWidth - at.length())
                        .add(at, isNew ? Ink.BOLD : Ink.FAINT)
                        .add("  ");
                line.add(isWide ? "" : who, ink);
            }
            lines.add(line.to(indent).add(part, ink));
        }
        return lines;
    }
}
