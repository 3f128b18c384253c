package org.ipsisim.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command under {@code ipsisim}: what its line looks like, and what it does. */
interface Subcommand {
    /** The options, the parameters and the help text. Built without annotations: reflecting on them costs start-up time. */
    CommandSpec spec();

    /**
     * Does what the line says.
     *
     * @return an exit status
     * @throws picocli.CommandLine.ParameterException if the line is wrong in a way that the parser does not see
     * @throws FileFailure if a file cannot be read or written
     * @throws Refused if an input is wrong; the user has been told
     */
    int run(ParseResult line, Terminal terminal) throws FileFailure, Refused;
}
