package org.ipsisim.study.thresholds;

import java.util.List;
import org.ipsisim.history.Subject;
import org.ipsisim.study.Fault;

/**
 * What cuts of one kind cost each port network and each population of phones, by their length.
 *
 * @param fault what is cut
 * @param subjects port networks by number, then populations in the order of the scenario
 */
public record FaultCuts<P extends FaultCuts.OfSubject>(Fault fault, List<P> subjects) {
    /** Keeps a copy of the list. */
    public FaultCuts {
        subjects = List.copyOf(subjects);
    }

    /** How many faults were tried up to the longest cut of a plan. */
    static <P extends FaultCuts.OfSubject> int done(List<FaultCuts<P>> faults, CutPlan plan) {
        return (int) faults.stream()
                .filter(fault -> fault.subjects.stream().allMatch(each -> each.upTo() == plan.upTo()))
                .count();
    }

    /** What cuts cost those of one kind. */
    List<P> of(Subject.Kind kind) {
        return subjects.stream().filter(each -> each.subject().kind() == kind).toList();
    }

    /** What cuts of one kind cost one port network or population, by their length. */
    public interface OfSubject {
        /** The port network, or the population of phones. */
        Subject subject();

        /** Whether no cut that was tried costs them anything. */
        boolean isUntouched();

        /** The longest cut that was tried, in milliseconds. */
        long upTo();

        /** What it costs by length, to tell who fares alike. */
        List<?> course();
    }
}
