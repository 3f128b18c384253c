package org.ipsisim.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Does independent pieces of work on a fixed number of threads. The results come in the order of their numbers and do
 * not depend on how many threads there are.
 */
public final class ParallelRuns {
    private final int threads;
    private final Stop stop;
    private final Progress progress;
    private final RunRecord record;

    /**
     * @param threads 1 or more
     * @param stop ends the work early
     * @param progress receives each piece that is done
     */
    public ParallelRuns(int threads, Stop stop, Progress progress) {
        this(threads, stop, progress, RunRecord.NONE);
    }

    /** @param record what is known already, and where new results go */
    public ParallelRuns(int threads, Stop stop, Progress progress, RunRecord record) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        this.threads = threads;
        this.stop = stop;
        this.progress = progress;
        this.record = record;
    }

    /** One thread that nobody watches or stops. */
    public static ParallelRuns quiet() {
        return new ParallelRuns(1, new Stop(), Progress.NONE);
    }

    /** Whether no more work is to begin. */
    public boolean isStopped() {
        return stop.isRequested();
    }

    /**
     * Does the pieces of work with the numbers from 0.
     *
     * @param what what is being done, such as {@code running}
     * @param job a pure function of the number
     * @return all results, or the first ones if the work was stopped
     * @throws RuntimeException what a piece has thrown; of several the one with the lowest number
     */
    public <T> Done<T> run(String what, int count, IntFunction<T> job) {
        Work<T> work = new Work<>(what, count, job);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, count); i++) {
            Thread worker = new Thread(work, "runs-" + (i + 1));
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        workers.forEach(ParallelRuns::join);
        return work.done();
    }

    /**
     * The same for runs of one kind: those on record are not made again, and those that are made go on record.
     *
     * @param numbers of the runs, in the order of the results
     */
    public <T> Done<T> run(String what, int[] numbers, RunKind<T> kind, IntFunction<T> job) {
        List<T> results = new ArrayList<>(Collections.nCopies(numbers.length, null));
        for (int i = 0; i < numbers.length; i++) {
            results.set(i, known(numbers[i], kind));
        }
        int[] missing = IntStream.range(0, numbers.length)
                .filter(i -> results.get(i) == null)
                .toArray();
        if (record.isClosed() && missing.length > 0) {
            throw new UnusableRecord("run `" + kind.name().apply(numbers[missing[0]]) + "` is in none of the files");
        }
        List<T> made = run(what, missing.length, i -> make(numbers[missing[i]], kind, job))
                .results();
        for (int i = 0; i < made.size(); i++) {
            results.set(missing[i], made.get(i));
        }
        int done = made.size() < missing.length ? missing[made.size()] : numbers.length;
        return new Done<>(results.subList(0, done), numbers.length);
    }

    private <T> @Nullable T known(int number, RunKind<T> kind) {
        String name = kind.name().apply(number);
        Optional<long[]> numbers = record.find(name);
        if (numbers.isEmpty()) {
            return null;
        }
        try {
            return kind.result(numbers.get());
        } catch (RuntimeException e) {
            throw new UnusableRecord("the numbers of run `" + name + "` do not fit this study");
        }
    }

    private <T> T make(int number, RunKind<T> kind, IntFunction<T> job) {
        T result = job.apply(number);
        record.keep(kind.name().apply(number), kind.numbers(result));
        return result;
    }

    private static void join(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Pieces are handed out by number, and each that is handed out is done: what is done has no gap. */
    private final class Work<T> implements Runnable {
        private final String what;
        private final int count;
        private final IntFunction<T> job;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<T> results;
        private int done;
        private int failedAt = Integer.MAX_VALUE;
        private @Nullable Throwable failure;

        Work(String what, int count, IntFunction<T> job) {
            this.what = what;
            this.count = count;
            this.job = job;
            this.results = new AtomicReferenceArray<>(count);
        }

        @Override
        public void run() {
            while (!stop.isRequested() && !hasFailed()) {
                int number = next.getAndIncrement();
                if (number >= count) {
                    return;
                }
                try {
                    results.set(number, job.apply(number));
                    tell();
                } catch (RuntimeException | Error e) {
                    fail(number, e);
                }
            }
        }

        private synchronized void tell() {
            done++;
            progress.at(what, done, count);
        }

        private synchronized boolean hasFailed() {
            return failure != null;
        }

        private synchronized void fail(int number, Throwable e) {
            if (number < failedAt) {
                failedAt = number;
                failure = e;
            }
        }

        synchronized Done<T> done() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            List<T> first = new ArrayList<>();
            for (int i = 0; i < count && results.get(i) != null; i++) {
                first.add(results.get(i));
            }
            return new Done<>(first, count);
        }
    }

    /**
     * The results of work that may have been stopped: the first ones, or all.
     *
     * @param results in the order of their numbers, from 0 without a gap
     * @param of how many there would have been
     */
    public record Done<T>(List<T> results, int of) {
        /** Keeps a copy of the list. */
        public Done {
            results = List.copyOf(results);
        }

        /** Whether nothing is missing. */
        public boolean isWhole() {
            return results.size() == of;
        }
    }
}
