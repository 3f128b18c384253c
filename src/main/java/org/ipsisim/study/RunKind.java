package org.ipsisim.study;

/** How runs of one kind are named on record, and how their results are written as whole numbers. */
public interface RunKind<T> {
    /** The name of a run among all runs of a study, by its number among those of its kind. */
    String name(int number);

    /** A result as numbers. */
    long[] numbers(T result);

    /**
     * The result that some numbers stand for.
     *
     * @throws RuntimeException of any kind, if they stand for none
     */
    T result(long[] numbers);
}
