package org.ipsisim.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a file of runs: a header, a line for each run, and one at the end of a study that is finished. */
final class RunFileFormat {
    /** The value of {@code format} in a header. */
    static final String FORMAT = "ipsisim runs 1";

    private static final String ANY = "{\"format\":\"ipsisim runs ";

    /** How many characters tell a file of runs from any other. */
    static final int BEGINNING = ANY.length();

    private static final JsonMapper MAPPER = new JsonMapper();

    private RunFileFormat() {}

    static byte[] header(RunFileHeader header) {
        return SealedLine.of(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("version", header.version());
            json.writeStringProperty("study", header.study());
            json.writeNumberProperty("shard", header.shard().number());
            json.writeNumberProperty("of", header.shard().of());
            json.writeStringProperty("fingerprint", header.fingerprint());
            writeTexts("command", header.command(), json);
            json.writeObjectPropertyStart("settings");
            header.settings().forEach((name, values) -> writeTexts(name, values, json));
            json.writeEndObject();
            json.writeStringProperty("numbers", header.numbers());
            json.writeObjectPropertyStart("files");
            header.files().forEach(json::writeStringProperty);
            json.writeEndObject();
        });
    }

    private static void writeTexts(String name, List<String> texts, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    static byte[] run(String name, long[] numbers) {
        return SealedLine.of(json -> {
            json.writeStringProperty("run", name);
            json.writeArrayPropertyStart("numbers");
            for (long number : numbers) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        });
    }

    static byte[] end(int runs) {
        return SealedLine.of(json -> json.writeNumberProperty("finished", runs));
    }

    /** Whether a file may begin like this: with a header of this format or another one, or the beginning of one. */
    static boolean canBeginWith(String text) {
        return text.startsWith(ANY) || ANY.startsWith(text);
    }

    /** The header of a sealed line; empty if it is none of this format. */
    static Optional<RunFileHeader> readHeader(String line) {
        try {
            JsonNode json = MAPPER.readTree(line);
            Map<String, List<String>> settings = new TreeMap<>();
            json.required("settings").forEachEntry((name, values) -> settings.put(name, texts(values)));
            Map<String, String> files = new TreeMap<>();
            json.required("files").forEachEntry((name, text) -> files.put(name, text.asString()));
            RunFileHeader header = new RunFileHeader(
                    json.required("version").asString(),
                    texts(json.required("command")),
                    settings,
                    files,
                    json.required("numbers").asString(),
                    new Shard(
                            json.required("shard").asInt(), json.required("of").asInt()));
            boolean known = json.required("format").asString().equals(FORMAT)
                    && json.required("fingerprint").asString().equals(header.fingerprint());
            return known ? Optional.of(header) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** A run, or the end: that has no name. */
    record Entry(String name, long[] numbers) {}

    /** The content of a sealed line after the header; empty if it is neither a run nor the end. */
    static Optional<Entry> readEntry(String line) {
        try {
            JsonNode json = MAPPER.readTree(line);
            if (json.has("finished")) {
                return Optional.of(
                        new Entry("", new long[] {json.required("finished").asLong()}));
            }
            JsonNode array = json.required("numbers");
            long[] numbers = new long[array.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = array.get(i).asLong();
            }
            return Optional.of(new Entry(json.required("run").asString(), numbers));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
