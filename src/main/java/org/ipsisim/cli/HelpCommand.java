package org.ipsisim.cli;

import picocli.CommandLine;

/** {@code ipsisim help}: shows the help of the whole, or of one command. */
final class HelpCommand implements Command {
    /** The help of the parameter that names a command. */
    static final String COMMAND = "The command to explain.";

    private final CommandLine whole;

    HelpCommand(CommandLine whole) {
        this.whole = whole;
    }

    @Override
    public Usage usage() {
        return new Usage("help", "Explains a command.")
                .word("COMMAND", COMMAND)
                .examples("ipsisim help", "ipsisim help run");
    }

    @Override
    public int run(Line line, Terminal terminal) {
        Usage.print(named(line, whole), terminal);
        return ExitStatus.OK;
    }

    /** The command that a line names; the whole if it names none. */
    static CommandLine named(Line line, CommandLine whole) {
        String name = line.word();
        CommandLine command = name.isEmpty() ? whole : whole.getSubcommands().get(name);
        if (command == null) {
            throw new CommandLine.ParameterException(whole, "there is no command '" + name + "'");
        }
        return command;
    }
}
