package org.ipsisim.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;
import org.ipsisim.survivability.Simulation;

/**
 * The work that all runs of one explanation or quiz may take together, in steps: as much as one run of the scenario may.
 *
 * <p>What one run may take of it is set before a change is tried, not while several are: so that the same ones are tried
 * with any number of threads.
 */
public final class Allowance {
    /** How many changes are tried at a time. */
    public static final int TOGETHER = 4;

    /** One run takes at most this part of the work that is left, or the unit of work. */
    private static final int PARTS = 16;

    private final int workLimit;
    private final AtomicLong left;
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final IntConsumer progress;
    private long mostForOne;
    private int notTried;

    /**
     * What there is at the start.
     *
     * @param workLimit how many times 30 million steps of work
     * @param progress is told how many runs there were, after each; by any thread
     */
    public Allowance(int workLimit, IntConsumer progress) {
        this(Simulation.USUAL_STEPS * workLimit, workLimit, progress);
    }

    /**
     * What there is at the start, to the step.
     *
     * @param workLimit what its messages call the limit
     * @param progress is told how many runs there were, after each; by any thread
     */
    public Allowance(long steps, int workLimit, IntConsumer progress) {
        this.workLimit = workLimit;
        this.left = new AtomicLong(steps);
        this.progress = progress;
        hasWorkFor(0);
    }

    /** What a command has unless told otherwise, without anybody who wants to know how far it is. */
    public static Allowance usual() {
        return new Allowance(Scenario.USUAL_WORK, runs -> {});
    }

    /**
     * Whether there is work left to try some changes; if not, they count as not tried. Not to be asked while others are
     * tried.
     */
    public boolean hasWorkFor(int changes) {
        long now = left.get();
        mostForOne = Math.min(now, Math.max(Simulation.USUAL_STEPS, now / PARTS));
        if (now <= 0) {
            notTried += changes;
        }
        return now > 0;
    }

    /** The run of a changed scenario; empty if it is too much. */
    public Optional<History> run(Scenario changed, Detail detail) {
        return trial(() -> part(changed, detail));
    }

    /**
     * What the run of a changed scenario shows, which counts as one, also if it is found by runs of parts of the estate;
     * empty if it is too much.
     */
    public <T> Optional<T> trial(Supplier<Optional<T>> parts) {
        if (mostForOne <= 0) {
            return Optional.empty();
        }
        Optional<T> found = parts.get();
        if (found.isEmpty()) {
            givenUp.incrementAndGet();
        }
        progress.accept(runs.incrementAndGet());
        return found;
    }

    /** One run of a trial; empty if it is too much. */
    public Optional<History> part(Scenario changed, Detail detail) {
        return Simulation.runIfPossible(changed, detail, mostForOne, steps -> left.addAndGet(-steps));
    }

    /** How many runs it took so far. */
    public int runs() {
        return runs.get();
    }

    /** What became of the work so far. */
    public Unfinished unfinished() {
        return new Unfinished(givenUp.get(), notTried, workLimit);
    }

    /**
     * What was not found out.
     *
     * @param givenUp how many runs were too much work: what they would show is unknown
     * @param notTried how many changes were not tried, since the work for all of them was used up
     * @param workLimit how many times 30 million steps of work there were for all of them
     */
    public record Unfinished(int givenUp, int notTried, int workLimit) {
        /** Nothing. */
        public static final Unfinished NOTHING = new Unfinished(0, 0, 1);

        private static final int TEN_TIMES = 10;
        private static final long MILLIONS = Simulation.USUAL_STEPS / 1_000_000;

        /** In sentences; empty if all was found out. */
        public String words() {
            List<String> sentences = new ArrayList<>();
            if (givenUp > 0) {
                sentences.add(Words.count(givenUp, "run") + were(givenUp)
                        + " given up as too much work; what would have come of what they try is unknown.");
            }
            if (notTried > 0) {
                sentences.add(Words.count(notTried, "more change") + were(notTried) + " not tried.");
            }
            if (!sentences.isEmpty()) {
                sentences.add("All runs together may take " + MILLIONS * workLimit + " million steps of work; --limit "
                        + TEN_TIMES * workLimit + " lets them take ten times as much.");
            }
            return String.join(" ", sentences);
        }

        private static String were(int count) {
            return count == 1 ? " was" : " were";
        }
    }
}
