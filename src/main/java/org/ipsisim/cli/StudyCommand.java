package org.ipsisim.cli;

import org.ipsisim.study.WrongPlan;

/** A command of many independent runs, which can be split among machines and resumed. */
interface StudyCommand extends Command {
    /**
     * The study that a line asks for.
     *
     * @param options those of the line
     * @throws Refused if a file is wrong, or cannot be read
     * @throws WrongPlan if no such study can be made
     * @throws picocli.CommandLine.ParameterException if the line is wrong
     */
    Study study(Line line, StudyOptions options, Terminal terminal) throws Refused, WrongPlan;

    /** The same; a study that cannot be made is an error of the line. */
    default Study planned(Line line, Terminal terminal) throws Refused {
        try {
            return study(line, StudyOptions.of(line), terminal);
        } catch (WrongPlan e) {
            throw line.wrong(String.valueOf(e.getMessage()));
        }
    }

    @Override
    default int run(Line line, Terminal terminal) throws Refused {
        return new StudyRun(line, StudyOptions.of(line), terminal).of(planned(line, terminal));
    }
}
