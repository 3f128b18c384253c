package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.List;

/** Something over time as rows of numbers, by time: the first of each row says from when on the others hold. */
final class TimedRows {
    private final int width;
    private final List<Long> numbers = new ArrayList<>();

    /** @param width numbers in a row */
    TimedRows(int width) {
        this.width = width;
    }

    /** @throws IllegalArgumentException if the row has not as many numbers as the others */
    TimedRows row(long... row) {
        if (row.length != width) {
            throw new IllegalArgumentException(row.length + " numbers, not " + width);
        }
        for (long number : row) {
            numbers.add(number);
        }
        return this;
    }

    int rows() {
        return numbers.size() / width;
    }

    /** When a row begins, in milliseconds. */
    long from(int row) {
        return numbers.get(row * width);
    }

    /** All rows, one after another. */
    List<Long> numbers() {
        return numbers;
    }

    /** The numbers of the rows that begin up to a time, and of one more, which says how long the last one holds. */
    List<Long> until(long last) {
        int rows = 0;
        while (rows < rows() && from(rows) <= last) {
            rows++;
        }
        return numbers.subList(0, Math.min(rows + 1, rows()) * width);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimedRows rows && width == rows.width && numbers.equals(rows.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }
}
