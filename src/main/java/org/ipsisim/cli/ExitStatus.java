package org.ipsisim.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the command ends. */
final class ExitStatus {
    /** Done; every expectation met. */
    static final int OK = 0;

    /** Done; an expectation was not met. */
    static final int NOT_MET = 1;

    /** The command line or an input file is wrong; nothing was run or written. */
    static final int WRONG_INPUT = 2;

    /** A file could not be read or written. */
    static final int FILE_FAILED = 3;

    /** A defect of the simulator; EX_SOFTWARE of sysexits.h. */
    static final int DEFECT = 70;

    /** The reader of standard output has gone: what a shell shows for a program that SIGPIPE ended. */
    static final int PIPE_CLOSED = 141;

    /** Ctrl-C: what a shell shows for a program that SIGINT ended. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}

    /** The statuses as help texts explain them. */
    static Map<String, String> explained() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(" " + OK, "done; every expectation met");
        statuses.put(" " + NOT_MET, "done; an expectation was not met");
        addFailures(statuses);
        return statuses;
    }

    /** The statuses of a command that takes many runs and checks no expectations. */
    static Map<String, String> explainedForStudies() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(" " + OK, "done");
        addFailures(statuses);
        statuses.put(String.valueOf(INTERRUPTED), "interrupted (Ctrl-C); what was done by then is printed");
        return statuses;
    }

    /** The statuses of a command that answers a question and checks no expectations. */
    static Map<String, String> explainedForAnswers() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(" " + OK, "done");
        addFailures(statuses);
        return statuses;
    }

    /** The statuses of a playback. */
    static Map<String, String> explainedForPlayback() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(" " + OK, "done");
        addFailures(statuses);
        statuses.put(String.valueOf(INTERRUPTED), "Ctrl-C");
        return statuses;
    }

    /** The statuses of a command that reads something other than scenarios. */
    static Map<String, String> explainedForImports() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(" " + OK, "done");
        statuses.put(" " + WRONG_INPUT, "the command line is wrong, or nothing could be read; nothing was written");
        statuses.put(" " + FILE_FAILED, "a file could not be read or written");
        statuses.put(String.valueOf(DEFECT), "a defect of the simulator; please report it");
        return statuses;
    }

    /** The statuses of a comparison. */
    static Map<String, String> explainedForComparisons() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(" " + OK, "done");
        statuses.put(" " + NOT_MET, "done; the runs differ, and --fail-on-difference was given");
        addFailures(statuses);
        return statuses;
    }

    /** The statuses of an audit. */
    static Map<String, String> explainedForAudits() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(" " + OK, "done");
        statuses.put(" " + NOT_MET, "done; something costs more than --fail-above allows");
        addFailures(statuses);
        statuses.put(String.valueOf(INTERRUPTED), "interrupted (Ctrl-C); what was done by then is printed");
        return statuses;
    }

    /** The statuses of merged shards. */
    static Map<String, String> explainedForMerges() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(" " + OK, "done");
        statuses.put(" " + NOT_MET, "done; something costs more than --fail-above of the audit allows");
        statuses.put(" " + WRONG_INPUT, "these are not all shards of one study; nothing was written");
        statuses.put(" " + FILE_FAILED, "a file could not be read or written");
        statuses.put(String.valueOf(DEFECT), "a defect of the simulator; please report it");
        return statuses;
    }

    /** The statuses of a lesson or a quiz, in which wrong answers are no failure. */
    static Map<String, String> explainedForLessons() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(" " + OK, "done, whatever the answers");
        statuses.put(" " + WRONG_INPUT, "the command line or a file is wrong; nothing was changed");
        statuses.put(" " + FILE_FAILED, "a file could not be read or written");
        statuses.put(String.valueOf(DEFECT), "a defect of the simulator; please report it");
        return statuses;
    }

    private static void addFailures(Map<String, String> statuses) {
        statuses.put(" " + WRONG_INPUT, "the command line or a scenario is wrong; nothing was run");
        statuses.put(" " + FILE_FAILED, "a file could not be read or written");
        statuses.put(String.valueOf(DEFECT), "a defect of the simulator; please report it");
    }
}
