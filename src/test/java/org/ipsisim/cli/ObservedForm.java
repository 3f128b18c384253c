package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What values at one place of many JSON documents had in common, and the JSON Schema that says so. A member is required if it
 * was always there. Numbers are not told apart: a time may be whole by chance. What is named by data, such as
 * {@code in-service}, is no member of the layout.
 */
final class ObservedForm {
    private final Set<String> types = new TreeSet<>();
    private final Map<String, ObservedForm> members = new LinkedHashMap<>();
    private final List<ObservedForm> items = new ArrayList<>();
    private int objects;
    private int seen;

    void add(JsonNode value) {
        seen++;
        types.add(
                switch (value.getNodeType()) {
                    case OBJECT -> "object";
                    case ARRAY -> "array";
                    case NUMBER -> "number";
                    case BOOLEAN -> "boolean";
                    case NULL -> "null";
                    default -> "string";
                });
        if (value.isObject()) {
            objects++;
            value.properties().stream()
                    .filter(member -> member.getKey().matches("[a-zA-Z]+"))
                    .forEach(member -> members.computeIfAbsent(member.getKey(), name -> new ObservedForm())
                            .add(member.getValue()));
        } else if (value.isArray()) {
            if (items.isEmpty()) {
                items.add(new ObservedForm());
            }
            value.forEach(items.get(0)::add);
        }
    }

    /** The names of all members in it that can be null: what has no bound at one place can have none at another. */
    private Set<String> nullable() {
        Set<String> names = new HashSet<>();
        members.forEach((name, form) -> {
            if (form.types.contains("null")) {
                names.add(name);
            }
            names.addAll(form.nullable());
        });
        items.forEach(item -> names.addAll(item.nullable()));
        return names;
    }

    /**
     * The schema of what was added.
     *
     * @param described what tables of the documentation say, by their name and the key: {@code trace.cause}
     * @param name of the table of this place
     */
    Map<String, Object> schema(Map<String, String> described, String name) {
        return schema(described, name, nullable());
    }

    private Map<String, Object> schema(Map<String, String> described, String name, Set<String> nullable) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", types.size() == 1 ? types.iterator().next() : types);
        if (objects > 0) {
            Map<String, Object> properties = new LinkedHashMap<>();
            members.forEach((key, form) -> {
                if (nullable.contains(key)) {
                    form.types.add("null");
                }
                Map<String, Object> property = new LinkedHashMap<>();
                String meaning = described.getOrDefault(name + "." + key, "");
                if (!meaning.isEmpty()) {
                    property.put("description", meaning);
                }
                property.putAll(key.equals("format") ? Map.of("const", 1) : form.schema(described, key, nullable));
                properties.put(key, property);
            });
            schema.put("properties", properties);
            schema.put("additionalProperties", true);
            schema.put(
                    "required",
                    members.keySet().stream()
                            .filter(key -> members.get(key).seen == objects)
                            .toList());
        }
        if (!items.isEmpty() && items.get(0).seen > 0) {
            schema.put("items", items.get(0).schema(described, name, nullable));
        }
        return schema;
    }

    /** The names of all members in it that belong to the layout. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(members.keySet());
        members.values().forEach(form -> names.addAll(form.names()));
        items.forEach(item -> names.addAll(item.names()));
        return names;
    }
}
