package org.ipsisim.scenario;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * The JSON Schema (draft-07) of scenario files, for editors: it checks everything except references
 * between places. It is derived from the keys that the reader knows.
 */
public final class ScenarioSchema {
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        }
    }

    private final Map<String, Object> definitions = new TreeMap<>();

    private ScenarioSchema() {}

    /** The schema as JSON text; the last line ends with LF. */
    public static String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(new Indented(), text)) {
            YamlOutput.write(new ScenarioSchema().scenario(), generator);
        }
        return text.append('\n').toString();
    }

    private Map<String, Object> scenario() {
        Map<String, Object> schema = node("$schema", "http://json-schema.org/draft-07/schema#");
        schema.putAll(node("$id", "urn:ipsisim:scenario:1", "title", "ipsisim scenario, format 1"));
        schema.putAll(mapping(ScenarioKeys.ROOT));
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
        Map<String, Object> schema = node("description", mapping.meaning(), "type", "object");
        schema.putAll(node("additionalProperties", false, "properties", properties));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
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

    /** A mapping; keys and values alternate. */
    static Map<String, Object> node(Object... keysAndValues) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            node.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return node;
    }

    /** A text that matches a pattern. */
    static Map<String, Object> text(String pattern) {
        return node("type", "string", "pattern", pattern);
    }

    /** One of several things. */
    static Map<String, Object> either(String description, Object... forms) {
        return node("description", description, "anyOf", List.of(forms));
    }

    /** A list without duplicates. */
    static Map<String, Object> listOf(Map<String, Object> item, int least, int most) {
        Map<String, Object> list = node("type", "array", "items", item, "uniqueItems", true);
        list.putAll(node("minItems", least, "maxItems", most));
        return list;
    }

    /** Requires all of these keys. */
    static Map<String, Object> demanding(String... keys) {
        return node("required", List.of(keys));
    }

    /** Requires at least one of these keys. */
    static Map<String, Object> demandingAny(List<String> keys) {
        return node("anyOf", keys.stream().map(ScenarioSchema::demanding).toList());
    }
}
