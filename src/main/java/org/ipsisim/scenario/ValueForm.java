package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a key may hold: how it is read, how it is written, and what the schema says about it.
 *
 * @param <V> what is read and written
 */
final class ValueForm<V> {
    /** Reads a value of the file: empty, with an error, if it does not have the form. */
    interface Reader<V> {
        Optional<V> read(EffectiveValue value, FileReading reading);
    }

    /** Reads the characters of a single value: empty, with an error, if they do not have the form. */
    interface TextReader<V> {
        Optional<V> read(String text, EffectiveValue value, FileReading reading);
    }

    /** Whether what was read is allowed here; an error says why not. */
    interface Check<V> {
        boolean allows(V read, EffectiveValue value, FileReading reading);
    }

    private final String allowed;
    private final Map<String, Object> schema;
    private final Reader<V> reader;
    private String definition = "";
    private @Nullable Function<ScenarioSchema, Map<String, Object>> composed;
    private @Nullable BiFunction<V, Written, Object> writer;
    private @Nullable Function<Declared, List<String>> candidates;
    private String range = "";
    private List<Mapping<?>> mappings = List.of();

    /**
     * @param allowed what is allowed here, for messages
     * @param schema what the schema says about a value
     */
    ValueForm(String allowed, Map<String, Object> schema, Reader<V> reader) {
        this.allowed = allowed;
        this.schema = schema;
        this.reader = reader;
    }

    private ValueForm(ValueForm<?> other, Reader<V> reader) {
        this(other.allowed, other.schema, reader);
        definition = other.definition;
        composed = other.composed;
        candidates = other.candidates;
        range = other.range;
    }

    /** A form of single values, neither lists nor mappings. */
    static <V> ValueForm<V> ofText(String allowed, Map<String, Object> schema, TextReader<V> reader) {
        return new ValueForm<>(allowed, schema, (value, reading) -> {
            Optional<String> text = reading.textOf(value, allowed);
            return text.isPresent() ? reader.read(text.get(), value, reading) : Optional.empty();
        });
    }

    /** The same form of something that is made of what it reads. */
    <W> ValueForm<W> as(Function<V, W> made, Function<W, V> from) {
        return new ValueForm<W>(this, (value, reading) -> read(value, reading).map(made))
                .written((value, in) -> written(from.apply(value), in));
    }

    /** The same form with a check of what was read. */
    ValueForm<V> checked(Check<V> check) {
        ValueForm<V> form = new ValueForm<>(this, (value, reading) -> {
            Optional<V> read = read(value, reading);
            return read.isPresent() && check.allows(read.get(), value, reading) ? read : Optional.empty();
        });
        form.writer = writer;
        return form;
    }

    /** Lets the schema define the form once, by a name, and refer to it at each key. */
    ValueForm<V> defined(String name) {
        definition = name;
        return this;
    }

    /** Sets what the schema says if it takes other definitions. */
    ValueForm<V> composed(Function<ScenarioSchema, Map<String, Object>> of) {
        composed = of;
        return this;
    }

    /** Sets how a value is written if not as it is: as a text, a number, a list or a mapping of such. */
    ValueForm<V> written(BiFunction<V, Written, Object> how) {
        writer = how;
        return this;
    }

    /** Sets the words that are allowed in a scenario with a certain estate. */
    ValueForm<V> completed(Function<Declared, List<String>> words) {
        candidates = words;
        return this;
    }

    /** Sets the range that ends a description, such as {@code 0s to 10m}. */
    ValueForm<V> within(String bounds) {
        range = bounds;
        return this;
    }

    /** Sets the kind of mapping that such a value contains. */
    ValueForm<V> holding(Mapping<?> mapping) {
        mappings = List.of(mapping);
        return this;
    }

    /** The value in the file; empty, with an error, if it does not have this form. */
    Optional<V> read(EffectiveValue value, FileReading reading) {
        return reader.read(value, reading);
    }

    /**
     * The entries of a list, each of this form; those that cannot be read are left out.
     *
     * @param twice what an error says of one that is there already
     * @param instead what is allowed
     */
    List<V> readEach(List<EffectiveValue> items, FileReading reading, String twice, String instead) {
        List<V> all = new ArrayList<>();
        for (EffectiveValue item : items) {
            read(item, reading).ifPresent(read -> {
                if (all.contains(read)) {
                    reading.error(item, twice).allowed(instead);
                } else {
                    all.add(read);
                }
            });
        }
        return all;
    }

    /** The value as {@link YamlOutput} writes it. */
    Object written(V value, Written in) {
        if (writer != null) {
            return writer.apply(value, in);
        }
        return value instanceof Number || value instanceof List ? value : value.toString();
    }

    String allowed() {
        return allowed;
    }

    Map<String, Object> schema(ScenarioSchema all) {
        if (composed != null) {
            return composed.apply(all);
        }
        return definition.isEmpty() ? schema : all.define(definition, schema);
    }

    /** The range, for the end of a description; empty if there is none to mention. */
    String range() {
        return range;
    }

    /** The kinds of mapping that such a value contains. */
    List<Mapping<?>> mappings() {
        return mappings;
    }

    /** The words that are allowed in a scenario with this estate, for completion; none for free text. */
    List<String> candidates(Declared declared) {
        return candidates == null ? List.of() : candidates.apply(declared);
    }
}
