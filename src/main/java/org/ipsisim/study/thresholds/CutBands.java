package org.ipsisim.study.thresholds;

import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.history.Subject;

/**
 * What cuts of one kind cost one port network or population of phones, by their length.
 *
 * @param subject the port network or population
 * @param bands by length, from 0 to the longest cut that was tried; neighbours differ
 */
public record CutBands(Subject subject, List<Band> bands) implements FaultCuts.OfSubject {
    /** Keeps a copy of the list. */
    public CutBands {
        bands = List.copyOf(bands);
    }

    /**
     * The longest cut in milliseconds such that neither it nor any shorter one has a cost.
     *
     * @return empty if no cut that was tried has it
     */
    OptionalLong without(CutCost cost) {
        long longest = 0;
        for (Band band : bands) {
            if (cost.isPaid(band.outcome())) {
                return OptionalLong.of(longest);
            }
            longest = band.to();
        }
        return OptionalLong.empty();
    }

    /** Whether some cuts have a cost that longer ones do not have. */
    boolean comesAndGoes(CutCost cost) {
        boolean paid = false;
        for (Band band : bands) {
            boolean pays = cost.isPaid(band.outcome());
            if (paid && !pays) {
                return true;
            }
            paid |= pays;
        }
        return false;
    }

    @Override
    public long upTo() {
        return bands.get(bands.size() - 1).to();
    }

    @Override
    public List<Band> course() {
        return bands;
    }

    @Override
    public boolean isUntouched() {
        return without(CutCost.ANYTHING).isEmpty();
    }

    /** Whether all edges are known to the millisecond. */
    public boolean isExact() {
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).from() != bands.get(i - 1).to() + 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * Lengths of a cut that cost them the same.
     *
     * @param from the shortest in milliseconds; 0 is no cut
     * @param to the longest in milliseconds. The next band begins one millisecond later, unless the search was interrupted
     */
    public record Band(long from, long to, CutOutcome outcome) {}
}
