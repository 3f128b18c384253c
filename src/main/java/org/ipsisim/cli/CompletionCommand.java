package org.ipsisim.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ipsisim generate-completion}: prints a script with which bash and zsh complete commands and options. */
final class CompletionCommand implements Subcommand {
    private final CommandLine whole;

    CompletionCommand(CommandLine whole) {
        this.whole = whole;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("generate-completion", this);
        spec.usageMessage()
                .header("Prints a completion script for bash and zsh.")
                .description("", "With it the Tab key completes commands, options and file names.", "")
                .footer(
                        "",
                        "Examples:",
                        "  source <(ipsisim generate-completion)",
                        "  ipsisim generate-completion > ~/.ipsisim-completion");
        return spec;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) {
        terminal.print(AutoComplete.bash("ipsisim", whole) + "\n");
        return ExitStatus.OK;
    }
}
