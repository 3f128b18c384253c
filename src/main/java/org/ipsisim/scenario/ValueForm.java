package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a key may hold: how it is read, how it is written, and what the schema says about it. Nothing is worked out before it
 * is asked for: a file names few of the keys that there are.
 *
 * @param <V> what is read and written
 */
abstract class ValueForm<V> {
    private final String allowed;

    /** @param allowed what is allowed, for messages; empty if {@link #allowed()} composes it */
    ValueForm(String allowed) {
        this.allowed = allowed;
    }

    /** A form of single values, neither lists nor mappings. */
    abstract static class OfText<V> extends ValueForm<V> {
        OfText(String allowed) {
            super(allowed);
        }

        /** The value that the characters mean; empty, with an error, if they do not have this form. */
        abstract Optional<V> read(String text, EffectiveValue value, FileReading reading);

        @Override
        final Optional<V> read(EffectiveValue value, FileReading reading) {
            Optional<String> text = reading.textOf(value, allowed());
            return text.isPresent() ? read(text.get(), value, reading) : Optional.empty();
        }
    }

    /** The value in the file; empty, with an error, if it does not have this form. */
    abstract Optional<V> read(EffectiveValue value, FileReading reading);

    /** What is allowed here, for messages. */
    String allowed() {
        return allowed;
    }

    /** What the schema says about a value; it may take other definitions. */
    abstract Map<String, Object> schema(ScenarioSchema all);

    /** The value as {@link YamlOutput} writes it: a text, a number, a list or a mapping of such. */
    Object written(V value, Written in) {
        return value instanceof Number || value instanceof List ? value : value.toString();
    }

    /** The range that ends a description, such as {@code 0s to 10m}; empty if there is none to mention. */
    String range() {
        return "";
    }

    /** The kinds of mapping that such a value contains. */
    List<Mapping<?>> mappings() {
        return List.of();
    }

    /** The words that are allowed in a scenario with this estate, for completion; none for free text. */
    List<String> candidates(Declared declared) {
        return List.of();
    }

    /**
     * The entries of a list, each of this form; those that cannot be read are left out.
     *
     * @param twice what an error says of one that is there already
     * @param instead what is allowed
     */
    final List<V> readEach(List<EffectiveValue> items, FileReading reading, String twice, String instead) {
        List<V> all = new ArrayList<>();
        for (EffectiveValue item : items) {
            Optional<V> read = read(item, reading);
            if (read.isPresent() && all.contains(read.get())) {
                reading.error(item, twice).allowed(instead);
            } else if (read.isPresent()) {
                all.add(read.get());
            }
        }
        return all;
    }
}
