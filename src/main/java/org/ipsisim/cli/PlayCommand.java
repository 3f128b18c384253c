package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.play.Playback;
import org.ipsisim.survivability.Simulation;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim play}: plays a run in the terminal, or into a recording. */
record PlayCommand(Ipsisim.Engine engine) implements Command {
    private static final Pattern DIMENSIONS = Pattern.compile("([1-9][0-9]{1,2})x([1-9][0-9]{1,2})");
    private static final Dimensions USUAL_SIZE = new Dimensions(80, 24);

    private static final Option<RunTime> AT = Option.time("--at", "Begins at this time instead of the start.");
    private static final Option<Integer> SPEED =
            Option.number("--speed", 1, Playback.FASTEST, 10, "Simulated seconds per second");
    private static final Option<Boolean> JUMP = Option.flag("--jump", "Skips times in which nothing happens.");
    private static final Option<Integer> PN = Option.number(
            "--pn", 0, RunOptions.MOST_PN, "Selects this port network (default: the first that something happens to).");
    private static final Option<File> RECORD = Option.file(
            "--record",
            "FILE",
            "Needs no terminal: writes a recording of the whole run, for asciinema (version 2), and ends.");
    private static final Option<Dimensions> SIZE = Option.value(
            "--size",
            "COLSxROWS",
            Dimensions.class,
            PlayCommand::dimensions,
            "The screen of the recording (default: 80x24).");

    private record Dimensions(int columns, int rows) {}

    @Override
    public Usage usage() {
        return new Usage("play", "Plays a run in the terminal; lets you break something while it plays.")
                .about(
                        "Let time run, stop it or turn it back, and watch the timers count down.",
                        "Break, restore or order something at any moment, and the run goes on from",
                        "there. The key ? lists all keys.",
                        "A session without --limit has --limit 1, so that a key is answered soon.",
                        "The limit also holds for all pictures of a recording in which random calls",
                        "are counted.")
                .files("SCENARIO", "1", "A scenario file; with " + RECORD + " - reads standard input.")
                .options(
                        RunOptions.SET,
                        RunOptions.SEED,
                        AT,
                        SPEED,
                        JUMP,
                        PN,
                        RECORD,
                        SIZE,
                        RunOptions.RESETS_ONLY,
                        RunOptions.LIMIT)
                .status(ExitStatus.INTERRUPTED, "Ctrl-C")
                .examples(
                        "ipsisim play scenarios/wan-cut.yaml",
                        "ipsisim play scenarios/wan-cut.yaml --record wan-cut.cast --speed 60 \\",
                        "    --jump");
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
    public int run(Line line, Terminal terminal) throws Refused {
        Optional<Path> record = line.findPath(RECORD);
        if (line.has(SIZE) && record.isEmpty()) {
            throw line.wrong(SIZE + " goes with " + RECORD + "; a terminal has its own size");
        }
        if (record.isEmpty() && !terminal.look().interactive()) {
            terminal.complain("play needs a terminal for input and output, and TERM other than dumb; `ipsisim run`"
                    + " prints what happens, and --record FILE makes a recording without a terminal");
            return ExitStatus.WRONG_INPUT;
        }
        Scenario scenario = RunOptions.seeded(ScenarioFiles.one(line, terminal).scenario(), line);
        Playback playback = playback(scenario, line);
        return record.isPresent() ? record(playback, scenario, record.get(), line, terminal) : play(playback, terminal);
    }

    private Playback playback(Scenario scenario, Line line) {
        Duration at = line.find(AT).map(given -> given.in(scenario, AT, line)).orElse(Duration.ZERO);
        if (at.compareTo(scenario.duration()) >= 0) {
            throw line.wrong(AT + " is not before the end of the run");
        }
        OptionalInt pn = line.find(PN).map(OptionalInt::of).orElse(OptionalInt.empty());
        if (pn.isPresent()
                && scenario.estate().portNetworks().stream().noneMatch(each -> each.number() == pn.getAsInt())) {
            throw line.wrong(PN + ": there is no port network " + pn.getAsInt() + " in this scenario");
        }
        Detail detail = RunOptions.detail(line);
        // On the screen of a session there is no place for a bar, and nobody waits a minute for a key.
        Scenario played = line.has(RECORD) || line.has(RunOptions.LIMIT) ? scenario : scenario.withWorkLimit(1);
        Ipsisim.Engine runs =
                line.has(RECORD) ? engine : (changed, shown) -> Ipsisim.history(Simulation::run, changed, shown);
        return new Playback(
                played, changed -> runs.run(changed, detail), at.toMillis(), line.get(SPEED), line.has(JUMP), pn);
    }

    private static int play(Playback playback, Terminal terminal) throws Refused {
        Look look = terminal.look();
        try {
            boolean interrupted = playback.inTerminal(look.outColour(), look.unicode(), look.outCharset());
            return interrupted ? ExitStatus.INTERRUPTED : ExitStatus.OK;
        } catch (Playback.NoTerminal e) {
            throw Refused.input(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Refused.file("the terminal failed", e);
        }
    }

    private static int record(Playback playback, Scenario scenario, Path file, Line line, Terminal terminal)
            throws Refused {
        if (!playback.canBeRecorded()) {
            throw line.wrong("the recording would be longer than " + Playback.LONGEST_HOURS + " hours; choose a higher "
                    + SPEED + ", or add " + JUMP);
        }
        Dimensions size = line.find(SIZE).orElse(USUAL_SIZE);
        long limits = playback.workOfCounting() / Simulation.USUAL_STEPS;
        boolean isTooMuch = limits >= scenario.workLimit();
        if (isTooMuch) {
            terminal.tell(
                    "random calls are counted only at changes of state: in every picture that would take more work"
                            + " than the limit; a higher " + SPEED + ", " + JUMP + " or " + RunOptions.LIMIT + " "
                            + (limits + 1)
                            + " counts them in each");
        }
        Playback recorded = isTooMuch ? playback.countingAtChanges() : playback;
        try (ProgressBar bar = ProgressBar.on(terminal)) {
            recorded.record(file, size.columns(), size.rows(), bar.of("recording", scenario.duration()));
        } catch (IOException e) {
            throw Refused.file("the recording cannot be written to " + file, e);
        }
        terminal.tell("recording: " + file);
        return ExitStatus.OK;
    }
}
