package org.ipsisim.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipsisim.estate.Estate;

/** A port network number, or a range of them such as {@code 2-5}. */
record PnRange(int first, int last) {
    /** What is allowed, for messages. */
    static final String ALLOWED = "1 to " + Estate.MAX_PORT_NETWORKS + ", or a range such as 2-5";

    /** A number or a range within 1 to 64; empty, with an error, otherwise. */
    static Optional<PnRange> read(EffectiveValue value, FileReading reading) {
        return NumberRange.read(value, reading, Estate.MAX_PORT_NETWORKS, "a port network number", "pn-", ALLOWED)
                .map(range -> new PnRange((int) range.first(), (int) range.last()));
    }

    boolean isOne() {
        return first == last;
    }

    List<Integer> numbers() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
