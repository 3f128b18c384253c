package org.ipsisim.scenario;

import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ipsisim.estate.Bursts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Writes keys and values of a scenario file in the forms of the format. */
final class YamlOutput {
    /** Quotes what YAML 1.2 would read as something other than text; {@code y} and {@code no} are text there. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1;

        @Override
        public boolean needToQuoteValue(String value) {
            return switch (value) {
                case "y", "n", "yes", "no" -> false;
                case "~" -> true;
                default -> super.needToQuoteValue(value);
            };
        }
    }

    private final JsonGenerator generator;

    YamlOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    static JsonGenerator generatorTo(Writer writer) {
        YAMLFactory factory = YAMLFactory.builder()
                .stringQuotingChecker(new Quoting())
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .disable(YAMLWriteFeature.SPLIT_LINES)
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        return factory.createGenerator(ObjectWriteContext.empty(), writer);
    }

    void startMapping() {
        generator.writeStartObject();
    }

    void startMapping(String key) {
        generator.writeName(key);
        generator.writeStartObject();
    }

    void endMapping() {
        generator.writeEndObject();
    }

    void text(String key, String value) {
        generator.writeStringProperty(key, value);
    }

    void number(String key, long value) {
        generator.writeNumberProperty(key, value);
    }

    void decimal(String key, double value) {
        generator.writeName(key);
        generator.writeNumber(plain(BigDecimal.valueOf(value)));
    }

    /** A share of 0 to 1 as a percentage. */
    void share(String key, double value) {
        text(key, plain(BigDecimal.valueOf(value).movePointRight(2)) + "%");
    }

    void yesNo(String key, boolean value) {
        text(key, value ? "y" : "n");
    }

    void duration(String key, Duration value) {
        text(key, DurationText.of(value));
    }

    /** The {@code bursts} of a link or a degradation; nothing without them. */
    void bursts(Optional<Bursts> value) {
        if (value.isPresent()) {
            startMapping("bursts");
            duration("good", value.get().good());
            duration("bad", value.get().bad());
            share("loss", value.get().loss());
            endMapping();
        }
    }

    void texts(String key, List<String> values) {
        generator.writeName(key);
        generator.writeStartArray();
        values.forEach(generator::writeString);
        generator.writeEndArray();
    }

    void numbers(String key, Iterable<Integer> values) {
        generator.writeName(key);
        generator.writeStartArray();
        for (int value : values) {
            generator.writeNumber(value);
        }
        generator.writeEndArray();
    }

    /** A list of mappings; nothing if it is empty. */
    <T> void list(String key, List<T> values, Consumer<T> fields) {
        if (values.isEmpty()) {
            return;
        }
        generator.writeName(key);
        generator.writeStartArray();
        for (T value : values) {
            generator.writeStartObject();
            fields.accept(value);
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
