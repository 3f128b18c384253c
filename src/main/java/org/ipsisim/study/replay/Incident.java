package org.ipsisim.study.replay;

import java.time.Instant;
import java.util.Optional;
import org.ipsisim.estate.Target;

/**
 * One recorded outage.
 *
 * @param line where it stands in its file, from 1
 * @param element its name there
 * @param target the element in the scenario
 * @param start when it began
 * @param end when it ended, after the start; empty if it had not ended when the record was made
 */
public record Incident(int line, String element, Target target, Instant start, Optional<Instant> end) {
    /** The same outage at another time. */
    Incident with(Instant newStart, Optional<Instant> newEnd) {
        return new Incident(line, element, target, newStart, newEnd);
    }
}
