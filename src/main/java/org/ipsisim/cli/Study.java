package org.ipsisim.cli;

import java.util.Map;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyReport;

/**
 * A study of many runs as a command line asks for it, checked and ready to run.
 *
 * @param files the content of every file that it was read from, by the name that the user gave
 * @param numbers what the numbers of a recorded run mean, in words
 * @param whole carries it out
 * @param part makes and records the runs of one shard
 * @param undivided why it cannot be split into shards; empty if it can be
 * @param announcement what to say before it begins; empty if nothing
 */
record Study(Map<String, byte[]> files, String numbers, Whole whole, Part part, String undivided, String announcement) {
    /** Carries out a study. */
    interface Whole {
        /**
         * Runs the study. If it is stopped, the report has what is done by then.
         *
         * @throws RefusedSettings if the scenario is wrong with some of the values; nothing was run
         */
        StudyReport run(ParallelRuns runs) throws RefusedSettings;
    }

    /** Makes the runs of one shard. */
    interface Part {
        void make(Shard shard, ParallelRuns runs) throws RefusedSettings;
    }

    Study(Map<String, byte[]> files, String numbers, Whole whole, Part part) {
        this(files, numbers, whole, part, "", "");
    }
}
