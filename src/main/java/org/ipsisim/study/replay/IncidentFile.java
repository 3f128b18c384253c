package org.ipsisim.study.replay;

import java.util.List;

/**
 * What a file of outages says.
 *
 * @param incidents in the order of the file
 * @param problems what is wrong with it, a line of text each; the incidents can be used if there are none
 * @param notes what was left out or had to be decided, a sentence each
 */
public record IncidentFile(List<Incident> incidents, List<String> problems, List<String> notes) {
    /** Keeps copies of the lists. */
    public IncidentFile {
        incidents = List.copyOf(incidents);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
