package org.ipsisim.scenario;

import static org.ipsisim.scenario.ScenarioSchema.node;

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

    /** A duration from 0s to the longest that a file may hold. */
    static final Form<Duration> TIME = new Length(Duration.ZERO, Limits.LONGEST);

    /** A duration above 0s. */
    static final Form<Duration> LENGTH = new Length(Limits.SHORTEST, Limits.LONGEST);

    /** The name of a site that the file has. */
    static final Form<String> SITE = new Form<>("a site", node("type", "string")) {
        @Override
        Optional<String> read(EffectiveValue value, FileReading reading) {
            return reading.sites().find(value);
        }
    };

    /** Any whole number of 64 bits. */
    static final Form<Long> SEED = new Form<>("a whole number", integers(Long.MIN_VALUE, Long.MAX_VALUE)) {
        @Override
        Optional<Long> read(EffectiveValue value, FileReading reading) {
            return whole(value, Long.MIN_VALUE, Long.MAX_VALUE, reading);
        }
    };

    private static final int LONGEST_INTEGER = 19;
    private static final List<String> YES_NO_WORDS = List.of("y", "n", "yes", "no", "true", "false");
    private static final String ONE_PN = "0*([1-9]|[1-5][0-9]|6[0-4])";

    private Forms() {}

    static Form<Duration> duration(Duration min, Duration max) {
        return new Length(min, max);
    }

    static Form<Integer> integer(int min, int max) {
        return new Form<>(min + " to " + max, integers(min, max)) {
            @Override
            Optional<Integer> read(EffectiveValue value, FileReading reading) {
                Optional<Long> number = whole(value, min, max, reading);
                return number.isEmpty()
                        ? Optional.empty()
                        : Optional.of(number.get().intValue());
            }
        };
    }

    /** One of the words of an enum. */
    static <E extends Enum<E> & Keyed> Form<E> word(Class<E> type) {
        return new Word<>(List.of(type.getEnumConstants()), Keyed.keys(type));
    }

    /** One of several words. */
    static Form<String> word(List<String> words) {
        return new Word<>(words, words);
    }

    /**
     * A name that the file gives to something.
     *
     * @param what it is the name of, with an article
     */
    static Form<String> newName(String what, String example) {
        return new Form<>("a name such as `" + example + "`", Map.of()) {
            @Override
            Optional<String> read(EffectiveValue value, FileReading reading) {
                return reading.names().declare(value, what);
            }

            @Override
            Map<String, Object> schema(ScenarioSchema all) {
                return ScenarioNames.schema(all);
            }
        };
    }

    /** A port network number, or a range of them such as {@code 2-5}. */
    static Form<PnRange> portNetworks(String allowed) {
        Object number = integers(1, Estate.MAX_PORT_NETWORKS);
        Object range = node("type", "string", "pattern", "^" + ONE_PN + "( *- *" + ONE_PN + ")?$");
        String forms = "1 to " + Estate.MAX_PORT_NETWORKS + ", or a range such as 2-5";
        return new Form<>(allowed, "pn-numbers", node("description", forms, "anyOf", List.of(number, range))) {
            @Override
            Optional<PnRange> read(EffectiveValue value, FileReading reading) {
                return PnRange.read(value, reading);
            }

            @Override
            Object written(PnRange value, Written in) {
                return value.first();
            }
        };
    }

    /** What the schema says of whole numbers. */
    static Map<String, Object> integers(long min, long max) {
        return node("type", "integer", "minimum", min, "maximum", max);
    }

    /** A whole number; empty, with an error, if it is not one or is out of range. */
    static Optional<Long> whole(EffectiveValue value, long min, long max, FileReading reading) {
        String range = min == Long.MIN_VALUE ? "a whole number of at most 64 bits" : min + " to " + max;
        Optional<String> digits = reading.textOf(value, range);
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        boolean isWhole = isInteger(digits.get());
        if (isWhole && !((Node.Scalar) value.node()).plain()) {
            reading.error(value, "is text, because it is in quotes")
                    .allowed(range)
                    .suggest(digits.get());
            return Optional.empty();
        }
        Optional<Long> number = isWhole ? toLong(digits.get()) : Optional.empty();
        if (number.isEmpty() || number.get() < min || number.get() > max) {
            reading.error(value, isWhole ? "is out of range" : "is not a whole number")
                    .allowed(range);
            return Optional.empty();
        }
        return number;
    }

    private static boolean isInteger(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }

    private static Optional<Long> toLong(String digits) {
        try {
            return digits.length() > LONGEST_INTEGER + 1 ? Optional.empty() : Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A duration of any length, even longer than {@link Limits#LONGEST}. */
    static class AnyLength extends Form<Duration> {
        private static final String UNITS = "250ms, 15s, 1m30s, 2h, 1d";

        AnyLength(String allowed, boolean isPositive) {
            super(
                    allowed,
                    isPositive ? "positive-duration" : "duration",
                    node(
                            "description",
                            isPositive ? UNITS + "; longer than 0s" : UNITS,
                            "type",
                            "string",
                            "pattern",
                            isPositive ? DurationText.POSITIVE_PATTERN : DurationText.PATTERN));
        }

        @Override
        Optional<Duration> read(EffectiveValue value, FileReading reading) {
            Optional<String> text = reading.textOf(value, "a duration such as `15s`");
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<Duration> duration = DurationText.parse(text.get());
            if (duration.isEmpty()) {
                if (text.get().startsWith("-")) {
                    reading.error(value, "is negative").allowed("a duration of 0s or more");
                } else {
                    boolean isNumber = PercentText.isDecimal(text.get());
                    reading.error(value, isNumber ? "has no unit" : "is not a duration")
                            .allowed(UNITS)
                            .suggest(DurationText.repair(text.get()));
                }
            }
            return duration;
        }

        @Override
        Object written(Duration value, Written in) {
            return DurationText.of(value);
        }
    }

    private static final class Length extends AnyLength {
        private final Duration min;
        private final Duration max;

        Length(Duration min, Duration max) {
            super("a duration such as `90s`", !min.isZero());
            this.min = min;
            this.max = max;
        }

        @Override
        Optional<Duration> read(EffectiveValue value, FileReading reading) {
            Optional<Duration> duration = super.read(value, reading);
            boolean isOut = duration.isPresent()
                    && (duration.get().compareTo(min) < 0 || duration.get().compareTo(max) > 0);
            if (isOut) {
                boolean isOpen = min.equals(Limits.SHORTEST);
                reading.error(value, "is out of range")
                        .allowed((isOpen ? "longer than 0s, at most " : DurationText.of(min) + " to ")
                                + (max.equals(Limits.LONGEST) ? "3650d (ten years)" : DurationText.of(max)));
            }
            return isOut ? Optional.empty() : duration;
        }

        @Override
        String range() {
            if (!max.equals(Limits.LONGEST)) {
                return DurationText.of(min) + " to " + DurationText.of(max);
            }
            return min.compareTo(Limits.SHORTEST) > 0 ? DurationText.of(min) + " or more" : "";
        }
    }

    /** A number with decimals. */
    static final class Decimal extends Form<Double> {
        private final double min;
        private final double max;

        Decimal(double min, double max) {
            super("", Map.of());
            this.min = min;
            this.max = max;
        }

        @Override
        Optional<Double> read(EffectiveValue value, FileReading reading) {
            if (!value.isText()) {
                reading.textOf(value, allowed());
                return Optional.empty();
            }
            String text = value.shown();
            boolean isNumber = ((Node.Scalar) value.node()).plain() && PercentText.isDecimal(text);
            double number = isNumber ? Double.parseDouble(text) : 0;
            if (!isNumber || number < min || number > max) {
                reading.error(value, isNumber ? "is out of range" : "is not a number")
                        .allowed(allowed());
                return Optional.empty();
            }
            return Optional.of(number);
        }

        @Override
        Object written(Double value, Written in) {
            return plain(value);
        }

        @Override
        String allowed() {
            return plain(min).toPlainString() + " to " + plain(max).toPlainString();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return node("type", "number", "minimum", plain(min), "maximum", plain(max));
        }
    }

    private static final class Share extends Form<Double> {
        private static final String RANGE = "0% to 100%, or 0 to 1";

        Share() {
            super(
                    "0% to 100%",
                    "share",
                    node(
                            "description",
                            RANGE,
                            "anyOf",
                            List.of(
                                    node("type", "number", "minimum", 0, "maximum", 1),
                                    node("type", "string", "pattern", "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"))));
        }

        @Override
        Optional<Double> read(EffectiveValue value, FileReading reading) {
            Optional<String> text = reading.textOf(value, RANGE);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            OptionalDouble parsed = PercentText.parse(text.get());
            if (parsed.isEmpty()) {
                reading.error(value, "is not a percentage").allowed(RANGE);
                return Optional.empty();
            }
            double share = parsed.getAsDouble();
            boolean isPercent = text.get().endsWith("%");
            if (share < 0 || share > 1) {
                boolean isPercentMeant = !isPercent && share > 1 && share <= 100;
                reading.error(value, "is out of range").allowed(RANGE).suggest(isPercentMeant ? text.get() + "%" : "");
                return Optional.empty();
            }
            if (share == 1 && !isPercent) {
                reading.warnAt(value, "`" + text.get() + "` means 100%")
                        .found(text.get())
                        .suggest("1%")
                        .note("write `100%` if that is what you mean");
            }
            return Optional.of(share);
        }

        @Override
        Object written(Double value, Written in) {
            return plain(BigDecimal.valueOf(value).movePointRight(2)).toPlainString() + "%";
        }
    }

    private static final class YesNo extends Form<Boolean> {
        YesNo() {
            super(
                    "y or n",
                    "yes-no",
                    node(
                            "description",
                            "y or n",
                            "enum",
                            List.of(true, false, "y", "n", "yes", "no", "true", "false")));
        }

        @Override
        Optional<Boolean> read(EffectiveValue value, FileReading reading) {
            Optional<String> text = reading.textOf(value, allowed());
            int index = text.isEmpty() ? -1 : YES_NO_WORDS.indexOf(text.get());
            if (text.isPresent() && index < 0) {
                reading.error(value, "is neither yes nor no")
                        .allowed(Quote.list(YES_NO_WORDS))
                        .suggest(Nearest.to(text.get(), YES_NO_WORDS));
            }
            return index < 0 ? Optional.empty() : Optional.of(index % 2 == 0);
        }

        @Override
        Object written(Boolean value, Written in) {
            return value ? "y" : "n";
        }
    }

    private static final class Word<V> extends Form<V> {
        private final List<V> values;
        private final List<String> words;

        Word(List<V> values, List<String> words) {
            super(Quote.list(words), node("enum", words));
            this.values = values;
            this.words = words;
        }

        @Override
        Optional<V> read(EffectiveValue value, FileReading reading) {
            Optional<String> word = reading.textOf(value, allowed());
            int index = word.isEmpty() ? -1 : words.indexOf(word.get());
            if (word.isPresent() && index < 0) {
                reading.error(value, "is not a value of this key")
                        .allowed(allowed())
                        .suggest(Nearest.to(word.get(), words));
            }
            return index < 0 ? Optional.empty() : Optional.of(values.get(index));
        }

        @Override
        Object written(V value, Written in) {
            return words.get(values.indexOf(value));
        }

        @Override
        List<String> candidates(Declared declared) {
            return words;
        }
    }

    /** Text: a title in one line, or a description. */
    static final class Text extends Form<String> {
        private final int longest;
        private final boolean isTitle;

        Text(int longest, boolean isTitle) {
            super(
                    isTitle ? "a few words" : "text",
                    isTitle
                            ? node(
                                    "type",
                                    List.of("string", "number", "boolean"),
                                    "pattern",
                                    "\\S",
                                    "maxLength",
                                    longest)
                            : node("type", List.of("string", "number", "boolean", "null"), "maxLength", longest));
            this.longest = longest;
            this.isTitle = isTitle;
        }

        @Override
        Optional<String> read(EffectiveValue value, FileReading reading) {
            if (!isTitle && value.isNothing()) {
                return Optional.of("");
            }
            Optional<String> text = reading.textOf(value, allowed());
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
                    reading.errorAt(value, "contains a control character: " + Visible.of(String.valueOf(c)))
                            .allowed("printable characters " + (isTitle ? "in one line" : "and line ends"));
                    return;
                }
            }
        }
    }

    private static BigDecimal plain(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
