package org.ipsisim.play;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.ipsisim.document.IoReason;
import org.ipsisim.document.WholeFile;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;

/** Plays the run of a scenario in a terminal, or into a recording. */
public final class Playback {
    /** The highest speed, in simulated seconds per second. */
    public static final int FASTEST = Pace.FASTEST;

    /** Rows that a screen needs. */
    public static final int LEAST_ROWS = Canvas.LEAST_ROWS;

    /** The longest recording, in hours. */
    public static final int LONGEST_HOURS = 4;

    private final PlaybackState start;

    /**
     * A playback that has not begun.
     *
     * @param scenario what is run
     * @param engine runs the scenario and its forks
     * @param at where to begin, in milliseconds from the start; not after the end
     * @param factor simulated seconds each second, 1 to {@link #FASTEST}
     * @param jumps whether to skip quiet times
     * @param portNetwork the number of the one that is selected; by default the first to which something happens
     */
    public Playback(
            Scenario scenario,
            Function<Scenario, History> engine,
            long at,
            int factor,
            boolean jumps,
            OptionalInt portNetwork) {
        this(begun(PreparedRun.of(scenario, engine), at, new Pace(factor, jumps), portNetwork));
    }

    private Playback(PlaybackState start) {
        this.start = start;
    }

    private static PlaybackState begun(PreparedRun run, long at, Pace pace, OptionalInt portNetwork) {
        return PlaybackState.of(run, pace, at, selected(run, portNetwork));
    }

    private static int selected(PreparedRun run, OptionalInt wanted) {
        for (int index = 0; index < run.portNetworks().size(); index++) {
            PnHistory pn = run.portNetworks().get(index);
            boolean isWanted = wanted.isPresent()
                    ? pn.portNetwork().number() == wanted.getAsInt()
                    : pn.timeline().stream().anyMatch(span -> span.state() != PnState.IN_SERVICE);
            if (isWanted) {
                return index;
            }
        }
        return 0;
    }

    /**
     * Plays in the terminal of this process, until the viewer quits.
     *
     * @param colour whether it shows colours
     * @param unicode whether it shows characters beyond ASCII
     * @param charset what it takes and sends
     * @return whether it ended by Ctrl-C
     * @throws NoTerminal if there is no terminal that can be controlled
     */
    public boolean inTerminal(boolean colour, boolean unicode, Charset charset) throws NoTerminal, IOException {
        try (JlineScreen screen = JlineScreen.open(charset)) {
            return new Player(start, screen, colour, unicode, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))
                    .play();
        }
    }

    /** Whether a recording would be no longer than {@link #LONGEST_HOURS} hours. */
    public boolean canBeRecorded() {
        return Recording.frames(start) <= Recording.MOST_FRAMES;
    }

    /** About how many steps of work it takes to count the calls in every picture of a recording; 0 if none are random. */
    public long workOfCounting() {
        return start.run().workOfCounting() * Recording.frames(start);
    }

    /** The same, with random calls counted only at changes of state. */
    public Playback countingAtChanges() {
        return new Playback(start.with(Forks.of(start.run().countingAtChanges())));
    }

    /**
     * Writes a recording of the run, in the form of asciinema, version 2.
     *
     * @param columns of the screen, at least {@link org.ipsisim.document.TextStyle#MIN_WIDTH}
     * @param rows of the screen, at least {@link #LEAST_ROWS}
     * @param progress is told the simulated time in milliseconds, at each picture
     * @throws IOException if it cannot be written, with the reason in words; then nothing is
     */
    public void record(Path file, int columns, int rows, LongConsumer progress) throws IOException {
        try {
            WholeFile.write(file, new Recording(start, columns, rows, progress)::write, true);
        } catch (IOException e) {
            throw new IOException(IoReason.of(e), e);
        }
    }

    /** There is no terminal to play in. */
    public static final class NoTerminal extends Exception {
        NoTerminal(Throwable cause) {
            super("the terminal cannot be used: " + cause.getMessage(), cause);
        }
    }
}
