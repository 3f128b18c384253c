package org.ipsisim.cli;

import java.util.Map;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyReport;

/** A study of many runs as a command line asks for it, checked and ready to run. */
interface Study {
    /** The content of every file that it was read from, by the name that the user gave. */
    Map<String, byte[]> files();

    /** What the numbers of a recorded run mean, in words. */
    String numbers();

    /** Why it cannot be split into shards; empty if it can be. */
    default String undivided() {
        return "";
    }

    /** What to say before it begins; empty if nothing. */
    default String announcement() {
        return "";
    }

    /**
     * Runs the study. If it is stopped, the report has what is done by then.
     *
     * @throws RefusedSettings if the scenario is wrong with some of the values; nothing was run
     */
    StudyReport carryOut(ParallelRuns runs) throws RefusedSettings;

    /**
     * Makes and records the runs of one shard.
     *
     * @throws RefusedSettings as above
     */
    void make(Shard shard, ParallelRuns runs) throws RefusedSettings;
}
