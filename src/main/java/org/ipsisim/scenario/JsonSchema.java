package org.ipsisim.scenario;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Parts of a JSON Schema (draft-07), as trees of mappings and lists. */
public final class JsonSchema {
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        }
    }

    private JsonSchema() {}

    /**
     * The schema of a kind of file as JSON text; the last line ends with LF.
     *
     * @param kind of file: {@code scenario}
     * @param file what describes it
     */
    public static String json(String kind, Map<String, Object> file) {
        Map<String, Object> schema = node("$schema", "http://json-schema.org/draft-07/schema#");
        schema.putAll(node("$id", "urn:ipsisim:" + kind + ":1", "title", "ipsisim " + kind + ", format 1"));
        schema.putAll(file);
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(new Indented(), text)) {
            YamlOutput.write(schema, generator);
        }
        return text.append('\n').toString();
    }

    /** A mapping that has these keys and no others. */
    public static Map<String, Object> object(String description, Map<String, ?> properties, List<String> required) {
        Map<String, Object> object = node("description", description, "type", "object");
        object.putAll(node("additionalProperties", false, "properties", properties));
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    /** A mapping; keys and values alternate. */
    public static Map<String, Object> node(Object... keysAndValues) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            node.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return node;
    }

    /** A text that matches a pattern. */
    public static Map<String, Object> text(String pattern) {
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
    public static Map<String, Object> demanding(String... keys) {
        return node("required", List.of(keys));
    }

    /** Requires at least one of these keys. */
    static Map<String, Object> demandingAny(List<String> keys) {
        return node("anyOf", keys.stream().map(JsonSchema::demanding).toList());
    }
}
