package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/**
 * Commands that belong together in the help of the whole program.
 *
 * @param heading what they are for, and the page that explains them
 * @param commands their names, in the order of the help
 */
record CommandGroup(String heading, List<String> commands) {
    private static final List<CommandGroup> ALL = List.of(
            new CommandGroup(
                    "Scenarios (docs/scenario-format.md)", List.of("init", "validate", "fmt", "schema", "import")),
            new CommandGroup("One run (docs/output.md)", List.of("run", "explain", "status", "play")),
            new CommandGroup(
                    "What if (docs/what-if.md)",
                    List.of("compare", "thresholds", "sweep", "monte-carlo", "audit", "replay", "merge")),
            new CommandGroup("SIP messages (docs/sip.md)", List.of("sip")),
            new CommandGroup("Learning (docs/lessons.md)", List.of("lesson", "quiz", "classroom")),
            new CommandGroup("The program itself", List.of("generate-completion", "generate-man", "help")));

    /** The list in the help of the whole program. */
    static final class Section implements IHelpSectionRenderer {
        @Override
        public String render(Help whole) {
            return list(whole);
        }
    }

    /** The commands of the whole program in their groups; one that is in none comes last. */
    private static String list(Help whole) {
        StringBuilder text = new StringBuilder();
        List<String> others = new ArrayList<>(whole.subcommands().keySet());
        for (CommandGroup group : ALL) {
            group.write(whole, text);
            others.removeAll(group.commands());
        }
        if (!others.isEmpty()) {
            new CommandGroup("Others", others).write(whole, text);
        }
        return text.toString();
    }

    private void write(Help whole, StringBuilder text) {
        Map<String, Help> all = whole.subcommands();
        int name = 2 + all.keySet().stream().mapToInt(String::length).max().orElse(0);
        int width = whole.commandSpec().usageMessage().width();
        TextTable table = TextTable.forColumns(
                whole.colorScheme(),
                new Column(name, 2, Column.Overflow.SPAN),
                new Column(width - name, 2, Column.Overflow.WRAP));
        for (String command : commands) {
            Help help = all.get(command);
            if (help != null) {
                String header =
                        String.join(" ", help.commandSpec().usageMessage().header());
                table.addRowValues(
                        help.commandNamesText(", "), whole.colorScheme().text(header));
            }
        }
        text.append('\n').append(heading).append(":\n").append(table);
    }
}
