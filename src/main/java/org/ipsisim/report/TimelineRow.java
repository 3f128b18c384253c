package org.ipsisim.report;

import java.util.List;
import org.ipsisim.history.PnSpan;

/**
 * One line of a timeline drawn in text.
 *
 * @param label what the line is about, such as {@code pn 1-5, 7}
 * @param spans the states shown; they follow each other without a gap from the start
 */
public record TimelineRow(String label, List<PnSpan> spans) {
    /** Keeps a copy of the spans. */
    public TimelineRow {
        spans = List.copyOf(spans);
    }
}
