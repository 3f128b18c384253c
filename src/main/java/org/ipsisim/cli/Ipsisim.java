package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.survivability.Simulation;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
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

    Ipsisim(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        CommandSpec spec = HelpText.command("ipsisim", this)
                .addOption(HelpText.versionOption())
                .version(Version.text());
        spec.usageMessage()
                .header("Simulates what port networks do when heartbeats stop.")
                .description(
                        "",
                        "Port networks, IPSIs, main servers and survivable cores as in Avaya",
                        "Communication Manager: silence, warm reset, cold reset, no-service",
                        "time-out, failover and the way back.",
                        "")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim run scenarios/wan-cut.yaml",
                        "  ipsisim validate scenarios/*.yaml",
                        "",
                        "`ipsisim COMMAND --help` explains a command.");
        commandLine = new CommandLine(spec).setExpandAtFiles(false).setUsageHelpLongOptionsMaxWidth(24);
        List<StudyCommand> studies = List.of(
                new ThresholdsCommand(),
                new SweepCommand(),
                new MonteCarloCommand(),
                new AuditCommand(),
                new ReplayCommand());
        List<Subcommand> commands =
                new ArrayList<>(List.of(new RunCommand(engine), new ExplainCommand(), new CompareCommand()));
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
            return e.status();
        } catch (FileFailure e) {
            terminal.complain(e.getMessage());
            return ExitStatus.FILE_FAILED;
        } catch (RuntimeException | Error e) {
            if (terminal.out().failure().isEmpty()) {
                Defect.report(e, terminal);
            }
            return ExitStatus.DEFECT;
        }
    }

    private int dispatch(ParseResult line) throws FileFailure, Refused {
        if (line.isUsageHelpRequested()
                || line.hasSubcommand() && line.subcommand().isUsageHelpRequested()) {
            ParseResult last = line.hasSubcommand() ? line.subcommand() : line;
            HelpText.print(last.commandSpec().commandLine(), terminal);
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
        return command.run(line.subcommand(), terminal);
    }

    private int outputFailed(StandardOutput.Failure failure) {
        if (failure.isClosedPipe()) {
            return ExitStatus.PIPE_CLOSED;
        }
        terminal.complain("standard output cannot be written: " + failure.reason());
        return ExitStatus.FILE_FAILED;
    }
}
