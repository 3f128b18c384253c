package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Estate;

/** A port network number, or a range of them such as {@code 2-5}, as written; the numbers may be out of range. */
record PnRange(int first, int last) {
    private static final int LONGEST = 6;
    private static final String ALLOWED = "1 to " + Estate.MAX_PORT_NETWORKS + ", or a range such as 2-5";

    static Optional<PnRange> parse(String text) {
        int dash = text.indexOf('-');
        String first = dash < 0 ? text : text.substring(0, dash).stripTrailing();
        String last = dash < 0 ? text : text.substring(dash + 1).stripLeading();
        if (!isNumber(first) || !isNumber(last)) {
            return Optional.empty();
        }
        return Optional.of(new PnRange(Integer.parseInt(first), Integer.parseInt(last)));
    }

    /** A number or a range within 1 to 64; empty, with an error, otherwise. */
    static Optional<PnRange> read(EffectiveValue value, FileReading reading) {
        Optional<String> text = reading.textOf(value, ALLOWED);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<PnRange> range = parse(text.get());
        if (range.isEmpty()) {
            String bare = text.get().startsWith("pn-") ? text.get().substring(3) : "";
            reading.error(value, "is not a port network number")
                    .allowed(ALLOWED)
                    .suggest(parse(bare).isPresent() ? bare : "");
            return Optional.empty();
        }
        int first = range.get().first;
        int last = range.get().last;
        if (first > last) {
            reading.error(value, "runs backwards").allowed(ALLOWED).suggest(last + "-" + first);
            return Optional.empty();
        }
        if (first < 1 || last > Estate.MAX_PORT_NETWORKS) {
            reading.error(value, "is out of range").allowed(ALLOWED);
            return Optional.empty();
        }
        return range;
    }

    boolean isOne() {
        return first == last;
    }

    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }
}
