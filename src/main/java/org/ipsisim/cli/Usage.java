package org.ipsisim.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** How a command is used: its name, its parameters and options, and its help, in 80 columns. */
final class Usage {
    private static final int WIDTH = 80;

    private final String name;
    private final String header;
    private final List<String> about = new ArrayList<>(List.of(""));
    private final List<PositionalParamSpec> parameters = new ArrayList<>();
    private final List<OptionSpec> options = new ArrayList<>();
    private final Map<Integer, String> statuses = new TreeMap<>();
    private final List<String> footer = new ArrayList<>();
    private boolean isGroup;

    /** @param header what the command does, in one line */
    Usage(String name, String header) {
        this.name = name;
        this.header = header;
        options.add(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
        status(ExitStatus.OK, "done");
        status(ExitStatus.WRONG_INPUT, "the command line or a scenario is wrong; nothing was run");
        status(ExitStatus.FILE_FAILED, "a file could not be read or written");
        status(ExitStatus.DEFECT, "a defect of the simulator; please report it");
    }

    /** What the command does, in a few lines. */
    Usage about(String... lines) {
        about.addAll(List.of(lines));
        about.add("");
        return this;
    }

    /** The files that it takes. */
    Usage files(String label, String arity, String description) {
        return takes(positional(label, arity, description)
                .required(true)
                .type(List.class)
                .auxiliaryTypes(File.class));
    }

    private static PositionalParamSpec.Builder positional(String label, String arity, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(arity)
                .type(String.class)
                .description(description);
    }

    private Usage takes(PositionalParamSpec.Builder parameter) {
        parameters.add(parameter.build());
        return this;
    }

    /** Marks a group of commands, whose help lists them. */
    Usage group() {
        isGroup = true;
        return this;
    }

    /** An optional word that it takes. */
    Usage word(String label, String description) {
        return takes(positional(label, "0..1", description));
    }

    /** An optional word that it takes, which is one of these. */
    Usage word(String label, String description, List<String> allowed) {
        return takes(positional(label, "0..1", description + String.join(", ", allowed) + ".")
                .completionCandidates(allowed));
    }

    /** Any number of words that it takes. */
    Usage words(String label, String description) {
        return takes(positional(label, "0..*", description).type(List.class).auxiliaryTypes(String.class));
    }

    /** Its options, in the order of the help. */
    Usage options(Option<?>... several) {
        for (Option<?> option : several) {
            options.add(option.spec());
        }
        return this;
    }

    /** What an exit status means for this command, if that is special. */
    Usage status(int status, String meaning) {
        statuses.put(status, meaning);
        return this;
    }

    /** The exit statuses of a command that checks expectations. */
    Usage expects() {
        return status(ExitStatus.OK, "done; every expectation met")
                .status(ExitStatus.NOT_MET, "done; an expectation was not met");
    }

    /** The exit statuses of a lesson or a quiz, in which wrong answers are no failure. */
    Usage teaches() {
        return status(ExitStatus.OK, "done, whatever the answers")
                .status(ExitStatus.WRONG_INPUT, "the command line or a file is wrong; nothing was changed");
    }

    /** The exit status of a command that Ctrl-C can interrupt. */
    Usage interruptible() {
        return status(ExitStatus.INTERRUPTED, "interrupted (Ctrl-C); what was done by then is printed");
    }

    /** Lines at the end, under a heading. */
    Usage footer(String heading, List<String> lines) {
        footer.add("");
        footer.add(heading);
        for (String line : lines) {
            footer.add("  " + line);
        }
        return this;
    }

    /** Command lines to try. */
    Usage examples(String... lines) {
        return footer("Examples:", List.of(lines));
    }

    /** The last line. */
    Usage last(String line) {
        footer.add("");
        footer.add(line);
        return this;
    }

    /** The declaration for picocli. */
    CommandSpec spec(Object command) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        for (PositionalParamSpec parameter : parameters) {
            spec.addPositional(parameter);
        }
        for (OptionSpec option : options) {
            spec.addOption(option);
        }
        Map<String, String> shown = new LinkedHashMap<>();
        for (Map.Entry<Integer, String> status : statuses.entrySet()) {
            shown.put((status.getKey() < 10 ? " " : "") + status.getKey(), status.getValue());
        }
        spec.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .sortSynopsis(false)
                .header(header)
                .synopsisHeading("%nUsage: ")
                .description(about.toArray(new String[0]))
                .parameterListHeading("Parameters:%n")
                .optionListHeading("Options:%n")
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(shown)
                .footer(footer.toArray(new String[0]));
        if (isGroup) {
            spec.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        }
        return spec;
    }

    /** Prints the help of a command to standard output. */
    static void print(CommandLine command, Terminal terminal) {
        terminal.print(command.getUsageMessage(terminal.look().outColour() ? Ansi.ON : Ansi.OFF));
    }
}
