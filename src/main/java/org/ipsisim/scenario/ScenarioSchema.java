package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Schema (draft-07) of scenario files, for editors: it checks everything except references
 * between places. It is derived from the keys that the reader knows.
 */
public final class ScenarioSchema {
    private final Map<String, Object> definitions = new TreeMap<>();

    private ScenarioSchema() {}

    /** The schema as JSON text; the last line ends with LF. */
    public static String json() {
        return JsonSchema.json("scenario", new ScenarioSchema().scenario());
    }

    private Map<String, Object> scenario() {
        Map<String, Object> schema = mapping(ScenarioKeys.ROOT);
        schema.put("definitions", definitions);
        return schema;
    }

    /** What describes a mapping. */
    Map<String, Object> mapping(Mapping<?> mapping) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (FormatKey<?> key : mapping.listKeys()) {
            properties.put(key.name(), property(key));
        }
        List<String> required = mapping.listKeys().stream()
                .filter(FormatKey::isRequired)
                .map(FormatKey::name)
                .toList();
        Map<String, Object> schema = JsonSchema.object(mapping.meaning(), properties, required);
        mapping.constrain(schema);
        return schema;
    }

    private <V> Map<String, Object> property(FormatKey<V> key) {
        String range = key.form().range();
        Map<String, Object> property = node("description", key.meaning() + (range.isEmpty() ? "" : " " + range + "."));
        Map<String, Object> form = key.form().schema(this);
        if (form.containsKey("$ref")) {
            property.put("allOf", List.of(form));
        } else {
            silent(form).forEach(property::putIfAbsent);
        }
        boolean canBeEmpty = "object".equals(form.get("type"))
                && !form.containsKey("required")
                && !form.containsKey("minProperties");
        if (canBeEmpty) {
            property.put("type", List.of("object", "null"));
        }
        key.standard().ifPresent(value -> property.put("default", key.form().written(value, new Written(1))));
        return property;
    }

    /**
     * What describes the form of a value, without a description of its own: an editor shows the innermost one that it finds,
     * and that is to be the one of the key.
     */
    private static Map<String, Object> silent(Map<String, Object> form) {
        Map<String, Object> silent = new LinkedHashMap<>(form);
        silent.remove("description");
        silent.computeIfPresent(
                "anyOf",
                (key, forms) ->
                        ((List<?>) forms).stream().map(ScenarioSchema::silent).toList());
        return silent;
    }

    @SuppressWarnings("unchecked")
    private static Object silent(Object form) {
        return silent((Map<String, Object>) form);
    }

    /** Adds a definition and returns a reference to it. */
    Map<String, Object> define(String name, Map<String, Object> definition) {
        definitions.put(name, silent(definition));
        return node("$ref", "#/definitions/" + name);
    }
}
