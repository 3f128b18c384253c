package org.ipsisim.scenario;

import java.io.StringWriter;
import java.util.ArrayList;
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
 * The JSON Schema (draft-07) of scenario files, for editors: it checks all but what refers to other places. It is made
 * from the keys that the reader knows.
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
        Map<String, Object> schema = node(
                "$schema",
                "http://json-schema.org/draft-07/schema#",
                "$id",
                "urn:ipsisim:scenario:1",
                "title",
                "ipsisim scenario, format 1");
        schema.putAll(mapping(ScenarioKeys.ROOT));
        schema.put("definitions", definitions);
        return schema;
    }

    /** What describes a mapping. */
    Map<String, Object> mapping(Mapping<?> mapping) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Key<?> key : mapping.listKeys()) {
            properties.put(key.name(), property(key));
            if (key.isRequired()) {
                required.add(key.name());
            }
        }
        Map<String, Object> schema = node(
                "description",
                mapping.meaning(),
                "type",
                "object",
                "additionalProperties",
                false,
                "properties",
                properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        mapping.constrain(schema);
        return schema;
    }

    private <V> Map<String, Object> property(Key<V> key) {
        String range = key.form().range();
        Map<String, Object> property = node("description", key.meaning() + (range.isEmpty() ? "" : " " + range + "."));
        Map<String, Object> form = key.form().schema(this);
        if (form.containsKey("$ref")) {
            property.put("allOf", List.of(form));
        } else {
            form.forEach(property::putIfAbsent);
        }
        boolean isEmptyAllowed = "object".equals(form.get("type"))
                && !form.containsKey("required")
                && !form.containsKey("minProperties");
        if (isEmptyAllowed) {
            property.put("type", List.of("object", "null"));
        }
        if (key.standard().isPresent()) {
            property.put("default", key.form().written(key.standard().get(), new Written(1)));
        }
        return property;
    }

    /** Adds a definition, and gives a reference to it. */
    Map<String, Object> define(String name, Object... keysAndValues) {
        definitions.computeIfAbsent(name, any -> node(keysAndValues));
        return node("$ref", "#/definitions/" + name);
    }

    /** A mapping of keys and values, which stand by turns. */
    static Map<String, Object> node(Object... keysAndValues) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            node.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return node;
    }

    /** A node that demands keys: all of them. */
    static Map<String, Object> demanding(List<String> keys) {
        return node("required", keys);
    }

    /** A node that demands one of several keys. */
    static Map<String, Object> demandingAny(Iterable<String> keys) {
        List<Object> each = new ArrayList<>();
        keys.forEach(key -> each.add(demanding(List.of(key))));
        return node("anyOf", each);
    }
}
