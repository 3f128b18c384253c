package org.ipsisim.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Keyed;

/** The forms of single values: durations, numbers, shares, yes and no, words, names, texts. */
final class Forms {
    /** A share of 0 to 1, as {@code 30%} or {@code 0.3}. */
    static final Form<Double> SHARE = new Share();

    /** {@code y} or {@code n}. */
    static final Form<Boolean> YES_NO = new YesNo();

    /** The name of a site that the file has. */
    static final Form<String> SITE = new Site();

    private static final String ONE_PN = "0*([1-9]|[1-5][0-9]|6[0-4])";

    private Forms() {}

    static Form<Duration> duration(Duration min, Duration max) {
        return new Length(min, max);
    }

    /** A duration from 0s to the longest that a file may hold. */
    static Form<Duration> time() {
        return new Length(Duration.ZERO, Limits.LONGEST);
    }

    /** A duration above 0s. */
    static Form<Duration> length() {
        return new Length(Limits.SHORTEST, Limits.LONGEST);
    }

    static Form<Integer> integer(int min, int max) {
        return new Whole(min, max);
    }

    static Form<Double> decimal(double min, int max) {
        return new Decimal(min, max);
    }

    /** The word of one of some constants. */
    static <E extends Enum<E> & Keyed> Form<E> word(Class<E> type) {
        return new Word<>(List.of(type.getEnumConstants()), Keyed.keys(type));
    }

    /** One word of several. */
    static Form<String> word(List<String> words) {
        return new Word<>(words, words);
    }

    /**
     * A name that the file gives to something.
     *
     * @param what it is the name of, with an article
     * @param allowed such a name, for messages
     */
    static Form<String> newName(String what, String allowed) {
        return new NewName(what, allowed);
    }

    /** A port network number, or a range of them such as {@code 2-5}. */
    static Form<PnRange> portNetworks(String allowed) {
        return new PnNumbers(allowed);
    }

    /** The definition of a duration in the schema, for forms that read durations in their own way. */
    static Map<String, Object> durationSchema(ScenarioSchema schema, boolean isPositive) {
        String forms = "250ms, 15s, 1m30s, 2h, 1d";
        return isPositive
                ? schema.define(
                        "positive-duration",
                        "description",
                        forms + "; longer than 0s",
                        "type",
                        "string",
                        "pattern",
                        DurationText.PATTERN.replace("(?=[0-9])", "(?=[0-9])(?=.*[1-9])"))
                : schema.define("duration", "description", forms, "type", "string", "pattern", DurationText.PATTERN);
    }

    static Map<String, Object> portNetworksSchema(ScenarioSchema schema) {
        return schema.define(
                "pn-numbers",
                "description",
                "1 to " + Estate.MAX_PORT_NETWORKS + ", or a range such as 2-5",
                "anyOf",
                List.of(
                        ScenarioSchema.node("type", "integer", "minimum", 1, "maximum", Estate.MAX_PORT_NETWORKS),
                        ScenarioSchema.node("type", "string", "pattern", "^" + ONE_PN + "( *- *" + ONE_PN + ")?$")));
    }

    private record Length(Duration min, Duration max) implements Form<Duration> {
        @Override
        public Optional<Duration> read(EffectiveValue value, FileReading reading) {
            return reading.scalars().duration(value, min, max);
        }

        @Override
        public Object written(Duration value, Written in) {
            return DurationText.of(value);
        }

        @Override
        public String allowed() {
            return "a duration such as `90s`";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return durationSchema(schema, !min.isZero());
        }

        @Override
        public String range() {
            boolean isLeast = min.compareTo(Limits.SHORTEST) > 0;
            if (max.equals(Limits.LONGEST)) {
                return isLeast ? DurationText.of(min) + " or more" : "";
            }
            return DurationText.of(min) + " to " + DurationText.of(max);
        }
    }

    private record Whole(int min, int max) implements Form<Integer> {
        @Override
        public Optional<Integer> read(EffectiveValue value, FileReading reading) {
            return reading.scalars().integer(value, min, max).map(Long::intValue);
        }

        @Override
        public Object written(Integer value, Written in) {
            return value;
        }

        @Override
        public String allowed() {
            return min + " to " + max;
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node("type", "integer", "minimum", min, "maximum", max);
        }
    }

    /** Any whole number of 64 bits. */
    record Seed() implements Form<Long> {
        @Override
        public Optional<Long> read(EffectiveValue value, FileReading reading) {
            return reading.scalars().integer(value, Long.MIN_VALUE, Long.MAX_VALUE);
        }

        @Override
        public Object written(Long value, Written in) {
            return value;
        }

        @Override
        public String allowed() {
            return "a whole number";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node("type", "integer", "minimum", Long.MIN_VALUE, "maximum", Long.MAX_VALUE);
        }
    }

    private record Decimal(double min, int max) implements Form<Double> {
        @Override
        public Optional<Double> read(EffectiveValue value, FileReading reading) {
            return reading.scalars().decimal(value, min, max);
        }

        @Override
        public Object written(Double value, Written in) {
            return plain(BigDecimal.valueOf(value));
        }

        @Override
        public String allowed() {
            return Scalars.range(min, max);
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node("type", "number", "minimum", plain(BigDecimal.valueOf(min)), "maximum", max);
        }
    }

    private record Share() implements Form<Double> {
        @Override
        public Optional<Double> read(EffectiveValue value, FileReading reading) {
            OptionalDouble share = reading.scalars().share(value);
            return share.isEmpty() ? Optional.empty() : Optional.of(share.getAsDouble());
        }

        @Override
        public Object written(Double value, Written in) {
            return plain(BigDecimal.valueOf(value).movePointRight(2)).toPlainString() + "%";
        }

        @Override
        public String allowed() {
            return "0% to 100%";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return schema.define(
                    "share",
                    "description",
                    "0% to 100%, or 0 to 1",
                    "anyOf",
                    List.of(
                            ScenarioSchema.node("type", "number", "minimum", 0, "maximum", 1),
                            ScenarioSchema.node(
                                    "type", "string", "pattern", "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$")));
        }
    }

    private record YesNo() implements Form<Boolean> {
        @Override
        public Optional<Boolean> read(EffectiveValue value, FileReading reading) {
            return reading.scalars().yesNo(value);
        }

        @Override
        public Object written(Boolean value, Written in) {
            return value ? "y" : "n";
        }

        @Override
        public String allowed() {
            return "y or n";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return schema.define(
                    "yes-no",
                    "description",
                    "y or n",
                    "enum",
                    List.of(true, false, "y", "n", "yes", "no", "true", "false"));
        }
    }

    private record Word<V>(List<V> values, List<String> words) implements Form<V> {
        @Override
        public Optional<V> read(EffectiveValue value, FileReading reading) {
            Optional<String> word = reading.scalars().word(value, words);
            return word.isEmpty() ? Optional.empty() : Optional.of(values.get(words.indexOf(word.get())));
        }

        @Override
        public Object written(V value, Written in) {
            return words.get(values.indexOf(value));
        }

        @Override
        public String allowed() {
            return Quote.list(words);
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node("enum", words);
        }

        @Override
        public List<String> candidates(Declared declared) {
            return words;
        }
    }

    private record NewName(String what, String allowed) implements Form<String> {
        @Override
        public Optional<String> read(EffectiveValue value, FileReading reading) {
            return reading.names().declare(value, what);
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioNames.schema(schema);
        }
    }

    private record Site() implements Form<String> {
        @Override
        public Optional<String> read(EffectiveValue value, FileReading reading) {
            return reading.sites().find(value);
        }

        @Override
        public String allowed() {
            return "a site";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node("type", "string");
        }
    }

    private record PnNumbers(String allowed) implements Form<PnRange> {
        @Override
        public Optional<PnRange> read(EffectiveValue value, FileReading reading) {
            return PnRange.read(value, reading);
        }

        @Override
        public Object written(PnRange value, Written in) {
            return value.first();
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return portNetworksSchema(schema);
        }
    }

    /** Text of some length. */
    record Text(int longest, boolean isTitle) implements Form<String> {
        @Override
        public Optional<String> read(EffectiveValue value, FileReading reading) {
            if (!isTitle && value.node() instanceof Node.Scalar scalar && scalar.isEmpty()) {
                return Optional.of("");
            }
            Optional<String> text = reading.scalars().textOf(value, allowed());
            if (text.isPresent()) {
                check(value, text.get(), reading);
            }
            return text;
        }

        private void check(EffectiveValue value, String text, FileReading reading) {
            if (isTitle && text.isBlank()) {
                reading.errorAt(value, "is blank").allowed(allowed());
            }
            int length = text.codePointCount(0, text.length());
            if (length > longest) {
                reading.errorAt(value, "is too long: " + length + " characters")
                        .allowed("at most " + longest + " characters");
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Visible.isUnsafe(c) && (isTitle || c != '\n')) {
                    reading.errorAt(value, "holds a control character: " + Visible.of(String.valueOf(c)))
                            .allowed(
                                    isTitle
                                            ? "printable characters in one line"
                                            : "printable characters and line ends");
                    return;
                }
            }
        }

        @Override
        public String allowed() {
            return isTitle ? "a few words" : "text";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            List<String> scalars = List.of("string", "number", "boolean");
            return isTitle
                    ? ScenarioSchema.node("type", scalars, "pattern", "\\S", "maxLength", longest)
                    : ScenarioSchema.node("type", List.of("string", "number", "boolean", "null"), "maxLength", longest);
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
