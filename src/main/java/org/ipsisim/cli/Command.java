package org.ipsisim.cli;

import java.util.List;
import java.util.function.BiConsumer;

/** One command under {@code ipsisim}: how it is used, and what it does. */
interface Command {
    /** Its options, its parameters and its help. Declared without annotations, because reflection costs start-up time. */
    Usage usage();

    /**
     * Does what the line says.
     *
     * @return an exit status
     * @throws picocli.CommandLine.ParameterException if the line is wrong in a way that the parser does not see
     * @throws Refused if an input is wrong, or a file cannot be read or written
     */
    int run(Line line, Terminal terminal) throws Refused;

    /** The commands under it, if it is a group of commands; it does nothing without one of them. */
    default List<Command> parts() {
        return List.of();
    }

    /** A command that only prints something. */
    record Printing(Usage usage, BiConsumer<Line, Terminal> print) implements Command {
        @Override
        public int run(Line line, Terminal terminal) {
            print.accept(line, terminal);
            return ExitStatus.OK;
        }
    }
}
