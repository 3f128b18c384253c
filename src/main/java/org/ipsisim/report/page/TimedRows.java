package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Something over time as rows of numbers, by time: the first of each row says from when on the others hold.
 *
 * @param width numbers in a row
 * @param numbers all rows, one after another
 */
record TimedRows(int width, List<Long> numbers) {
    static final class Writer {
        private final int width;
        private final List<Long> numbers = new ArrayList<>();

        Writer(int width) {
            this.width = width;
        }

        /** @throws IllegalArgumentException if the row has not as many numbers as the others */
        Writer row(long... row) {
            if (row.length != width) {
                throw new IllegalArgumentException(row.length + " numbers, not " + width);
            }
            for (long number : row) {
                numbers.add(number);
            }
            return this;
        }

        TimedRows track() {
            return new TimedRows(width, List.copyOf(numbers));
        }
    }

    int rows() {
        return numbers.size() / width;
    }

    /** When a row begins, in milliseconds. */
    long from(int row) {
        return numbers.get(row * width);
    }

    /** The numbers of the rows that begin up to a time, and of one more, which says how long the last one holds. */
    List<Long> until(long last) {
        int rows = 0;
        while (rows < rows() && from(rows) <= last) {
            rows++;
        }
        return numbers.subList(0, Math.min(rows + 1, rows()) * width);
    }
}
