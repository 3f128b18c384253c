package org.ipsisim.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the help texts of all commands have in common. */
final class HelpText {
    private static final int WIDTH = 80;

    private HelpText() {}

    /** A command with {@code --help}, exit statuses and a layout for 80 columns. */
    static CommandSpec command(String name, Object userObject) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(userObject)
                .name(name)
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this help.")
                        .build());
        spec.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .sortSynopsis(false)
                .synopsisHeading("%nUsage: ")
                .parameterListHeading("Parameters:%n")
                .optionListHeading("Options:%n")
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(ExitStatus.explained());
        return spec;
    }

    static OptionSpec versionOption() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build();
    }

    /** Prints the help of a command to standard output. */
    static void print(CommandLine command, Terminal terminal) {
        terminal.print(command.getUsageMessage(terminal.look().outColour() ? Ansi.ON : Ansi.OFF));
    }
}
