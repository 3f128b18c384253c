package org.ipsisim.cli;

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

    /** The reader of standard output has gone; as a shell reports SIGPIPE. */
    static final int PIPE_CLOSED = 141;

    /** Ctrl-C; as a shell reports SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
