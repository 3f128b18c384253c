package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.history.PnSpan;

/**
 * Neighbouring columns of a timeline in text that look the same.
 *
 * @param mark how they look
 * @param controller the cluster that controls the port network, or last did
 * @param length how many columns they are
 */
public record MarkRun(Mark mark, int controller, int length) {
    /**
     * The columns of a port network's timeline; each shows the worst state of its time.
     *
     * @param spans the states, from the one at the start of the first column on
     * @param mainCluster the cluster number of the main servers
     * @param from where the first column starts, in milliseconds
     * @param step milliseconds of a column
     * @param end the last millisecond shown
     */
    public static List<MarkRun> of(List<PnSpan> spans, int mainCluster, long from, long step, long end) {
        MarkRun[] columns = new MarkRun[(int) ((end - from) / step) + 1];
        for (PnSpan span : spans) {
            if (span.from() > end) {
                break;
            }
            MarkRun own = new MarkRun(Mark.of(span, mainCluster), span.controller(), 1);
            int first = (int) (Math.max(0, span.from() - from) / step);
            int last = (int) ((Math.max(Math.min(span.to() - 1, end), span.from()) - from) / step);
            for (int column = first; column <= last; column++) {
                if (columns[column] == null || own.mark.compareTo(columns[column].mark) >= 0) {
                    columns[column] = own;
                }
            }
        }
        List<MarkRun> runs = new ArrayList<>();
        for (int start = 0; start < columns.length; ) {
            int next = start;
            while (next < columns.length && columns[next].looksLike(columns[start])) {
                next++;
            }
            runs.add(new MarkRun(columns[start].mark, columns[start].controller, next - start));
            start = next;
        }
        return runs;
    }

    private boolean looksLike(MarkRun other) {
        return mark == other.mark && controller == other.controller;
    }

    /** Its columns, drawn with a character; the number of a survivable core is in the middle if there is room. */
    public String text(char glyph) {
        String run = String.valueOf(glyph).repeat(length);
        String label = " " + controller + " ";
        if (mark != Mark.OTHER || length < label.length() + 2) {
            return run;
        }
        int at = (length - label.length()) / 2;
        return run.substring(0, at) + label + run.substring(at + label.length());
    }
}
