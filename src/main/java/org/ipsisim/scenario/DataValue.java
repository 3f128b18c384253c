package org.ipsisim.scenario;

import java.util.List;
import java.util.Optional;

/** A value of a {@link DataFile} with its place, for errors. */
public final class DataValue {
    private record AdHoc(String place, List<String> keys) implements Fields.Keys {}

    private final EffectiveValue value;
    private final FileReading reading;

    DataValue(EffectiveValue value, FileReading reading) {
        this.value = value;
        this.reading = reading;
    }

    /**
     * The value as a mapping; an empty one, with an error, if it is not a mapping.
     *
     * @param place where it is, for messages: {@code an entry of `questions`}
     * @param keys that it may have
     */
    public DataMap mapping(String place, String... keys) {
        return new DataMap(Fields.of(value, new AdHoc(place, List.of(keys)), reading));
    }

    /** Its line in the file, from 1. */
    public int line() {
        return value.span().line();
    }

    /** Whether it is a list. */
    public boolean isList() {
        return value.node() instanceof Node.Listing;
    }

    /** The entries of the value as a list; none, with an error, if it is not a list or is too long. */
    public List<DataValue> items(int most) {
        return reading.items(value, most, "").orElse(List.of()).stream()
                .map(item -> new DataValue(item, reading))
                .toList();
    }

    /** The value as text without surrounding blanks; empty, with an error, if it is a list, a mapping or nothing. */
    public Optional<String> text(String allowed) {
        Optional<String> text = reading.textOf(value, allowed).map(String::strip);
        if (text.isPresent() && text.get().codePoints().anyMatch(c -> c != '\n' && Visible.isUnsafe((char) c))) {
            reading.error(value, "contains a control character").allowed("printable characters and line ends");
            return Optional.empty();
        }
        return text;
    }

    /** One of several words; empty, with an error, if it is none of them. */
    public Optional<String> word(List<String> allowed) {
        return Forms.word(allowed).read(value, reading);
    }

    /** The value as a whole number; empty, with an error, if it is not one within the bounds. */
    public Optional<Long> integer(long min, long max) {
        return Forms.whole(min, max).read(value, reading);
    }

    /**
     * Adds an error about it.
     *
     * @param saysOfIt what is wrong; follows the quoted value: {@code is not a state}
     * @param allowed what is allowed there; may be empty
     * @param suggestion the nearest correct word; may be empty
     */
    public void error(String saysOfIt, String allowed, String suggestion) {
        reading.error(value, saysOfIt).allowed(allowed).suggest(suggestion);
    }
}
