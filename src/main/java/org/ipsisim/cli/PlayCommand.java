package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.play.Playback;
import org.ipsisim.survivability.RunTooLarge;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim play}: plays a run in the terminal, or into a recording. */
final class PlayCommand implements Subcommand {
    private static final String AT = "--at";
    private static final String SPEED = "--speed";
    private static final String JUMP = "--jump";
    private static final String PN = "--pn";
    private static final String RECORD = "--record";
    private static final String SIZE = "--size";
    private static final String RESETS_ONLY = "--resets-only";
    private static final int USUAL_SPEED = 10;
    private static final Dimensions USUAL_SIZE = new Dimensions(80, 24);
    private static final Pattern DIMENSIONS = Pattern.compile("([1-9][0-9]{1,2})x([1-9][0-9]{1,2})");

    private record Dimensions(int columns, int rows) {}

    private final Ipsisim.Engine engine;

    PlayCommand(Ipsisim.Engine engine) {
        this.engine = engine;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("play", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A scenario file; with " + RECORD + " - reads standard input.")
                        .build())
                .addOption(ScenarioFiles.setOption())
                .addOption(ScenarioFiles.seedOption())
                .addOption(Durations.option(AT, "Begins at this time instead of the start."))
                .addOption(OptionSpec.builder(SPEED)
                        .paramLabel("N")
                        .arity("1")
                        .type(Integer.class)
                        .converters(PlayCommand::speed)
                        .description("So many simulated seconds each second, 1 to " + Playback.FASTEST + "; "
                                + USUAL_SPEED + " without.")
                        .build())
                .addOption(OptionSpec.builder(JUMP)
                        .description("Jumps over times in which nothing happens.")
                        .build())
                .addOption(OptionSpec.builder(PN)
                        .paramLabel("N")
                        .arity("1")
                        .type(Integer.class)
                        .description("Selects this port network; without, the first to which something happens.")
                        .build())
                .addOption(OptionSpec.builder(RECORD)
                        .paramLabel("FILE")
                        .arity("1")
                        .type(File.class)
                        .description(
                                "Needs no terminal: writes a recording of the whole run, for asciinema (version 2), and ends.")
                        .build())
                .addOption(OptionSpec.builder(SIZE)
                        .paramLabel("COLSxROWS")
                        .arity("1")
                        .type(Dimensions.class)
                        .converters(PlayCommand::dimensions)
                        .description("The screen of the recording; 80x24 without.")
                        .build())
                .addOption(OptionSpec.builder(RESETS_ONLY)
                        .description(
                                "Leaves out silences that end before the socket sanity time-out: for long runs over bad networks.")
                        .build());
        spec.usageMessage()
                .header("Plays a run in the terminal; lets you break something while it plays.")
                .description(
                        "",
                        "Time goes on, stops, and turns back; timers count down. Break, restore,",
                        "or order something at any moment, and the run goes on from there with",
                        "it. The key ? shows all keys.",
                        "")
                .exitCodeList(ExitStatus.explainedForPlayback())
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim play scenarios/wan-cut.yaml",
                        "  ipsisim play scenarios/wan-cut.yaml --record wan-cut.cast --speed 60 \\",
                        "      --jump");
        return spec;
    }

    private static Integer speed(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > Playback.FASTEST) {
            throw new TypeConversionException("'" + text + "' is not a speed from 1 to " + Playback.FASTEST);
        }
        return Integer.valueOf(text);
    }

    private static Dimensions dimensions(String text) {
        Matcher matcher = DIMENSIONS.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a size such as 80x24");
        }
        Dimensions size = new Dimensions(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (size.columns < TextStyle.MIN_WIDTH || size.rows < Playback.LEAST_ROWS) {
            throw new TypeConversionException(
                    "'" + text + "' is smaller than " + TextStyle.MIN_WIDTH + "x" + Playback.LEAST_ROWS);
        }
        return size;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) throws FileFailure, Refused {
        boolean records = line.hasMatchedOption(RECORD);
        if (line.hasMatchedOption(SIZE) && !records) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), SIZE + " goes with " + RECORD + "; a terminal has its own size");
        }
        if (!records && !terminal.look().interactive()) {
            terminal.complain("play needs a terminal for input and output, and TERM other than dumb; `ipsisim run`"
                    + " prints what happens, and --record FILE makes a recording without a terminal");
            return ExitStatus.WRONG_INPUT;
        }
        Scenario scenario = ScenarioFiles.one(line, terminal).scenario();
        scenario = scenario.withSeed(line.matchedOptionValue("--seed", scenario.seed()));
        try {
            Playback playback = playback(scenario, line);
            return records ? record(playback, line, terminal) : play(playback, terminal);
        } catch (RunTooLarge e) {
            terminal.complain(e.getMessage()
                    + (line.hasMatchedOption(RESETS_ONLY) ? "" : ", or leave short silences out with " + RESETS_ONLY));
            return ExitStatus.WRONG_INPUT;
        }
    }

    private Playback playback(Scenario scenario, ParseResult line) {
        Duration at = line.matchedOptionValue(AT, Duration.ZERO);
        if (at.compareTo(scenario.duration()) >= 0) {
            throw new ParameterException(line.commandSpec().commandLine(), AT + " is not before the end of the run");
        }
        Integer pn = line.matchedOptionValue(PN, null);
        List<Integer> numbers = scenario.estate().portNetworks().stream()
                .map(PortNetwork::number)
                .toList();
        if (pn != null && !numbers.contains(pn)) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), PN + ": there is no port network " + pn + " in this scenario");
        }
        Detail detail = line.hasMatchedOption(RESETS_ONLY) ? Detail.RESETS : Detail.SILENCES;
        return new Playback(
                scenario,
                changed -> history(changed, detail),
                at.toMillis(),
                line.matchedOptionValue(SPEED, USUAL_SPEED),
                line.hasMatchedOption(JUMP),
                pn == null ? OptionalInt.empty() : OptionalInt.of(pn));
    }

    private History history(Scenario scenario, Detail detail) {
        try {
            return engine.run(scenario, detail);
        } catch (RunTooLarge e) {
            throw e;
        } catch (RuntimeException e) {
            throw Defect.in(scenario, e);
        }
    }

    private static int play(Playback playback, Terminal terminal) throws FileFailure {
        Look look = terminal.look();
        try {
            boolean interrupted = playback.inTerminal(look.outColour(), look.unicode(), look.outCharset());
            return interrupted ? ExitStatus.INTERRUPTED : ExitStatus.OK;
        } catch (Playback.NoTerminal e) {
            terminal.complain(e.getMessage());
            return ExitStatus.WRONG_INPUT;
        } catch (IOException e) {
            throw new FileFailure("the terminal failed: " + FileFailure.reason(e));
        }
    }

    private static int record(Playback playback, ParseResult line, Terminal terminal) throws FileFailure {
        if (!playback.canBeRecorded()) {
            throw new ParameterException(
                    line.commandSpec().commandLine(),
                    "the recording would be longer than " + Playback.LONGEST_HOURS + " hours; choose a higher " + SPEED
                            + ", or add " + JUMP);
        }
        Dimensions size = line.matchedOptionValue(SIZE, USUAL_SIZE);
        File file = line.matchedOptionValue(RECORD, null);
        Path path = ReportDirectories.path(file);
        try (Unbroken writing = new Unbroken()) {
            writing.run(() -> playback.record(path, size.columns(), size.rows()));
        } catch (IOException e) {
            throw new FileFailure("the recording cannot be written to " + file + ": " + e.getMessage());
        }
        terminal.tell("recording: " + file);
        return ExitStatus.OK;
    }
}
