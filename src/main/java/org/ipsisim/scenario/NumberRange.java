package org.ipsisim.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number, or a range of numbers such as {@code 6001-6400}, as written in a file. */
record NumberRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:\\s*-\\s*([0-9]{1,18}))?");

    static Optional<NumberRange> parse(String text) {
        Matcher range = FORM.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(range.group(1));
        return Optional.of(new NumberRange(first, range.group(2) == null ? first : Long.parseLong(range.group(2))));
    }

    /**
     * A number or a range within 1 to {@code most}; empty, with an error, otherwise.
     *
     * @param what a number is, with an article
     * @param prefix what people write before such a number by mistake
     */
    static Optional<NumberRange> read(
            EffectiveValue value, FileReading reading, long most, String what, String prefix, String allowed) {
        Optional<String> text = reading.textOf(value, allowed);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<NumberRange> range = parse(text.get());
        if (range.isEmpty()) {
            String bare = text.get().startsWith(prefix) ? text.get().substring(prefix.length()) : "";
            return reading.error(value, "is not " + what)
                    .allowed(allowed)
                    .suggest(parse(bare).isPresent() ? bare : "")
                    .none();
        }
        long first = range.get().first;
        long last = range.get().last;
        if (first > last) {
            return reading.error(value, "runs backwards")
                    .allowed(allowed)
                    .suggest(last + "-" + first)
                    .none();
        }
        return first >= 1 && last <= most
                ? range
                : reading.error(value, "is out of range").allowed(allowed).none();
    }

    long size() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
