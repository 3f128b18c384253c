package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one mapping of the file, checked: each known and there once. Reading a value that is wrong adds an
 * error and gives the fallback, so that the checks go on.
 */
final class Fields {
    /** The keys that a kind of mapping may have. */
    interface Keys {
        /** Where it stands, in words. */
        String place();

        /** Its keys, in the order of the format. */
        Collection<String> keys();
    }

    private final String path;
    private final Span span;
    private final Keys section;
    private final FileReading reading;
    private final Map<String, EffectiveValue> values = new LinkedHashMap<>();
    private final Map<String, Span> keys = new LinkedHashMap<>();
    private final Set<String> misspelt = new HashSet<>();
    private final Set<String> unreadable = new HashSet<>();
    private boolean sound = true;

    private Fields(String path, Span span, Keys section, FileReading reading) {
        this.path = path;
        this.span = span;
        this.section = section;
        this.reading = reading;
    }

    /** The keys of a mapping; none if the value is nothing, and none with an error if it is no mapping. */
    static Fields of(EffectiveValue value, Keys section, FileReading reading) {
        Fields fields = new Fields(value.path(), value.span(), section, reading);
        if (value.node() instanceof Node.Mapping mapping) {
            fields.addAll(mapping);
        } else if (!(value.node() instanceof Node.Scalar scalar && scalar.isEmpty())) {
            fields.sound = false;
            reading.error(value, "stands where a mapping belongs")
                    .allowed("keys of " + section.place() + ": " + Quote.list(section.keys()));
        }
        return fields;
    }

    private void addAll(Node.Mapping mapping) {
        UnknownKey unknown = new UnknownKey(section, reading.problems());
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!section.keys().contains(key)) {
                sound = false;
                misspelt.add(unknown.report(entry.key(), path(key)));
            } else if (keys.containsKey(key)) {
                reading.problems()
                        .error(entry.key().span(), path(key), Quote.of(key) + " stands here twice")
                        .found(key)
                        .allowed("each key once")
                        .note("the first one is in line " + keys.get(key).line());
            } else {
                EffectiveValue value = new EffectiveValue(path(key), entry.value());
                values.put(key, value);
                keys.put(key, entry.key().span());
                reading.positions()
                        .put(value.path(), value.node() instanceof Node.Scalar ? value.span() : keys.get(key));
            }
        }
    }

    String path(String key) {
        return path.isEmpty() ? key : path.concat(".").concat(key);
    }

    String path() {
        return path;
    }

    Span span() {
        return span;
    }

    /** The place of a key that is there. */
    Span keySpan(String key) {
        return keys.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The keys that are there, in the order of the file. */
    Collection<String> listKeys() {
        return keys.keySet();
    }

    Optional<EffectiveValue> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Whether it is a mapping of known keys; if not, what seems to be missing may just be misspelt. */
    boolean isSound() {
        return sound;
    }

    /** The value of a key that must be there. */
    Optional<EffectiveValue> require(String key, String allowed) {
        Optional<EffectiveValue> value = find(key);
        boolean reported = misspelt.contains(key) || !sound && misspelt.isEmpty();
        if (value.isEmpty() && !reported) {
            reading.problems()
                    .error(span, path(key), Quote.of(key) + " is missing from " + section.place())
                    .allowed(allowed);
        }
        return value;
    }

    /** The value of a key; empty with an error if it is wrong. */
    <V> Optional<V> read(Key<V> key, EffectiveValue value) {
        Optional<V> read = key.form().read(value, reading);
        if (read.isEmpty()) {
            unreadable.add(key.name());
        }
        return read;
    }

    FileReading reading() {
        return reading;
    }

    /** Adds an error about the mapping as a whole. */
    Finding error(String message) {
        return reading.problems().error(span, path, message);
    }

    /** Adds an error at a key that is there. */
    Finding errorAtKey(String key, String message) {
        return reading.problems().error(keys.get(key), path(key), message);
    }

    /** Whether what stands under a key is what the file means: the key is not misspelt, and its value could be read. */
    boolean isClear(Key<?> key) {
        return !unreadable.contains(key.name()) && !misspelt.contains(key.name()) && (sound || !misspelt.isEmpty());
    }

    /**
     * The items of a list; empty with an error if it is no list, or too long.
     *
     * @param example such a list, for messages; empty for a general one
     */
    static Optional<List<EffectiveValue>> items(EffectiveValue value, int most, String example, FileReading reading) {
        if (!(value.node() instanceof Node.Listing listing)) {
            if (value.node() instanceof Node.Scalar scalar && scalar.isEmpty()) {
                return Optional.of(List.of());
            }
            reading.error(value, "stands where a list belongs")
                    .allowed(
                            example.isEmpty()
                                    ? "a list: lines that begin with `- `, or [...]"
                                    : "a list such as `" + example + "`");
            return Optional.empty();
        }
        if (listing.items().size() > most) {
            reading.errorAt(value, listing.items().size() + " entries are too many")
                    .allowed("at most " + most);
            return Optional.empty();
        }
        List<EffectiveValue> items = new ArrayList<>(listing.items().size());
        for (Node node : listing.items()) {
            String path = value.path()
                    .concat("[")
                    .concat(Integer.toString(items.size()))
                    .concat("]");
            reading.positions().put(path, node.span());
            items.add(new EffectiveValue(path, node));
        }
        return Optional.of(items);
    }
}
