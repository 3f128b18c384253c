package org.ipsisim.scenario;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of one mapping of the file, checked: each one is known and appears once. A wrong value adds an error and
 * gives the default, so that the checks go on.
 */
final class Fields {
    /** The keys that a kind of mapping may have. */
    interface Keys {
        /** Where the mapping is, in words. */
        String place();

        /** Its keys, in the order of the format. */
        Collection<String> keys();
    }

    private final String path;
    private final SourceSpan span;
    private final Keys section;
    private final FileReading reading;
    private final Map<String, EffectiveValue> values = new LinkedHashMap<>();
    private final Map<String, SourceSpan> keys = new LinkedHashMap<>();
    private final Map<String, Object> read = new HashMap<>();
    private final Set<String> misspelt = new HashSet<>();
    private final Set<String> unreadable = new HashSet<>();
    private boolean sound = true;

    private Fields(String path, SourceSpan span, Keys section, FileReading reading) {
        this.path = path;
        this.span = span;
        this.section = section;
        this.reading = reading;
    }

    /** The keys of a mapping; none if the value is nothing, and none, with an error, if it is not a mapping. */
    static Fields of(EffectiveValue value, Keys section, FileReading reading) {
        Fields fields = new Fields(value.path(), value.span(), section, reading);
        if (value.node() instanceof Node.Mapping mapping) {
            fields.addAll(mapping);
        } else if (!(value.node() instanceof Node.Scalar scalar && scalar.isEmpty())) {
            fields.sound = false;
            reading.expected(value, "a mapping")
                    .allowed("keys of " + section.place() + ": " + Quote.list(section.keys()));
        }
        return fields;
    }

    private void addAll(Node.Mapping mapping) {
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!section.keys().contains(key)) {
                sound = false;
                misspelt.add(reportUnknown(entry.key()));
            } else if (keys.containsKey(key)) {
                reading.problems()
                        .keyError(entry.key().span(), path(key), Quote.of(key) + " appears twice")
                        .found(key)
                        .allowed("each key once")
                        .note("the first one is on "
                                + keys.get(key).seenFrom(entry.key().span()));
            } else {
                EffectiveValue value = new EffectiveValue(path(key), entry.value());
                values.put(key, value);
                keys.put(key, entry.key().span());
                reading.putPlace(value.path(), value.node() instanceof Node.Scalar ? value.span() : keys.get(key));
            }
        }
    }

    /** Adds an error about an unknown key, and returns the key of this place that was probably meant, or an empty text. */
    private String reportUnknown(Node.Scalar key) {
        String word = key.text();
        Problems problems = reading.problems();
        if (problems.isFull()) {
            problems.keyError(key.span(), path(word), "");
            return "";
        }
        String nearest = Nearest.to(word, section.keys());
        Finding finding = problems.keyError(
                        key.span(), path(word), Quote.of(word) + " is not a key of " + section.place())
                .found(word)
                .allowed(Quote.list(section.keys()))
                .suggest(nearest);
        String home = section instanceof Mapping
                ? ScenarioKeys.ROOT.all().stream()
                        .filter(other -> other.keys().contains(word))
                        .map(Mapping::place)
                        .collect(Collectors.joining(" or "))
                : "";
        if (!home.isEmpty()) {
            finding.note(Quote.of(word) + " belongs in " + home);
        } else if (section instanceof Mapping && nearest.isEmpty() && word.length() > 3) {
            for (Mapping<?> other : ScenarioKeys.ROOT.all()) {
                String there = Nearest.to(word, other.keys());
                if (!there.isEmpty()) {
                    finding.suggest(there).note("`" + there + "` belongs in " + other.place());
                    break;
                }
            }
        }
        return nearest;
    }

    String path(String key) {
        return path.isEmpty() ? key : path.concat(".").concat(key);
    }

    String path() {
        return path;
    }

    SourceSpan span() {
        return span;
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

    /** Whether it is a mapping of known keys; if not, a key that seems to be missing may be misspelt. */
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

    /** Reads a key; false if it is required and is missing or wrong. */
    boolean read(FormatKey<?> key) {
        Optional<EffectiveValue> value =
                key.isRequired() ? require(key.name(), key.form().allowed()) : find(key.name());
        if (value.isPresent()) {
            Optional<?> result = key.form().read(value.get(), reading);
            if (result.isPresent()) {
                read.put(key.name(), result.get());
            } else {
                unreadable.add(key.name());
            }
        }
        return !key.isRequired() || read.containsKey(key.name());
    }

    /** Reads a key, and gives what was read. */
    <V> Optional<V> take(FormatKey<V> key) {
        read(key);
        return find(key);
    }

    /** The value that was read; empty if it was missing or wrong. */
    @SuppressWarnings("unchecked") // read() put what the form of the key gave
    <V> Optional<V> find(FormatKey<V> key) {
        return Optional.ofNullable((V) read.get(key.name()));
    }

    /** The value that was read, or the default. */
    <V> V get(FormatKey<V> key) {
        Optional<V> value = find(key);
        return value.isPresent() ? value.get() : key.standard().orElseThrow();
    }

    boolean has(FormatKey<?> key) {
        return has(key.name());
    }

    /** The value of a key that is there, as written in the file. */
    EffectiveValue valueOf(FormatKey<?> key) {
        return find(key.name()).orElseThrow();
    }

    /** Adds an error if a key has no value or an empty list, which it does not take; true then. */
    boolean refuseNothing(FormatKey<?> key, String message) {
        boolean isNothing = has(key) && valueOf(key).isNothingOrEmpty();
        if (isNothing) {
            reading.errorAt(valueOf(key), message)
                    .found("nothing")
                    .allowed(key.form().allowed());
        }
        return isNothing;
    }

    /** Adds an error that quotes the value of a key. */
    Finding error(FormatKey<?> key, String saysOfIt) {
        return reading.error(valueOf(key), saysOfIt);
    }

    /** Adds an error at the value of a key. */
    Finding errorAt(FormatKey<?> key, String message) {
        return reading.errorAt(valueOf(key), message).found(valueOf(key).shown());
    }

    /** Adds a warning at the value of a key. */
    Finding warnAt(FormatKey<?> key, String message) {
        return reading.problems()
                .warning(valueOf(key).span(), path(key.name()), message)
                .found(valueOf(key).shown());
    }

    /** Adds a warning at a key, for example that it has no effect. */
    Finding warn(FormatKey<?> key, String message) {
        return reading.problems().warning(keys.get(key.name()), path(key.name()), message);
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

    /** Whether a key means what the file says: it is not misspelt, and its value could be read. */
    boolean isClear(FormatKey<?> key) {
        return !unreadable.contains(key.name()) && !misspelt.contains(key.name()) && (sound || !misspelt.isEmpty());
    }
}
