package org.ipsisim.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ipsisim.document.Json;
import org.ipsisim.history.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object that a browser has sent, and its checked fields. */
record Message(ObjectNode content) {
    /** Most bytes of a message, in UTF-8. */
    static final int MOST_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A new message of a type, for the server to fill and send. */
    static ObjectNode of(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    /** What Java has written as an object of JSON. */
    static JsonNode of(Consumer<Json> members) {
        return JSON.readTree(Json.compact(members));
    }

    /** Reads what came in one frame. */
    static Message read(String text) throws Refusal {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return new Message(object);
            }
        } catch (JacksonException e) {
            throw wrong("This is not JSON: one object a message is.");
        }
        throw wrong("A message is one JSON object.");
    }

    String type() {
        return content.path("type").asString("");
    }

    JsonNode field(String name) {
        return content.path(name);
    }

    /** A text of 1 to {@code most} characters. */
    String text(String name, int most) throws Refusal {
        return findText(name, most).orElseThrow(() -> wrong("`" + name + "` is missing."));
    }

    /** The same of a field that may be missing, null or empty. */
    Optional<String> findText(String name, int most) throws Refusal {
        JsonNode field = field(name);
        return field.isMissingNode() || field.isNull() ? Optional.empty() : text(name, field, most);
    }

    private static Optional<String> text(String name, JsonNode value, int most) throws Refusal {
        String text = value.asString("");
        if (!value.isString() || text.codePointCount(0, text.length()) > most) {
            throw wrong("`" + name + "` is a text of at most " + Words.count(most, "character") + ".");
        }
        return Optional.of(text).filter(some -> !some.isBlank());
    }

    /** Between {@code least} and {@code most} texts, none of them empty. */
    List<String> texts(String name, int least, int most, int mostCharacters) throws Refusal {
        JsonNode list = field(name);
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list) {
            text(name, item, mostCharacters).ifPresent(texts::add);
        }
        if (!list.isArray() || texts.size() != list.size() || texts.size() < least || texts.size() > most) {
            throw wrong("`" + name + "` is a list of " + least + " to " + most + " texts.");
        }
        return texts;
    }

    /** A whole number in a range. */
    long number(String name, long least, long most) throws Refusal {
        return findNumber(name, least, most).orElseThrow(() -> wrong("`" + name + "` is missing."));
    }

    /** The same of a field that may be missing or null. */
    OptionalLong findNumber(String name, long least, long most) throws Refusal {
        JsonNode field = field(name);
        if (field.isMissingNode() || field.isNull()) {
            return OptionalLong.empty();
        }
        if (!field.isIntegralNumber()
                || !field.canConvertToLong()
                || field.longValue() < least
                || field.longValue() > most) {
            throw wrong("`" + name + "` is a whole number from " + least + " to " + most + ".");
        }
        return OptionalLong.of(field.longValue());
    }

    /** True or false. */
    boolean flag(String name) throws Refusal {
        if (!field(name).isBoolean()) {
            throw wrong("`" + name + "` is true or false.");
        }
        return field(name).booleanValue();
    }

    static Refusal wrong(String text) {
        return Refusal.of(Problem.BAD_MESSAGE, text);
    }
}
