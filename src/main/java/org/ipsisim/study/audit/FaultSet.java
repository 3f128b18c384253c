package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsisim.study.Fault;

/**
 * Faults of one length. They begin and end together, unless the second one strikes later.
 *
 * @param faults one or more, in the order of {@link Fault#all}; where the second one strikes later, in the order of time
 * @param moment when the second one strikes
 * @param delay how long after the first one that is, in milliseconds
 */
public record FaultSet(List<Fault> faults, Moment moment, long delay) {
    /** When the second of two faults strikes. */
    public enum Moment {
        /** With the first one. */
        AT_ONCE("at once"),
        /** While a survivable core restarts the first port network that fails over. */
        FAILOVER("failover"),
        /** While the main restarts the first port network that returns. */
        RETURN("return");

        private final String words;

        Moment(String words) {
            this.words = words;
        }

        /** As a table has it. */
        public String words() {
            return words;
        }

        /** The word in results. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Keeps a copy of the faults. */
    public FaultSet {
        faults = List.copyOf(faults);
    }

    /** Faults that begin together. */
    FaultSet(List<Fault> faults) {
        this(faults, Moment.AT_ONCE, 0);
    }

    /** Every fault alone; then, if wanted, every pair. */
    static List<FaultSet> of(List<Fault> elements, int most) {
        List<FaultSet> sets = new ArrayList<>();
        elements.forEach(element -> sets.add(new FaultSet(List.of(element))));
        if (most == 2) {
            for (int i = 0; i < elements.size(); i++) {
                for (int j = i + 1; j < elements.size(); j++) {
                    sets.add(new FaultSet(List.of(elements.get(i), elements.get(j))));
                }
            }
        }
        return sets;
    }

    /** How many faults. */
    public int size() {
        return faults.size();
    }

    /** Their names, such as {@code wan + ipsi-1a}, or {@code wan, then sc-10} if they do not strike at once. */
    public String name() {
        return faults.stream()
                .map(Fault::name)
                .collect(Collectors.joining(moment == Moment.AT_ONCE ? " + " : ", then "));
    }
}
