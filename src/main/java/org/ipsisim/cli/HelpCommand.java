package org.ipsisim.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ipsisim help}: shows the help of the whole, or of one command. */
final class HelpCommand implements Subcommand {
    private final CommandLine whole;

    HelpCommand(CommandLine whole) {
        this.whole = whole;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("help", this).addPositional(commandName());
        spec.usageMessage()
                .header("Explains a command.")
                .description("")
                .footer("", "Examples:", "  ipsisim help", "  ipsisim help run");
        return spec;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) {
        HelpText.print(named(line, whole), terminal);
        return ExitStatus.OK;
    }

    /** A parameter that names a command, or nothing for the whole. */
    static PositionalParamSpec commandName() {
        return PositionalParamSpec.builder()
                .paramLabel("COMMAND")
                .arity("0..1")
                .type(String.class)
                .description("The command to explain.")
                .build();
    }

    /** The command that a line names; the whole if it names none. */
    static CommandLine named(ParseResult line, CommandLine whole) {
        String name = line.matchedPositionalValue(0, "");
        CommandLine command = name.isEmpty() ? whole : whole.getSubcommands().get(name);
        if (command == null) {
            throw new ParameterException(whole, "there is no command '" + name + "'");
        }
        return command;
    }
}
