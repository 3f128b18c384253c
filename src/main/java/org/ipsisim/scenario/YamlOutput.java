package org.ipsisim.scenario;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Writes trees of mappings, lists, texts, numbers, yes and no. */
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

    private YamlOutput() {}

    /** A tree as YAML; lines end with LF. */
    static String yaml(Object tree) {
        YAMLFactory factory = YAMLFactory.builder()
                .stringQuotingChecker(new Quoting())
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .disable(YAMLWriteFeature.SPLIT_LINES)
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            write(tree, generator);
        }
        return text.toString();
    }

    /** A tree in whatever form the generator writes. */
    static void write(Object tree, JsonGenerator generator) {
        if (tree instanceof Map<?, ?> mapping) {
            generator.writeStartObject();
            mapping.forEach((key, value) -> {
                generator.writeName((String) key);
                write(value, generator);
            });
            generator.writeEndObject();
        } else if (tree instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(item -> write(item, generator));
            generator.writeEndArray();
        } else if (tree instanceof Number number) {
            generator.writeNumber(text(number));
        } else if (tree instanceof Boolean isTrue) {
            generator.writeBoolean(isTrue);
        } else {
            generator.writeString((String) tree);
        }
    }

    /** A single value as files show it. */
    static String text(Object scalar) {
        return scalar instanceof BigDecimal number ? number.toPlainString() : scalar.toString();
    }
}
