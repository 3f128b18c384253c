package org.ipsisim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand under a key: how it is read, how it is written, and what the schema says of it.
 *
 * @param <V> what is read and written
 */
interface Form<V> {
    /** The value that stands in the file; empty with an error if it is not one of this form. */
    Optional<V> read(EffectiveValue value, FileReading reading);

    /** The value as a text, a number, a list or a mapping of such, as {@link YamlOutput} writes them. */
    default Object written(V value, Written in) {
        return value.toString();
    }

    /** What may stand here, as a message says it when nothing does. */
    String allowed();

    /** What the schema says of a value; a named definition comes as a reference to it. */
    Map<String, Object> schema(ScenarioSchema schema);

    /** The range, for the end of a description: {@code 0s to 10m}; empty if the form has none worth saying. */
    default String range() {
        return "";
    }

    /** The kinds of mapping that stand in such a value. */
    default List<Mapping<?>> mappings() {
        return List.of();
    }

    /** The words that may stand here in a scenario with this estate, for completion; none for what is free. */
    default List<String> candidates(Declared declared) {
        return List.of();
    }
}
