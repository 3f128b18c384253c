package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

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
    private final Function<ScenarioSchema, Map<String, Object>> schema;
    private final Reader<V> reader;
    private BiFunction<V, Written, Object> writer =
            (value, in) -> value instanceof Number || value instanceof List ? value : value.toString();
    private Function<Declared, List<String>> candidates = declared -> List.of();
    private String range = "";
    private List<Mapping<?>> mappings = List.of();

    /**
     * @param allowed what is allowed here, for messages
     * @param schema what the schema says of a value
     */
    ValueForm(String allowed, Function<ScenarioSchema, Map<String, Object>> schema, Reader<V> reader) {
        this.allowed = allowed;
        this.schema = schema;
        this.reader = reader;
    }

    ValueForm(String allowed, Map<String, Object> schema, Reader<V> reader) {
        this(allowed, all -> schema, reader);
    }

    /** A form of single values, neither lists nor mappings. */
    static <V> ValueForm<V> ofText(
            String allowed, Function<ScenarioSchema, Map<String, Object>> schema, TextReader<V> reader) {
        return new ValueForm<>(allowed, schema, (value, reading) -> {
            Optional<String> text = reading.textOf(value, allowed);
            return text.isPresent() ? reader.read(text.get(), value, reading) : Optional.empty();
        });
    }

    /** The same form of something that is made of what it reads. */
    <W> ValueForm<W> as(Function<V, W> made, Function<W, V> from) {
        ValueForm<W> form = new ValueForm<>(
                allowed, schema, (value, reading) -> read(value, reading).map(made));
        return form.written((value, in) -> written(from.apply(value), in))
                .completed(candidates)
                .within(range);
    }

    /** The same form with a check of what was read. */
    ValueForm<V> checked(Check<V> check) {
        ValueForm<V> form = new ValueForm<>(
                allowed,
                schema,
                (value, reading) -> read(value, reading).filter(read -> check.allows(read, value, reading)));
        return form.written(writer).completed(candidates).within(range);
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
        return writer.apply(value, in);
    }

    String allowed() {
        return allowed;
    }

    Map<String, Object> schema(ScenarioSchema all) {
        return schema.apply(all);
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
        return candidates.apply(declared);
    }
}
