package org.ipsisim.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/** {@code ipsisim generate-completion}: prints a script with which bash and zsh complete commands and options. */
final class CompletionCommand implements Command {
    private final CommandLine whole;

    CompletionCommand(CommandLine whole) {
        this.whole = whole;
    }

    @Override
    public Usage usage() {
        return new Usage("generate-completion", "Prints a completion script for bash and zsh.")
                .about("With it the Tab key completes commands, options and file names.")
                .examples(
                        "source <(ipsisim generate-completion)", "ipsisim generate-completion > ~/.ipsisim-completion");
    }

    @Override
    public int run(Line line, Terminal terminal) {
        terminal.print(AutoComplete.bash("ipsisim", whole) + "\n");
        return ExitStatus.OK;
    }
}
