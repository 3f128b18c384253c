package org.ipsisim.cli;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.scenario.DiagnosticText;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: finds the command, runs it, and turns every ending into a message and an exit status. */
final class Ipsisim {
    /** Runs one scenario and shows as much of it as asked for. */
    interface Engine {
        History run(Scenario scenario, Detail detail);
    }

    /** The names of the commands, in the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "init",
            "run",
            "explain",
            "compare",
            "thresholds",
            "sweep",
            "monte-carlo",
            "audit",
            "replay",
            "merge",
            "status",
            "import",
            "lesson",
            "quiz",
            "play",
            "classroom",
            "sip",
            "validate",
            "fmt",
            "schema",
            "generate-completion",
            "generate-man",
            "help");

    /** The commands that are about commands and need all of them. */
    private static final Set<String> ABOUT_COMMANDS = Set.of("generate-completion", "generate-man", "help");

    private final Terminal terminal;
    private final ConfiguredOptions configured;
    private final Engine engine;

    Ipsisim(Terminal terminal) {
        this(terminal, ConfiguredOptions.NONE);
    }

    Ipsisim(Terminal terminal, ConfiguredOptions configured) {
        this(terminal, configured, (scenario, detail) -> {
            try (ProgressBar bar = ProgressBar.on(terminal)) {
                return Simulation.run(scenario, detail, bar.of(scenario.duration()));
            }
        });
    }

    Ipsisim(Terminal terminal, Engine engine) {
        this(terminal, ConfiguredOptions.NONE, engine);
    }

    private Ipsisim(Terminal terminal, ConfiguredOptions configured, Engine engine) {
        this.terminal = terminal;
        this.configured = configured;
        this.engine = (scenario, detail) -> history(engine, scenario, detail);
    }

    /** A parser with the commands that a line can need; each costs start-up time. */
    private CommandLine parser(String... args) {
        CommandSpec spec = new Usage("ipsisim", "Simulates what port networks do when heartbeats stop.")
                .about(
                        "Port networks, IPSIs, main servers and survivable cores as in Avaya",
                        "Communication Manager: silence, warm reset, cold reset, no-service",
                        "time-out, failover and the way back.")
                .expects()
                .examples("ipsisim run scenarios/wan-cut.yaml", "ipsisim validate scenarios/*.yaml")
                .group()
                .last("`ipsisim COMMAND --help` explains a command.")
                .spec(this)
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Shows the version.")
                        .build());
        spec.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("");
        CommandLine whole = new CommandLine(spec).setExpandAtFiles(false).setUsageHelpLongOptionsMaxWidth(24);
        List<String> names = needed(args);
        if (names.size() > 1) {
            whole.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroup.Section());
        }
        for (String name : names) {
            Command command = command(name, whole);
            whole.addSubcommand(line(command));
        }
        return whole.setDefaultValueProvider(configured);
    }

    /** The parser of a command, with those of its own commands if it is a group. */
    private static CommandLine line(Command command) {
        CommandLine line = new CommandLine(command.usage().spec(command)).setExpandAtFiles(false);
        for (Command part : command.parts()) {
            line.addSubcommand(line(part));
        }
        return line;
    }

    private static List<String> needed(String... args) {
        if (args.length == 1 && args[0].equals("--version")) {
            return List.of();
        }
        boolean one = args.length > 0 && COMMANDS.contains(args[0]) && !ABOUT_COMMANDS.contains(args[0]);
        return one ? List.of(args[0]) : COMMANDS;
    }

    private Command command(String name, CommandLine whole) {
        return switch (name) {
            case "init" -> new InitCommand();
            case "run" -> new RunCommand(engine);
            case "explain" -> new ExplainCommand(engine);
            case "compare" -> new CompareCommand();
            case "thresholds" -> new ThresholdsCommand();
            case "sweep" -> new SweepCommand();
            case "monte-carlo" -> new MonteCarloCommand();
            case "audit" -> new AuditCommand();
            case "replay" -> new ReplayCommand();
            case "merge" -> new MergeCommand(study -> command(study, whole));
            case "status" -> new StatusCommand(engine);
            case "import" -> new ImportCommand(engine);
            case "lesson" -> new LessonCommand();
            case "quiz" -> new QuizCommand(engine);
            case "play" -> new PlayCommand(engine);
            case "classroom" -> new ClassroomCommand();
            case "sip" -> new SipCommand();
            case "validate" -> new ValidateCommand();
            case "fmt" -> new FmtCommand();
            case "schema" -> AboutCommands.schema();
            case "generate-completion" -> AboutCommands.completion(whole);
            case "generate-man" -> AboutCommands.man(whole);
            case "help" -> AboutCommands.help(whole);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Does what the arguments say, and returns the exit status. */
    int run(String... args) {
        int status = statusOf(args);
        terminal.flush();
        return terminal.out().failure().map(this::outputFailed).orElse(status);
    }

    private int statusOf(String... args) {
        try {
            ParseResult parsed = parser(args).parseArgs(args);
            checkConfigured();
            return dispatch(parsed);
        } catch (ParameterException e) {
            tellConfigured();
            tell(e);
            return ExitStatus.WRONG_INPUT;
        } catch (Refused e) {
            if (!e.message().isEmpty()) {
                terminal.complain(e.message());
            }
            return e.status();
        } catch (RuntimeException | Error e) {
            if (terminal.out().failure().isEmpty()) {
                Defect.report(e, terminal);
            }
            return ExitStatus.DEFECT;
        }
    }

    /** Refuses files of settings that are wrong. */
    private void checkConfigured() throws Refused {
        if (!configured.unreadable().isEmpty()) {
            throw Refused.file(String.join("\n", configured.unreadable()));
        }
        tellConfigured();
        if (!configured.diagnostics().isEmpty()) {
            throw new Refused(ExitStatus.WRONG_INPUT);
        }
    }

    private void tellConfigured() {
        boolean colour = terminal.look().errColour();
        terminal.err().print(new DiagnosticText(colour).render(configured.diagnostics()));
    }

    /** Says what is wrong with the command line, what was probably meant, and where to read more. */
    private void tell(ParameterException e) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
        String message = String.valueOf(e.getMessage());
        String place = e.getArgSpec() instanceof OptionSpec option
                        && e.getCommandLine().getParseResult() != null
                        && !e.getCommandLine().getParseResult().hasMatchedOption(option)
                ? configured
                        .findPlace(option.longestName())
                        .map(from -> from + ": ")
                        .orElse("")
                : "";
        terminal.complain(
                unmatched.isEmpty()
                        ? place + Character.toLowerCase(message.charAt(0)) + message.substring(1)
                        : unmatched(unmatched.get(0), spec));
        terminal.err().println("Try `" + spec.qualifiedName() + " --help`.");
    }

    private static String unmatched(String word, CommandSpec spec) {
        if (word.startsWith("-")) {
            String name = word.replaceFirst("=.*", "");
            return "unknown option '" + name + "'"
                    + suggestion(name, spec.optionsMap().keySet());
        }
        if (spec.subcommands().isEmpty()) {
            return "'" + word + "' is one word too many";
        }
        return "there is no command '" + word + "'"
                + (new File(word).exists()
                        ? "; to run it as a scenario: ipsisim run " + word
                        : suggestion(word, spec.subcommands().keySet()));
    }

    private static String suggestion(String word, Collection<String> words) {
        return word.length() < 3 ? "" : Line.suggestion(word, words);
    }

    private int dispatch(ParseResult parsed) throws Refused {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        if (parsed.isUsageHelpRequested() || last.isUsageHelpRequested()) {
            Usage.print(command, terminal);
            return ExitStatus.OK;
        }
        if (parsed.isVersionHelpRequested()) {
            terminal.print(Program.version() + "\n");
            return ExitStatus.OK;
        }
        if (!command.getSubcommands().isEmpty()) {
            throw new ParameterException(command, "a command is missing");
        }
        Line line = new Line(last);
        try {
            return ((Command) last.commandSpec().userObject()).run(line, terminal);
        } catch (RunTooLarge e) {
            String hint = line.lacks(RunOptions.RESETS_ONLY)
                    ? ", or leave short silences out with " + RunOptions.RESETS_ONLY
                    : "";
            throw Refused.input(e.getMessage() + hint + RunOptions.moreWork(line));
        }
    }

    /** The history of a run; a defect names the scenario. */
    static History history(Engine engine, Scenario scenario, Detail detail) {
        try {
            return engine.run(scenario, detail);
        } catch (RunTooLarge e) {
            throw e;
        } catch (RuntimeException e) {
            throw Defect.in(scenario, e);
        }
    }

    private int outputFailed(StandardOutput.Failure failure) {
        if (failure.isClosedPipe()) {
            return ExitStatus.PIPE_CLOSED;
        }
        terminal.complain("standard output cannot be written: " + failure.reason());
        return ExitStatus.FILE_FAILED;
    }
}
