package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of mapping in a scenario file, and the one place that lists its keys. Reading, writing, the schema, messages
 * about unknown keys and completion are all derived from it. A subclass declares each key as a field, makes a value of
 * what was read, and writes one.
 *
 * @param <T> what such a mapping means
 */
abstract class Mapping<T> implements Fields.Keys {
    private final String place;
    private final String meaning;
    private final Map<String, FormatKey<?>> keys = new LinkedHashMap<>();
    private boolean isNamed;

    /**
     * @param place where it is, for messages: {@code an entry of `links`}
     * @param meaning what it is, in one sentence, for editors
     */
    Mapping(String place, String meaning) {
        this.place = place;
        this.meaning = meaning;
    }

    /** What a mapping in the file means; empty, with an error, if a required key is missing or wrong. */
    Optional<T> read(Fields fields) {
        boolean isWhole = true;
        for (FormatKey<?> key : keys.values()) {
            isWhole &= fields.read(key);
        }
        if (!isWhole && isNamed) {
            fields.reading().names().markIncomplete();
        }
        return isWhole ? make(fields) : Optional.empty();
    }

    /** Makes the value; all required keys are there. Empty, with an error, if they conflict. */
    abstract Optional<T> make(Fields fields);

    /** What an entry of a list means, checked against the entries before it. */
    Optional<T> read(Fields fields, List<T> before) {
        return read(fields);
    }

    /** Writes every key that has a value, defaults included, in the order of the format. */
    abstract void write(T value, Written out);

    /** Adds to the schema the constraints that involve several keys. */
    void constrain(Map<String, Object> schema) {}

    final <V> FormatKey<V> required(String name, ValueForm<V> form, String what) {
        return declare(FormatKey.required(name, form, what));
    }

    /** Declares a required key that names something; if it cannot be read, unknown names are not errors. */
    final <V> FormatKey<V> naming(String name, ValueForm<V> form, String what) {
        isNamed = true;
        return required(name, form, what);
    }

    final <V> FormatKey<V> key(String name, ValueForm<V> form, V standard, String what) {
        return declare(FormatKey.of(name, form, standard, what));
    }

    final <V> FormatKey<V> optional(String name, ValueForm<V> form, String what) {
        return declare(FormatKey.optional(name, form, what));
    }

    /** Adds a key, unless there is already one of that name. */
    final <V> FormatKey<V> declare(FormatKey<V> key) {
        keys.putIfAbsent(key.name(), key);
        return key;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public Collection<String> keys() {
        return keys.keySet();
    }

    String meaning() {
        return meaning;
    }

    Collection<FormatKey<?>> listKeys() {
        return keys.values();
    }

    /** This kind of mapping and all inside it, at any depth, each once. */
    final Collection<Mapping<?>> all() {
        Map<String, Mapping<?>> all = new LinkedHashMap<>();
        addTo(all);
        return all.values();
    }

    private void addTo(Map<String, Mapping<?>> all) {
        if (all.putIfAbsent(place, this) == null) {
            keys.values().forEach(key -> key.form().mappings().forEach(inner -> inner.addTo(all)));
        }
    }

    /** The mapping as the value of a key. */
    final ValueForm<T> form() {
        return new Inner();
    }

    private final class Inner extends ValueForm<T> {
        Inner() {
            super("");
        }

        @Override
        Optional<T> read(EffectiveValue value, FileReading reading) {
            return Mapping.this.read(Fields.of(value, Mapping.this, reading));
        }

        @Override
        String allowed() {
            return "keys of " + place + ": " + Quote.list(keys());
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return all.mapping(Mapping.this);
        }

        @Override
        Object written(T value, Written in) {
            return in.inner(Mapping.this, value);
        }

        @Override
        List<Mapping<?>> mappings() {
            return List.of(Mapping.this);
        }
    }

    /** A list of such mappings. */
    final ValueForm<List<T>> list(int most) {
        return list(0, most, "");
    }

    /** @param example such a list, for messages */
    final ValueForm<List<T>> list(int least, int most, String example) {
        return new Listed(least, most, example);
    }

    private final class Listed extends ValueForm<List<T>> {
        private final int least;
        private final int most;
        private final String example;

        Listed(int least, int most, String example) {
            super(least + " to " + most + " entries, such as `" + example + "`");
            this.least = least;
            this.most = most;
            this.example = example;
        }

        @Override
        Optional<List<T>> read(EffectiveValue value, FileReading reading) {
            Optional<List<EffectiveValue>> items = reading.items(value, most, example);
            return items.isPresent() ? Optional.of(readAll(items.get(), reading)) : Optional.empty();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            Object type = least > 0 ? "array" : List.of("array", "null");
            return node("type", type, "items", all.mapping(Mapping.this), "minItems", least, "maxItems", most);
        }

        @Override
        Object written(List<T> list, Written in) {
            return list.stream().map(each -> in.inner(Mapping.this, each)).toList();
        }

        @Override
        List<Mapping<?>> mappings() {
            return List.of(Mapping.this);
        }
    }

    private List<T> readAll(List<EffectiveValue> items, FileReading reading) {
        List<T> list = new ArrayList<>();
        for (EffectiveValue item : items) {
            Optional<T> entry = read(Fields.of(item, this, reading), list);
            if (entry.isPresent()) {
                list.add(entry.get());
            }
        }
        return list;
    }
}
