package org.ipsisim.scenario;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.ScenarioEvent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An event in the words of the scenario format, without brackets, such as {@code at 1m, fail wan, for 12s}. */
public final class EventText {
    private EventText() {}

    /** @param main the cluster number of the main */
    public static String of(ScenarioEvent event, int main) {
        JsonFactory factory = new JsonFactory();
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            new EventWriter(new YamlOutput(generator), main).write(event);
            generator.writeEndObject();
        }
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text.toString())) {
            json.nextToken();
            return inWords(json);
        }
    }

    /** {@code at 1m, fail wan} for a mapping that has just begun, {@code 1 2} for a list, a value as it is. */
    static String inWords(JsonParser json) {
        List<String> parts = new ArrayList<>();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                parts.add(key + " " + inWords(json));
            }
            return String.join(", ", parts);
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                parts.add(inWords(json));
            }
            return String.join(" ", parts);
        }
        return json.getString();
    }
}
