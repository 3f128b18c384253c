package org.ipsisim.cli;

import picocli.CommandLine;

/** {@code ipsisim generate-man}: prints the manual page of the whole, or of one command. */
final class ManCommand implements Command {
    private final CommandLine whole;

    ManCommand(CommandLine whole) {
        this.whole = whole;
    }

    @Override
    public Usage usage() {
        return new Usage("generate-man", "Prints a manual page for man.")
                .about("The page of the whole program, or of one command: what its help says.")
                .word("COMMAND", HelpCommand.COMMAND)
                .examples(
                        "ipsisim generate-man run | man -l -",
                        "ipsisim generate-man run > ~/.local/share/man/man1/ipsisim-run.1");
    }

    @Override
    public int run(Line line, Terminal terminal) {
        terminal.printUtf8(ManPage.of(HelpCommand.named(line, whole)));
        return ExitStatus.OK;
    }
}
