package org.ipsisim.study.audit;

import java.util.List;

/**
 * A run of some port networks.
 *
 * @param portNetworks numbers, ascending
 * @param faults that they feel, by their place among the elements of the plan, ascending
 * @param length of the faults in milliseconds
 * @param kind what else there is
 * @param interchanges with calls: when the main servers change roles, whatever they reach, in milliseconds
 */
record PartRun(List<Integer> portNetworks, List<Integer> faults, long length, Kind kind, List<Long> interchanges) {
    /** What else there is in a run. */
    enum Kind {
        WITHOUT_CORES(" without cores"),
        WITH_CORES(""),
        WITH_CALLS(" with random calls");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Words that end the name of such a run; none where there are cores. */
        String words() {
            return words;
        }
    }

    PartRun(List<Integer> portNetworks, List<Integer> faults, long length, Kind kind) {
        this(portNetworks, faults, length, kind, List.of());
    }

    /** The same with random calls. */
    PartRun withCalls(List<Long> times) {
        return new PartRun(portNetworks, faults, length, Kind.WITH_CALLS, times);
    }
}
