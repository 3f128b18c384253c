package org.ipsisim.study.thresholds;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What cuts of one kind cost one port network, by their length.
 *
 * @param number of the port network
 * @param bands by length, from 0 to the longest cut that was tried; neighbours differ
 */
public record PnBands(int number, List<Band> bands) implements FaultCuts.OfPn {
    /** Keeps a copy of the list. */
    public PnBands {
        bands = List.copyOf(bands);
    }

    /**
     * The longest cut in milliseconds such that it and every shorter one has an outcome.
     *
     * @return empty if every cut that was tried has it
     */
    public OptionalLong longest(Predicate<PnOutcome> outcome) {
        long longest = 0;
        for (Band band : bands) {
            if (!outcome.test(band.outcome())) {
                return OptionalLong.of(longest);
            }
            longest = band.to();
        }
        return OptionalLong.empty();
    }

    /** Whether longer cuts lose an outcome that still longer ones have again. */
    public boolean comesBack(Predicate<PnOutcome> outcome) {
        boolean lost = false;
        for (Band band : bands) {
            boolean has = outcome.test(band.outcome());
            if (lost && has) {
                return true;
            }
            lost |= !has;
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
        return bands.stream().allMatch(band -> band.outcome().isFree());
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
     * Lengths of a cut that cost a port network the same.
     *
     * @param from the shortest in milliseconds; 0 is no cut
     * @param to the longest in milliseconds. The next band begins one millisecond later, unless the search was interrupted
     */
    public record Band(long from, long to, PnOutcome outcome) {}
}
