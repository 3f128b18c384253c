package org.ipsisim.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.ipsisim.history.Words;
import org.ipsisim.study.Progress;

/** A line on standard error that says how much is done and how long the rest will take; only on a terminal. */
final class ProgressBar implements Progress, AutoCloseable {
    private static final int BAR = 24;
    private static final int WIDTH = 79;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long BETWEEN = 100 * NANOS_PER_MILLI;

    /** Work shorter than this shows no bar. */
    private static final long QUIET = 500 * NANOS_PER_MILLI;

    private final PrintWriter err;
    private final boolean shown;
    private final boolean unicode;
    private final LongSupplier clock;
    private final long start;
    private String part = "";
    private long partStart;
    private long last;
    private boolean drawn;

    private ProgressBar(PrintWriter err, boolean shown, boolean unicode, LongSupplier clock) {
        this.err = err;
        this.shown = shown;
        this.unicode = unicode;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.last = start;
    }

    /** The bar of a terminal, if it can show one. */
    static ProgressBar on(Terminal terminal) {
        return on(terminal, System::nanoTime);
    }

    /** @param clock a clock in nanoseconds */
    static ProgressBar on(Terminal terminal, LongSupplier clock) {
        Look look = terminal.look();
        boolean unicode = look.errCharset().newEncoder().canEncode("\u2588\u2591");
        return new ProgressBar(terminal.err(), look.progress(), unicode, clock);
    }

    @Override
    public void at(String what, int done, int of) {
        at(what, done, of, String::valueOf);
    }

    private void at(String what, long done, long of, LongFunction<String> words) {
        long now = clock.getAsLong();
        if (!what.equals(part)) {
            part = what;
            partStart = now;
        }
        if (shown && now - start >= QUIET && now - last >= BETWEEN) {
            last = now;
            draw(what, done, of, now - partStart, words);
        }
    }

    /** What is told the simulated time in milliseconds, again and again, while a run of some length goes on. */
    LongConsumer of(Duration duration) {
        return of("running", duration);
    }

    /** The same for work other than a run. */
    LongConsumer of(String what, Duration duration) {
        return now -> at(what, now, duration.toMillis(), Words::duration);
    }

    /** So many runs are done, and nobody knows how many there will be; told by any thread. */
    synchronized void ran(int runs) {
        long now = clock.getAsLong();
        if (shown && now - start >= QUIET && now - last >= BETWEEN) {
            last = now;
            show(Words.grouped(runs) + " runs, each with one thing different");
        }
    }

    private void draw(String what, long done, long of, long spent, LongFunction<String> words) {
        int full = (int) (BAR * done / of);
        long left = (long) ((double) spent / done * (of - done) / NANOS_PER_MILLI);
        String line = what + "  " + (unicode ? "█" : "#").repeat(full) + (unicode ? "░" : ".").repeat(BAR - full)
                + "  " + 100 * done / of + " %  " + words.apply(done) + " of " + words.apply(of)
                + (spent > QUIET && done < of ? ", " + Words.duration((left / 1000 + 1) * 1000) + " left" : "");
        show(line);
    }

    private void show(String text) {
        String line = text.substring(0, Math.min(text.length(), WIDTH));
        err.print('\r' + line + " ".repeat(WIDTH - line.length()));
        err.flush();
        drawn = true;
    }

    @Override
    public void close() {
        clear();
    }

    /** Clears the line. */
    void clear() {
        if (drawn) {
            err.print('\r' + " ".repeat(WIDTH) + '\r');
            err.flush();
            drawn = false;
        }
    }
}
