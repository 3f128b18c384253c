package org.ipsisim.cli;

import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.course.LessonKeys;
import org.ipsisim.document.Resources;
import org.ipsisim.scenario.ScenarioSchema;
import picocli.CommandLine;

/** The commands that print something about the program itself. */
final class AboutCommands {
    /** The help of the parameter that names a command. */
    private static final String COMMAND = "The command to explain, such as run, or sip lint.";

    /** The commands whose results have a schema. */
    static final List<String> RESULTS = List.of(
            "run", "explain", "compare", "thresholds", "sweep", "monte-carlo", "audit", "replay", "validate", "quiz");

    private static final String LESSON = "lesson";

    private static final List<String> SCHEMAS =
            Stream.concat(Stream.of(LESSON), RESULTS.stream()).toList();

    private static final Option<ShellCompletion> SHELL = Option.word(
            "--shell",
            "NAME",
            "For bash or zsh (default: bash; one script serves both), fish or powershell.",
            ShellCompletion.BASH);

    private AboutCommands() {}

    /** {@code ipsisim schema}: prints the JSON Schema of scenario files, or of what a command prints as JSON. */
    static Command schema() {
        return new Command.Printing(
                new Usage("schema", "Prints the JSON Schema of scenario files, of lesson files, or of results.")
                        .about("An editor that knows the schema completes keys and marks mistakes.")
                        .word("WORD", "For lesson files, or for what this command prints with --format json: ", SCHEMAS)
                        .examples(
                                "ipsisim schema > ipsisim.schema.json",
                                "# then, as the first line of a scenario file:",
                                "# yaml-language-server: $schema=ipsisim.schema.json",
                                "ipsisim schema lesson > lesson.schema.json",
                                "ipsisim schema run > run.schema.json"),
                (line, terminal) -> terminal.printUtf8(schema(line)));
    }

    private static String schema(Line line) {
        String name = line.word();
        if (name.isEmpty()) {
            return ScenarioSchema.json();
        }
        if (!SCHEMAS.contains(name)) {
            throw line.unknown("there is no schema of '" + name + "'", name, SCHEMAS);
        }
        return name.equals(LESSON) ? LessonKeys.json() : Resources.text("schema/" + name + ".json");
    }

    /** {@code ipsisim generate-completion}: prints a script with which a shell completes commands and options. */
    static Command completion(CommandLine whole) {
        return new Command.Printing(
                new Usage("generate-completion", "Prints a script with which your shell completes words.")
                        .about("With it the Tab key completes commands, options and file names.")
                        .options(SHELL)
                        .examples(
                                "source <(ipsisim generate-completion)",
                                "ipsisim generate-completion > ~/.ipsisim-completion",
                                "ipsisim generate-completion --shell fish | source",
                                "ipsisim generate-completion --shell powershell > ipsisim-completion.ps1"),
                (line, terminal) -> terminal.print(line.get(SHELL).script(whole)));
    }

    /** {@code ipsisim generate-man}: prints the manual page of the whole program, or of one command. */
    static Command man(CommandLine whole) {
        return new Command.Printing(
                new Usage("generate-man", "Prints a manual page for man.")
                        .about("The page of the whole program, or of one command: what its help says.")
                        .words("COMMAND", COMMAND)
                        .examples(
                                "ipsisim generate-man run | man -l -",
                                "ipsisim generate-man run > ~/.local/share/man/man1/ipsisim-run.1"),
                (line, terminal) -> terminal.printUtf8(ManPage.of(named(line, whole))));
    }

    /** {@code ipsisim help}: shows the help of the whole program, or of one command. */
    static Command help(CommandLine whole) {
        return new Command.Printing(
                new Usage("help", "Explains a command.")
                        .words("COMMAND", COMMAND)
                        .examples("ipsisim help", "ipsisim help run", "ipsisim help sip lint"),
                (line, terminal) -> Usage.print(named(line, whole), terminal));
    }

    /** The command that a line names, which may be one of a group; the whole if it names none. */
    private static CommandLine named(Line line, CommandLine whole) {
        CommandLine command = whole;
        for (String name : line.parameters().toList()) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                String group = command == whole ? "" : command.getCommandName() + " ";
                throw new CommandLine.ParameterException(
                        command,
                        "there is no command '" + group + name + "'"
                                + Line.suggestion(name, command.getSubcommands().keySet()));
            }
            command = next;
        }
        return command;
    }
}
