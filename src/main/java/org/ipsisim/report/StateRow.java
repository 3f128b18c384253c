package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnSpan;

/**
 * A line of a table of states: one span of a timeline, or many spans in which contact was lost and came back and nothing else
 * happened, as over a link that loses some heartbeats (R8).
 *
 * @param spans one or more, without a gap, under one cluster
 * @param losses how often contact was lost in them; nothing if it is one span
 */
public record StateRow(List<PnSpan> spans, ContactLosses losses) {
    /** A timeline in as few rows as possible: a few losses of contact in a row are listed, many share a row. */
    public static List<StateRow> of(List<PnSpan> timeline) {
        List<StateRow> rows = new ArrayList<>();
        int from = 0;
        while (from < timeline.size()) {
            int to = endOfCalm(timeline, from);
            ContactLosses losses = new ContactLosses();
            timeline.subList(from, to).stream()
                    .filter(span -> span.state() == PnState.CONTACT_LOST)
                    .forEach(span -> losses.add(span.from(), span.to()));
            if (losses.areMany()) {
                rows.add(new StateRow(timeline.subList(from, to), losses));
            } else {
                to = Math.max(to, from + 1);
                timeline.subList(from, to).forEach(span -> rows.add(new StateRow(List.of(span), new ContactLosses())));
            }
            from = to;
        }
        return rows;
    }

    /** The index of the first span that is neither service nor lost contact. */
    private static int endOfCalm(List<PnSpan> timeline, int from) {
        int to = from;
        while (to < timeline.size()
                && isCalm(timeline.get(to))
                && timeline.get(to).controller() == timeline.get(from).controller()) {
            to++;
        }
        boolean ledToMore =
                to < timeline.size() && to > from && timeline.get(to - 1).state() == PnState.CONTACT_LOST;
        return ledToMore ? to - 1 : to;
    }

    private static boolean isCalm(PnSpan span) {
        return span.state() == PnState.IN_SERVICE || span.state() == PnState.CONTACT_LOST;
    }

    /** Whether it represents many spans. */
    public boolean isFolded() {
        return spans.size() > 1;
    }

    /** The first of its spans. */
    public PnSpan first() {
        return spans.get(0);
    }

    /** Its start in milliseconds. */
    public long from() {
        return first().from();
    }

    /** Its end in milliseconds, not part of it. */
    public long to() {
        return spans.get(spans.size() - 1).to();
    }
}
