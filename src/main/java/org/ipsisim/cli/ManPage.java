package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the macros of man(7), from the same source as its help. */
final class ManPage {
    private final CommandSpec spec;
    private final StringBuilder page = new StringBuilder();

    private ManPage(CommandLine command) {
        this.spec = command.getCommandSpec();
    }

    /** The page of the whole program or of one of its commands. */
    static String of(CommandLine command) {
        return new ManPage(command).text();
    }

    private String text() {
        String name = spec.qualifiedName("-");
        macro("TH", name.toUpperCase(Locale.ROOT), "1", "", Program.version(), "ipsisim manual");
        macro("SH", "NAME");
        line(name + " \\- " + escaped(String.join(" ", plain(spec.usageMessage().header()))));
        macro("SH", "SYNOPSIS");
        verbatim(new Help(spec, Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .strip()
                .lines()
                .toList());
        macro("SH", "DESCRIPTION");
        line(escaped(String.join(" ", plain(spec.usageMessage().description())).strip()));
        commands();
        options();
        exitStatuses();
        footer();
        macro("SH", "SEE ALSO");
        line(spec.parent() == null ? "The pages of the commands, such as ipsisim\\-run(1)." : "ipsisim(1)");
        return page.toString();
    }

    private void commands() {
        if (!spec.subcommands().isEmpty()) {
            macro("SH", "COMMANDS");
            spec.subcommands()
                    .forEach((name, sub) -> entry(
                            bold(name),
                            plain(sub.getCommandSpec().usageMessage().header())));
        }
    }

    private void options() {
        macro("SH", "OPTIONS");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            entry(italic(parameter.paramLabel()), plain(parameter.description()));
        }
        for (OptionSpec option : spec.options()) {
            List<String> names = new ArrayList<>();
            for (String name : option.names()) {
                names.add(bold(name) + (option.arity().max() > 0 ? "=" + italic(option.paramLabel()) : ""));
            }
            entry(String.join(", ", names), plain(option.description()));
        }
    }

    private void exitStatuses() {
        if (!spec.usageMessage().exitCodeList().isEmpty()) {
            macro("SH", "EXIT STATUS");
            spec.usageMessage()
                    .exitCodeList()
                    .forEach((status, meaning) -> entry(bold(status.strip()), List.of(meaning)));
        }
    }

    /** The examples at the end of the help. */
    private void footer() {
        List<String> lines = plain(spec.usageMessage().footer());
        List<String> examples = lines.stream()
                .dropWhile(line -> !line.matches("Examples?:"))
                .skip(1)
                .toList();
        if (!examples.isEmpty()) {
            macro("SH", "EXAMPLES");
            verbatim(examples.stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.startsWith("  ") ? line.substring(2) : line)
                    .toList());
        }
    }

    private void entry(String term, List<String> description) {
        macro("TP");
        line(term);
        line(escaped(String.join(" ", description)));
    }

    private void verbatim(List<String> lines) {
        macro("PP");
        macro("nf");
        lines.forEach(line -> line(escaped(line)));
        macro("fi");
    }

    private List<String> plain(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.replace("%n", "").replace("%%", "%"))
                .toList();
    }

    private void macro(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(" \"").append(escaped(argument)).append('"');
        }
        page.append('\n');
    }

    private void line(String text) {
        page.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "")
                .append(text)
                .append('\n');
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    private static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /** Keeps hyphens as a user types them, and escapes what means something in roff. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
    }
}
