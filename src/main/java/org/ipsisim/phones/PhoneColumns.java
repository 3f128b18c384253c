package org.ipsisim.phones;

/**
 * The numbers of each phone of a population, in one row. A phone's numbers are looked at together, and of 100 000 phones
 * each in its turn: side by side they are one or two reads from memory, in an array each they would be a dozen.
 */
final class PhoneColumns {
    private final long[] numbers;
    private final int width;
    private int columns;

    /** Nobody reads it: it keeps the compiler from leaving out reads of which nothing comes. */
    @SuppressWarnings("UnusedVariable")
    private long fetched;

    /** @param width how many columns there will be */
    PhoneColumns(int phones, int width) {
        this.width = width;
        numbers = new long[Math.multiplyExact(phones, width)];
    }

    /** The next column; each phone has 0 there. */
    Column column() {
        return new Column(numbers, width, columns++);
    }

    /**
     * Fetches a phone's row from memory. Phones that have waited are out of the caches; whoever has some to look at fetches
     * all their rows first, because such reads go on side by side.
     */
    void fetch(int phone) {
        fetched ^= numbers[phone * width] ^ numbers[phone * width + width - 1];
    }

    /** One number of each phone. */
    static final class Column {
        private final long[] numbers;
        private final int width;
        private final int column;

        private Column(long[] numbers, int width, int column) {
            this.numbers = numbers;
            this.width = width;
            this.column = column;
        }

        long get(int phone) {
            return numbers[phone * width + column];
        }

        void set(int phone, long number) {
            numbers[phone * width + column] = number;
        }
    }
}
