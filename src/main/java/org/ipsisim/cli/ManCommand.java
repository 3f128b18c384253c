package org.ipsisim.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ipsisim generate-man}: prints the manual page of the whole, or of one command. */
final class ManCommand implements Subcommand {
    private final CommandLine whole;

    ManCommand(CommandLine whole) {
        this.whole = whole;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("generate-man", this).addPositional(HelpCommand.commandName());
        spec.usageMessage()
                .header("Prints a manual page for man.")
                .description("", "The page of the whole program, or of one command: what its help says.", "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim generate-man run | man -l -",
                        "  ipsisim generate-man run > ~/.local/share/man/man1/ipsisim-run.1");
        return spec;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) {
        terminal.printUtf8(ManPage.of(HelpCommand.named(line, whole)));
        return ExitStatus.OK;
    }
}
