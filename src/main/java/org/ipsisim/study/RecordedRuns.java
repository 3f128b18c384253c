package org.ipsisim.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs of one kind: those on record are not made again, and those that are made go on record. */
final class RecordedRuns<T> {
    private final ParallelRuns runs;
    private final RunRecord record;
    private final RunKind<T> kind;

    RecordedRuns(ParallelRuns runs, RunRecord record, RunKind<T> kind) {
        this.runs = runs;
        this.record = record;
        this.kind = kind;
    }

    /**
     * The results of some runs.
     *
     * @param numbers of the runs, in the order of the results
     * @return all results, or the first ones if the work was stopped
     */
    RunsDone<T> of(String what, int[] numbers, IntFunction<T> job) {
        List<T> results = new ArrayList<>(Collections.nCopies(numbers.length, null));
        for (int i = 0; i < numbers.length; i++) {
            results.set(i, known(kind.name().apply(numbers[i])));
        }
        int[] missing = IntStream.range(0, numbers.length)
                .filter(i -> results.get(i) == null)
                .toArray();
        if (record.isClosed() && missing.length > 0) {
            throw new UnusableRecord("run `" + kind.name().apply(numbers[missing[0]]) + "` is in none of the files");
        }
        List<T> made = runs.run(what, missing.length, i -> make(numbers[missing[i]], job))
                .results();
        for (int i = 0; i < made.size(); i++) {
            results.set(missing[i], made.get(i));
        }
        int done = made.size() < missing.length ? missing[made.size()] : numbers.length;
        return new RunsDone<>(results.subList(0, done), numbers.length);
    }

    private T known(String name) {
        Optional<long[]> numbers = record.find(name);
        if (numbers.isEmpty()) {
            return null;
        }
        try {
            return kind.result(numbers.get());
        } catch (RuntimeException e) {
            throw new UnusableRecord("the numbers of run `" + name + "` are those of no run of this study");
        }
    }

    private T make(int number, IntFunction<T> job) {
        T result = job.apply(number);
        record.keep(kind.name().apply(number), kind.numbers(result));
        return result;
    }
}
