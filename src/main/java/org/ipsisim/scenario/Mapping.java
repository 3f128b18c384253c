package org.ipsisim.scenario;

import static org.ipsisim.scenario.ScenarioSchema.node;

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
 * @param <T> what such a mapping stands for
 */
abstract class Mapping<T> implements Fields.Keys {
    private final String place;
    private final String meaning;
    private final Map<String, Key<?>> keys = new LinkedHashMap<>();
    private boolean isNamed;

    /**
     * @param place where it stands, for messages: {@code an entry of `links`}
     * @param meaning what it is, in one sentence, for editors
     */
    Mapping(String place, String meaning) {
        this.place = place;
        this.meaning = meaning;
    }

    /** What a mapping in the file stands for; empty, with an error, if a required key is missing or wrong. */
    Optional<T> read(Fields fields) {
        boolean isWhole = true;
        for (Key<?> key : keys.values()) {
            isWhole &= fields.read(key);
        }
        if (!isWhole && isNamed) {
            fields.reading().names().markIncomplete();
        }
        return isWhole ? make(fields) : Optional.empty();
    }

    /** What the values stand for; all required ones are there. Empty, with an error, if they conflict. */
    abstract Optional<T> make(Fields fields);

    /** What an entry of a list stands for, checked against the entries before it. */
    Optional<T> read(Fields fields, List<T> before) {
        return read(fields);
    }

    /** Writes every key that has a value, defaults included, in the order of the format. */
    abstract void write(T value, Written out);

    /** Adds to the schema the constraints that involve several keys. */
    void constrain(Map<String, Object> schema) {}

    final <V> Key<V> required(String name, Form<V> form, String what) {
        return declare(Key.required(name, form, what));
    }

    /** Declares a required key that names something; if it cannot be read, unknown names are not errors. */
    final <V> Key<V> naming(String name, Form<V> form, String what) {
        isNamed = true;
        return required(name, form, what);
    }

    final <V> Key<V> key(String name, Form<V> form, V standard, String what) {
        return declare(Key.of(name, form, standard, what));
    }

    final <V> Key<V> optional(String name, Form<V> form, String what) {
        return declare(Key.optional(name, form, what));
    }

    /** Adds a key, unless there is already one of that name. */
    final <V> Key<V> declare(Key<V> key) {
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

    Collection<Key<?>> listKeys() {
        return keys.values();
    }

    /** This kind of mapping and all that stand in it, at any depth, each once. */
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
    final Form<T> form() {
        return new Nested<>(this);
    }

    /** A list of such mappings. */
    final Form<List<T>> list(int most) {
        return list(0, most, "");
    }

    /** @param example such a list, for messages */
    final Form<List<T>> list(int least, int most, String example) {
        return new Listed<>(this, least, most, example);
    }

    private static final class Nested<T> extends Form<T> {
        private final Mapping<T> mapping;

        Nested(Mapping<T> mapping) {
            super("a mapping", Map.of());
            this.mapping = mapping;
        }

        @Override
        String allowed() {
            return "keys of " + mapping.place + ": " + Quote.list(mapping.keys());
        }

        @Override
        Optional<T> read(EffectiveValue value, FileReading reading) {
            return mapping.read(Fields.of(value, mapping, reading));
        }

        @Override
        Object written(T value, Written in) {
            return in.inner(mapping, value);
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return all.mapping(mapping);
        }

        @Override
        List<Mapping<?>> mappings() {
            return List.of(mapping);
        }
    }

    private static final class Listed<T> extends Form<List<T>> {
        private final Mapping<T> mapping;
        private final int least;
        private final int most;
        private final String example;

        Listed(Mapping<T> mapping, int least, int most, String example) {
            super(least + " to " + most + " entries, such as `" + example + "`", Map.of());
            this.mapping = mapping;
            this.least = least;
            this.most = most;
            this.example = example;
        }

        @Override
        Optional<List<T>> read(EffectiveValue value, FileReading reading) {
            Optional<List<EffectiveValue>> items = reading.items(value, most, example);
            if (items.isEmpty()) {
                return Optional.empty();
            }
            List<T> list = new ArrayList<>();
            for (EffectiveValue item : items.get()) {
                Optional<T> entry = mapping.read(Fields.of(item, mapping, reading), list);
                if (entry.isPresent()) {
                    list.add(entry.get());
                }
            }
            return Optional.of(list);
        }

        @Override
        Object written(List<T> value, Written in) {
            return value.stream().map(each -> in.inner(mapping, each)).toList();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            Object type = least > 0 ? "array" : List.of("array", "null");
            return node("type", type, "items", all.mapping(mapping), "minItems", least, "maxItems", most);
        }

        @Override
        List<Mapping<?>> mappings() {
            return List.of(mapping);
        }
    }
}
