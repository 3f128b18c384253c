package org.ipsisim.cli;

import picocli.CommandLine.ParseResult;

/** A command of many independent runs, which can be split among machines and gone on with later. */
interface StudyCommand extends Subcommand {
    /**
     * The study that a line asks for.
     *
     * @throws Refused if a file is wrong; the user has been told
     * @throws picocli.CommandLine.ParameterException if the line is
     * @throws FileFailure if a file cannot be read
     */
    Study study(ParseResult line, Terminal terminal) throws FileFailure, Refused;

    @Override
    default int run(ParseResult line, Terminal terminal) throws FileFailure, Refused {
        return new StudyRun(line, terminal).of(study(line, terminal));
    }
}
