package org.ipsisim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand under a key: how it is read, how it is written, and what the schema says of it.
 *
 * @param <V> what is read and written
 */
abstract class Form<V> {
    private final String allowed;
    private final String definition;
    private final Map<String, Object> schema;

    /**
     * @param allowed what is allowed here, for the message about a missing value
     * @param schema what the schema says of a value
     */
    Form(String allowed, Map<String, Object> schema) {
        this(allowed, "", schema);
    }

    /** @param definition the name of the form in the schema; empty to repeat it at each key */
    Form(String allowed, String definition, Map<String, Object> schema) {
        this.allowed = allowed;
        this.definition = definition;
        this.schema = schema;
    }

    /** The value in the file; empty, with an error, if it does not have this form. */
    abstract Optional<V> read(EffectiveValue value, FileReading reading);

    /** The value as a text, a number, a list or a mapping of such, as {@link YamlOutput} writes them. */
    Object written(V value, Written in) {
        return value instanceof Number || value instanceof List ? value : value.toString();
    }

    String allowed() {
        return allowed;
    }

    Map<String, Object> schema(ScenarioSchema all) {
        return definition.isEmpty() ? schema : all.define(definition, schema);
    }

    /** The range, for the end of a description: {@code 0s to 10m}; empty if there is none to mention. */
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
}
