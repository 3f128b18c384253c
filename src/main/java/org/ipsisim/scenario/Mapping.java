package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of mapping in a scenario file: the one place that knows its keys. Reading, writing, the schema, messages about
 * unknown keys and completion all go by it. An implementation declares each key as a field.
 *
 * @param <T> what such a mapping stands for
 */
abstract class Mapping<T> implements Fields.Keys {
    private final String place;
    private final String meaning;
    private final Map<String, Key<?>> keys = new LinkedHashMap<>();

    /**
     * @param place where it stands, for messages: {@code an entry of `links`}
     * @param meaning what it is, in one sentence, for editors
     */
    Mapping(String place, String meaning) {
        this.place = place;
        this.meaning = meaning;
    }

    /** What a mapping of the file stands for; empty with an error if that cannot be told. */
    abstract Optional<T> read(Fields fields);

    /** Puts every key that has a value, defaults included, in the order of the format. */
    abstract void write(T value, Written out);

    /** Adds to the schema what holds for several keys together. */
    void constrain(Map<String, Object> schema) {}

    /**
     * What an entry of a list of such mappings stands for.
     *
     * @param before the entries before it
     */
    Optional<T> read(Fields fields, List<T> before) {
        return read(fields);
    }

    /** Declares a key that must be there. */
    final <V> Key<V> required(String name, Form<V> form, String what) {
        return declare(new Key<>(name, form, true, Optional.empty(), what));
    }

    /** Declares a key with a default. */
    final <V> Key<V> key(String name, Form<V> form, V standard, String what) {
        return declare(new Key<>(name, form, false, Optional.of(standard), what));
    }

    /** Declares a key without which nothing holds, or something that depends on other keys. */
    final <V> Key<V> optional(String name, Form<V> form, String what) {
        return declare(new Key<>(name, form, false, Optional.empty(), what));
    }

    /** Adds a key that is declared elsewhere. */
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

    /**
     * A list of such mappings.
     *
     * @param example one, for messages
     */
    final Form<List<T>> list(int least, int most, String example) {
        return new Listed<>(this, least, most, example);
    }

    private record Nested<T>(Mapping<T> mapping) implements Form<T> {
        @Override
        public Optional<T> read(EffectiveValue value, FileReading reading) {
            return mapping.read(Fields.of(value, mapping, reading));
        }

        @Override
        public Object written(T value, Written in) {
            return in.inner(mapping, value);
        }

        @Override
        public String allowed() {
            return "keys of " + mapping.place + ": " + Quote.list(mapping.keys());
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return schema.mapping(mapping);
        }

        @Override
        public List<Mapping<?>> mappings() {
            return List.of(mapping);
        }
    }

    private record Listed<T>(Mapping<T> mapping, int least, int most, String example) implements Form<List<T>> {
        @Override
        public Optional<List<T>> read(EffectiveValue value, FileReading reading) {
            Optional<List<EffectiveValue>> items = Fields.items(value, most, example, reading);
            if (items.isEmpty()) {
                return Optional.empty();
            }
            List<T> list = new ArrayList<>();
            for (EffectiveValue item : items.get()) {
                mapping.read(Fields.of(item, mapping, reading), list).ifPresent(list::add);
            }
            return Optional.of(list);
        }

        @Override
        public Object written(List<T> value, Written in) {
            return in.inner(mapping, value);
        }

        @Override
        public String allowed() {
            return least + " to " + most + " entries, such as `" + example + "`";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            Map<String, Object> node = ScenarioSchema.node(
                    "type",
                    least > 0 ? "array" : List.of("array", "null"),
                    "items",
                    schema.mapping(mapping),
                    "maxItems",
                    most);
            if (least > 0) {
                node.put("minItems", least);
            }
            return node;
        }

        @Override
        public List<Mapping<?>> mappings() {
            return List.of(mapping);
        }
    }
}
