package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/**
 * The bands of one port network.
 *
 * @param name such as {@code PN 12}
 * @param bands by time; neighbours differ in state or controller
 */
public record BandRow(String name, List<PnSpan> bands) {
    /** Keeps a copy of the bands. */
    public BandRow {
        bands = List.copyOf(bands);
    }

    static BandRow of(PnHistory pn) {
        List<PnSpan> merged = new ArrayList<>();
        for (PnSpan span : pn.timeline()) {
            PnSpan last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.state() == span.state() && last.controller() == span.controller()) {
                merged.set(merged.size() - 1, new PnSpan(last.from(), span.to(), span.state(), span.controller()));
            } else {
                merged.add(span);
            }
        }
        return new BandRow("PN " + pn.portNetwork().number(), merged);
    }
}
