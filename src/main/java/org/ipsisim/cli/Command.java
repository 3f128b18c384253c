package org.ipsisim.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command under {@code ipsisim}: how it is used, and what it does. */
interface Command extends Subcommand {
    /** Its options, its parameters and its help. Declared without annotations: reflecting on them costs start-up time. */
    Usage usage();

    /**
     * Does what the line says.
     *
     * @return an exit status
     * @throws picocli.CommandLine.ParameterException if the line is wrong in a way that the parser does not see
     * @throws FileFailure if a file cannot be read or written
     * @throws Refused if an input is wrong; the user has been told
     */
    int run(Line line, Terminal terminal) throws FileFailure, Refused;

    @Override
    default CommandSpec spec() {
        return usage().spec(this);
    }

    @Override
    default int run(ParseResult line, Terminal terminal) throws FileFailure, Refused {
        return run(new Line(line), terminal);
    }
}
