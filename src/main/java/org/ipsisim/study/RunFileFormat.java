package org.ipsisim.study;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of a file of runs: a header, a line for each run, and one at the end of a study that is finished. Each is a JSON
 * object whose last property, {@code check}, is the CRC-32C of the bytes before it, so that a changed digit
 * shows.
 */
final class RunFileFormat {
    /** The value of {@code format} in a header. */
    static final String FORMAT = "ipsisim runs 1";

    private static final String ANY = "{\"format\":\"ipsisim runs ";

    /** How many characters tell a file of runs from any other. */
    static final int BEGINNING = ANY.length();

    private static final String CHECK = ",\"check\":\"";
    private static final int DIGITS = 8;
    private static final int SEAL = CHECK.length() + DIGITS + "\"}".length();
    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final JsonMapper MAPPER = new JsonMapper();

    private RunFileFormat() {}

    static byte[] header(RunFileHeader header) {
        return sealed(json -> {
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
        return sealed(json -> {
            json.writeStringProperty("run", name);
            json.writeArrayPropertyStart("numbers");
            for (long number : numbers) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        });
    }

    static byte[] end(int runs) {
        return sealed(json -> json.writeNumberProperty("finished", runs));
    }

    /** Whether a file may begin like this: with a header of this format or another one, or the beginning of one. */
    static boolean canBeginWith(String text) {
        return text.startsWith(ANY) || ANY.startsWith(text);
    }

    /** The header in a line; empty if there is none of this format. */
    static Optional<RunFileHeader> readHeader(byte[] line) {
        return open(line).flatMap(RunFileFormat::header);
    }

    private static Optional<RunFileHeader> header(String line) {
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

    /** The content of a line after the header; empty if it is neither a run nor the end, or damaged. */
    static Optional<Entry> readEntry(byte[] line) {
        return open(line).flatMap(RunFileFormat::entry);
    }

    private static Optional<Entry> entry(String line) {
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

    /**
     * The bytes of a line with its end.
     *
     * @param properties writes the properties of the object, one at least
     */
    private static byte[] sealed(Consumer<JsonGenerator> properties) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        StringBuilder line = new StringBuilder(text.getBuffer());
        line.setLength(line.length() - 1);
        byte[] content = line.toString().getBytes(StandardCharsets.UTF_8);
        line.append(CHECK).append(check(content, content.length)).append("\"}\n");
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The object of a line, without its seal.
     *
     * @param line without its end
     * @return empty if it was never written like that
     */
    private static Optional<String> open(byte[] line) {
        int sealed = line.length - SEAL;
        if (sealed < 1) {
            return Optional.empty();
        }
        String seal = new String(line, sealed, SEAL, StandardCharsets.UTF_8);
        return seal.equals(CHECK + check(line, sealed) + "\"}")
                ? Optional.of(new String(line, 0, sealed, StandardCharsets.UTF_8) + "}")
                : Optional.empty();
    }

    private static String check(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
