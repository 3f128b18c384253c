package org.ipsisim.scenario;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.estate.Scenario;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A scenario as a flat list of values, each with the path of its key and with every default filled in, so that two
 * scenarios can be compared value by value.
 *
 * <p>An entry of a list goes by its name rather than its place: {@code links.wan.latency}, {@code port-networks.2.site}.
 * Events and random outages have no names: each is one value, and those that are alike are numbered.
 */
public final class EffectiveValues {
    /** The value of what has no value of its own: an event, or an entry of a list as such. */
    public static final String THERE = "there";

    private static final Set<String> LEFT_OUT = Set.of("title", "description", "expect");
    private static final Set<String> WITHOUT_NAMES = Set.of("events", "random-outages");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> copies = new HashMap<>();
    private final JsonParser json;

    private EffectiveValues(JsonParser json) {
        this.json = json;
    }

    /** The values by key path, in the order of the format; titles, descriptions and expectations are left out. */
    public static Map<String, String> of(Scenario scenario) {
        JsonFactory factory = new JsonFactory();
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            ScenarioWriter.write(scenario, generator);
        }
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text.toString())) {
            EffectiveValues flat = new EffectiveValues(json);
            json.nextToken();
            flat.addMapping("");
            return flat.values;
        }
    }

    /** Adds the keys of the mapping that has just begun. */
    private void addMapping(String path) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            if (path.isEmpty() && LEFT_OUT.contains(key)) {
                json.skipChildren();
            } else {
                add(path.isEmpty() ? key : path + "." + key);
            }
        }
    }

    private void add(String path) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            addMapping(path);
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            addList(path);
        } else {
            values.put(path, json.getString());
        }
    }

    private void addList(String path) {
        List<String> words = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (WITHOUT_NAMES.contains(path)) {
                addEvent(EventText.inWords(json));
            } else if (json.currentToken() == JsonToken.START_OBJECT) {
                addNamed(path);
            } else {
                words.add(json.getString());
            }
        }
        if (!words.isEmpty()) {
            values.put(path, "[" + String.join(", ", words) + "]");
        }
    }

    /** Adds an entry of a list of mappings; the value of its first key is its name. */
    private void addNamed(String path) {
        json.nextToken();
        json.nextToken();
        String own = path + "." + json.getString();
        values.put(own, THERE);
        addMapping(own);
    }

    private void addEvent(String words) {
        int copy = copies.merge(words, 1, Integer::sum);
        values.put(copy == 1 ? words : words + " (" + copy + ")", THERE);
    }
}
