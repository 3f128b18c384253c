package org.ipsisim.study;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object on a line of its own whose last property, {@code check}, is the CRC-32C of all bytes of the line before it:
 * a digit that has changed shows.
 */
final class SealedLine {
    private static final String CHECK = ",\"check\":\"";
    private static final int DIGITS = 8;
    private static final int SEAL = CHECK.length() + DIGITS + "\"}".length();
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private SealedLine() {}

    /**
     * The bytes of a line with its end.
     *
     * @param content writes the properties of the object, one at least
     */
    static byte[] of(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        StringBuilder line = new StringBuilder(text.getBuffer());
        line.setLength(line.length() - 1);
        byte[] sealed = line.toString().getBytes(StandardCharsets.UTF_8);
        line.append(CHECK).append(check(sealed, sealed.length)).append("\"}\n");
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The object of a line, without its seal.
     *
     * @param line without its end
     * @return empty if it was never written like that
     */
    static Optional<String> open(byte[] line) {
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
