package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ipsisim.estate.Keyed;

/**
 * The keys of one mapping of the file, checked: each known and there once. Reading a value that is wrong adds an
 * error and gives the fallback, so that the checks go on.
 */
final class Fields {
    private final String path;
    private final Span span;
    private final Keys section;
    private final FileReading reading;
    private final Scalars scalars;
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
        this.scalars = new Scalars(reading);
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

    int integer(String key, int min, int max, int fallback) {
        Optional<EffectiveValue> value = find(key);
        return value.isEmpty()
                ? fallback
                : (int) scalars.integer(value.get(), min, max).orElse(fallback);
    }

    boolean yesNo(String key, boolean fallback) {
        Optional<EffectiveValue> value = find(key);
        return value.isEmpty() ? fallback : scalars.yesNo(value.get()).orElse(fallback);
    }

    Optional<String> word(String key, List<String> allowed) {
        Optional<EffectiveValue> value = find(key);
        return value.isEmpty() ? Optional.empty() : scalars.word(value.get(), allowed);
    }

    /** The constant of an enum that the word of a key names. */
    <E extends Enum<E> & Keyed> Optional<E> word(String key, Class<E> type) {
        Optional<EffectiveValue> value = find(key);
        return value.isEmpty() ? Optional.empty() : scalars.word(value.get(), type);
    }

    Optional<Duration> duration(String key, Duration min, Duration max) {
        Optional<EffectiveValue> value = find(key);
        return value.isEmpty() ? Optional.empty() : scalars.duration(value.get(), min, max);
    }

    Optional<Duration> requireDuration(String key, Duration min, Duration max) {
        Optional<EffectiveValue> value = require(key, "a duration such as `90s`");
        return value.isEmpty() ? Optional.empty() : scalars.duration(value.get(), min, max);
    }

    OptionalDouble share(String key) {
        Optional<EffectiveValue> value = find(key);
        return value.isEmpty() ? OptionalDouble.empty() : scalars.share(value.get());
    }

    OptionalDouble requireShare(String key) {
        Optional<EffectiveValue> value = require(key, "0% to 100%");
        return value.isEmpty() ? OptionalDouble.empty() : scalars.share(value.get());
    }

    OptionalDouble decimal(String key, int min, int max) {
        Optional<EffectiveValue> value = find(key);
        return value.isEmpty() ? OptionalDouble.empty() : scalars.decimal(value.get(), min, max);
    }

    OptionalDouble requireDecimal(String key, int min, int max) {
        Optional<EffectiveValue> value = require(key, min + " to " + max);
        return value.isEmpty() ? OptionalDouble.empty() : scalars.decimal(value.get(), min, max);
    }

    /** The mapping under a key, if the key is there. */
    Optional<Fields> fields(String key, Keys inner) {
        Optional<EffectiveValue> value = find(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(of(value.get(), inner, reading));
    }

    /** The items of the list under a key; none if the key is not there, and none with an error if it is no list. */
    List<EffectiveValue> items(String key, int most) {
        Optional<EffectiveValue> value = find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<EffectiveValue> items = items(value.get(), most, reading);
        boolean empty = value.get().node() instanceof Node.Listing listing
                ? listing.items().isEmpty()
                : !Scalars.isText(value.get()) && value.get().node() instanceof Node.Scalar;
        if (items.isEmpty() && !empty) {
            unreadable.add(key);
        }
        return items;
    }

    /** Whether the list under a key is as the file means it: not misspelt, and of the right type. */
    boolean isClear(String key) {
        return !unreadable.contains(key) && !misspelt.contains(key) && (sound || !misspelt.isEmpty());
    }

    /** The items of a list; none with an error if it is no list, or too long. */
    static List<EffectiveValue> items(EffectiveValue value, int most, FileReading reading) {
        if (!(value.node() instanceof Node.Listing listing)) {
            if (!(value.node() instanceof Node.Scalar scalar && scalar.isEmpty())) {
                reading.error(value, "stands where a list belongs")
                        .allowed("a list: lines that begin with `- `, or [...]");
            }
            return List.of();
        }
        if (listing.items().size() > most) {
            reading.problems()
                    .error(value.span(), value.path(), listing.items().size() + " entries are too many")
                    .allowed("at most " + most);
            return List.of();
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
        return items;
    }
}
