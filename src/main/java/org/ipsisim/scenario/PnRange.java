package org.ipsisim.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ipsisim.estate.Estate;

/** A port network number, or a range of them such as {@code 2-5}, as written; the numbers may be out of range. */
record PnRange(int first, int last) {
    /** What is allowed, for messages. */
    static final String ALLOWED = "1 to " + Estate.MAX_PORT_NETWORKS + ", or a range such as 2-5";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(?:\\s*-\\s*([0-9]{1,6}))?");

    static Optional<PnRange> parse(String text) {
        Matcher range = FORM.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(range.group(1));
        return Optional.of(new PnRange(first, range.group(2) == null ? first : Integer.parseInt(range.group(2))));
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
            return reading.error(value, "is not a port network number")
                    .allowed(ALLOWED)
                    .suggest(parse(bare).isPresent() ? bare : "")
                    .none();
        }
        int first = range.get().first;
        int last = range.get().last;
        if (first > last) {
            return reading.error(value, "runs backwards")
                    .allowed(ALLOWED)
                    .suggest(last + "-" + first)
                    .none();
        }
        return first >= 1 && last <= Estate.MAX_PORT_NETWORKS
                ? range
                : reading.error(value, "is out of range").allowed(ALLOWED).none();
    }

    boolean isOne() {
        return first == last;
    }

    List<Integer> numbers() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
