package org.ipsisim.study;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * How runs of one kind are named on record, and how their results are written as whole numbers.
 *
 * @param name the name of a run among all runs of a study, by its number among those of its kind
 * @param write adds a result to a row of numbers
 * @param read reads from a row what {@code write} has added; throws any exception if that is not a result
 */
public record RunKind<T>(IntFunction<String> name, BiConsumer<T, NumberRow> write, Function<NumberRow, T> read) {
    /** A result as numbers. */
    long[] numbers(T result) {
        NumberRow row = new NumberRow();
        write.accept(result, row);
        return row.all();
    }

    /**
     * The result that some numbers stand for.
     *
     * @throws RuntimeException of any kind, if they stand for none
     */
    T result(long[] numbers) {
        NumberRow row = new NumberRow(numbers);
        T result = read.apply(row);
        if (row.hasNext()) {
            throw new IllegalArgumentException(numbers.length + " numbers");
        }
        return result;
    }
}
