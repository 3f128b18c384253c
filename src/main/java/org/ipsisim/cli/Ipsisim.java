package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: finds the command, runs it, and turns every ending into a message and an exit status. */
final class Ipsisim {
    /** Runs one scenario and shows as much of it as asked for. */
    interface Engine {
        History run(Scenario scenario, Detail detail);
    }

    private final Terminal terminal;
    private final CommandLine commandLine;

    Ipsisim(Terminal terminal) {
        this(terminal, Simulation::run);
    }

    Ipsisim(Terminal terminal, Engine raw) {
        this.terminal = terminal;
        Engine engine = (scenario, detail) -> history(raw, scenario, detail);
        CommandSpec spec = new Usage("ipsisim", "Simulates what port networks do when heartbeats stop.")
                .about(
                        "Port networks, IPSIs, main servers and survivable cores as in Avaya",
                        "Communication Manager: silence, warm reset, cold reset, no-service",
                        "time-out, failover and the way back.")
                .expects()
                .examples("ipsisim run scenarios/wan-cut.yaml", "ipsisim validate scenarios/*.yaml")
                .last("`ipsisim COMMAND --help` explains a command.")
                .spec(this)
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Shows the version.")
                        .build());
        spec.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        commandLine = new CommandLine(spec).setExpandAtFiles(false).setUsageHelpLongOptionsMaxWidth(24);
        List<StudyCommand> studies = List.of(
                new ThresholdsCommand(),
                new SweepCommand(),
                new MonteCarloCommand(),
                new AuditCommand(),
                new ReplayCommand());
        List<Subcommand> commands =
                new ArrayList<>(List.of(new RunCommand(engine), new ExplainCommand(engine), new CompareCommand()));
        commands.addAll(studies);
        commands.addAll(List.of(
                new MergeCommand(studies),
                new StatusCommand(engine),
                new ImportCommand(engine),
                new LessonCommand(),
                new QuizCommand(engine),
                new PlayCommand(engine),
                new ValidateCommand(),
                new SchemaCommand(),
                new CompletionCommand(commandLine),
                new ManCommand(commandLine),
                new HelpCommand(commandLine)));
        for (Subcommand command : commands) {
            spec.addSubcommand(command.spec().name(), new CommandLine(command.spec()).setExpandAtFiles(false));
        }
    }

    /** Does what the arguments say, and returns the exit status. */
    int run(String... args) {
        int status = statusOf(args);
        terminal.flush();
        return terminal.out().failure().map(this::outputFailed).orElse(status);
    }

    private int statusOf(String... args) {
        try {
            return dispatch(commandLine.parseArgs(args));
        } catch (ParameterException e) {
            WrongUsage.tell(e, terminal);
            return ExitStatus.WRONG_INPUT;
        } catch (Refused e) {
            if (!e.getMessage().isEmpty()) {
                terminal.complain(e.getMessage());
            }
            return e.status();
        } catch (RuntimeException | Error e) {
            if (terminal.out().failure().isEmpty()) {
                Defect.report(e, terminal);
            }
            return ExitStatus.DEFECT;
        }
    }

    private int dispatch(ParseResult line) throws Refused {
        if (line.isUsageHelpRequested()
                || line.hasSubcommand() && line.subcommand().isUsageHelpRequested()) {
            ParseResult last = line.hasSubcommand() ? line.subcommand() : line;
            Usage.print(last.commandSpec().commandLine(), terminal);
            return ExitStatus.OK;
        }
        if (line.isVersionHelpRequested()) {
            terminal.print(Version.text() + "\n");
            return ExitStatus.OK;
        }
        if (!line.hasSubcommand()) {
            throw new ParameterException(commandLine, "a command is missing");
        }
        Subcommand command = (Subcommand) line.subcommand().commandSpec().userObject();
        try {
            return command.run(line.subcommand(), terminal);
        } catch (RunTooLarge e) {
            boolean lacks = new Line(line.subcommand()).lacks(RunOptions.RESETS_ONLY);
            throw Refused.input(
                    e.getMessage() + (lacks ? ", or leave short silences out with " + RunOptions.RESETS_ONLY : ""));
        }
    }

    private static History history(Engine engine, Scenario scenario, Detail detail) {
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
