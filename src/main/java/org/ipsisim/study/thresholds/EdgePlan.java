package org.ipsisim.study.thresholds;

import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Subject;

/** Scenarios that differ in one length, in milliseconds: of a cut, or of a setting. There may be several courses of them. */
interface EdgePlan {
    /** How many courses there are; each has the same lengths. */
    int courses();

    /** The lengths that are tried first, ascending. */
    List<Long> lengths();

    /** What is run, in words. */
    String name(int course, long length);

    /** What is run. */
    Scenario scenario(int course, long length);

    /** Those whose outcomes are looked at: the port networks by number, then the populations of phones. */
    List<Subject> subjects();
}
