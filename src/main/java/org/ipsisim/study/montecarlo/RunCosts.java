package org.ipsisim.study.montecarlo;

import java.util.List;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;

/** What one run cost each port network, by number, and all of them together: a row of plain numbers. */
final class RunCosts {
    private static final RunMeasure[] MEASURES = RunMeasure.values();

    private final long[] values;

    /** @param values for each port network, then for all, each measure in its order; nobody changes them */
    RunCosts(long[] values) {
        this.values = values;
    }

    /** How many numbers there are for some port networks. */
    static int size(int portNetworks) {
        return (portNetworks + 1) * MEASURES.length;
    }

    long[] values() {
        return values;
    }

    static RunCosts of(History history) {
        List<PnHistory> pns = history.portNetworks();
        long[] values = new long[size(pns.size())];
        for (int i = 0; i < pns.size(); i++) {
            for (RunMeasure measure : MEASURES) {
                long value = measure.of(pns.get(i).totals());
                values[i * MEASURES.length + measure.ordinal()] = value;
                values[pns.size() * MEASURES.length + measure.ordinal()] += value;
            }
        }
        return new RunCosts(values);
    }

    /** @param subject index of a port network; their number stands for all together */
    long of(int subject, RunMeasure measure) {
        return values[subject * MEASURES.length + measure.ordinal()];
    }
}
