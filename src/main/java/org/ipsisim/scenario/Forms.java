package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.either;
import static org.ipsisim.scenario.JsonSchema.node;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Keyed;

/** The forms of single values: durations, numbers, shares, yes and no, words, names, texts. */
final class Forms {
    static final String UNITS = "250ms, 15s, 1m30s, 2h, 1d";
    private static final String ONE_PN = "0*([1-9]|[1-5][0-9]|6[0-4])";
    private static final int LONGEST_INTEGER = 19;
    private static final List<String> YES_NO_WORDS = List.of("y", "n", "yes", "no", "true", "false");

    /** A share of 0 to 1, as {@code 30%} or {@code 0.3}. */
    static final ValueForm<Double> SHARE = new ShareForm(0, 1);

    /** {@code y} or {@code n}. */
    static final ValueForm<Boolean> YES_NO = new YesNo();

    /** A duration from 0s to the longest that a file may hold. */
    static final ValueForm<Duration> TIME = duration(Duration.ZERO, Limits.LONGEST);

    /** A duration above 0s. */
    static final ValueForm<Duration> LENGTH = duration(Limits.SHORTEST, Limits.LONGEST);

    /** The name of a site that the file has. */
    static final ValueForm<String> SITE = new ValueForm<>("a site") {
        @Override
        Optional<String> read(EffectiveValue value, FileReading reading) {
            return reading.sites().find(value);
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return node("type", "string");
        }
    };

    /** Any whole number of 64 bits. */
    static final ValueForm<Long> SEED = whole(Long.MIN_VALUE, Long.MAX_VALUE);

    /** The number of the only format there is. */
    static final ValueForm<Long> FORMAT = new Whole(1, 1) {
        @Override
        String allowed() {
            return "1; a file of a later format needs a later ipsisim";
        }
    };

    private Forms() {}

    static ValueForm<Integer> integer(int min, int max) {
        return new IntegerForm(min, max);
    }

    /** A whole number within bounds. */
    static ValueForm<Long> whole(long min, long max) {
        return new Whole(min, max);
    }

    private static class Whole extends ValueForm.OfText<Long> {
        private final long min;
        private final long max;

        Whole(long min, long max) {
            super("");
            this.min = min;
            this.max = max;
        }

        @Override
        Optional<Long> read(String digits, EffectiveValue value, FileReading reading) {
            boolean isWhole = digits.matches("[-+]?[0-9]+");
            if (isWhole && !isPlain(value)) {
                return reading.error(value, "is text, because it is in quotes")
                        .allowed(allowed())
                        .suggest(digits)
                        .none();
            }
            Optional<Long> number = isWhole ? toLong(digits) : Optional.empty();
            return number.isPresent() && number.get() >= min && number.get() <= max
                    ? number
                    : reading.error(value, isWhole ? "is out of range" : "is not a whole number")
                            .allowed(allowed())
                            .none();
        }

        @Override
        String allowed() {
            return min == Long.MIN_VALUE ? "a whole number of at most 64 bits" : min + " to " + max;
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return integers(min, max);
        }
    }

    private static final class IntegerForm extends ValueForm<Integer> {
        private final ValueForm<Long> whole;

        IntegerForm(int min, int max) {
            super("");
            whole = whole(min, max);
        }

        @Override
        Optional<Integer> read(EffectiveValue value, FileReading reading) {
            Optional<Long> number = whole.read(value, reading);
            return number.isPresent() ? Optional.of(number.get().intValue()) : Optional.empty();
        }

        @Override
        String allowed() {
            return whole.allowed();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return whole.schema(all);
        }
    }

    private static Optional<Long> toLong(String digits) {
        try {
            return digits.length() > LONGEST_INTEGER + 1 ? Optional.empty() : Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a single value is not in quotes. */
    private static boolean isPlain(EffectiveValue value) {
        return ((Node.Scalar) value.node()).plain();
    }

    /** What the schema says of whole numbers. */
    static Map<String, Object> integers(long min, long max) {
        return node("type", "integer", "minimum", min, "maximum", max);
    }

    /** A number with decimals. */
    static ValueForm<Double> decimal(double min, double max) {
        return new Decimal(min, max);
    }

    private static final class Decimal extends ValueForm.OfText<Double> {
        private final double min;
        private final double max;

        Decimal(double min, double max) {
            super("");
            this.min = min;
            this.max = max;
        }

        @Override
        Optional<Double> read(String text, EffectiveValue value, FileReading reading) {
            boolean isNumber = isPlain(value) && isDecimal(text);
            double number = isNumber ? Double.parseDouble(text) : 0;
            return isNumber && number >= min && number <= max
                    ? Optional.of(number)
                    : reading.error(value, isNumber ? "is out of range" : "is not a number")
                            .allowed(allowed())
                            .none();
        }

        @Override
        String allowed() {
            return plain(min).toPlainString() + " to " + plain(max).toPlainString();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return node("type", "number", "minimum", plain(min), "maximum", plain(max));
        }

        @Override
        Object written(Double number, Written in) {
            return plain(number);
        }
    }

    /** One of the words of an enum. */
    static <E extends Enum<E> & Keyed> ValueForm<E> word(Class<E> type) {
        return new Word<>(List.of(type.getEnumConstants()), Keyed.keys(type));
    }

    /** One of the words of which another one is given. */
    static ValueForm<Keyed> word(Keyed one) {
        List<Keyed> all = List.of((Keyed[]) one.getClass().getEnumConstants());
        return new Word<>(all, all.stream().map(Keyed::key).toList());
    }

    /** One of several words. */
    static ValueForm<String> word(List<String> words) {
        return new Word<>(words, words);
    }

    private static final class Word<V> extends ValueForm.OfText<V> {
        private final List<V> values;
        private final List<String> words;

        Word(List<V> values, List<String> words) {
            super("");
            this.values = values;
            this.words = words;
        }

        @Override
        Optional<V> read(String text, EffectiveValue value, FileReading reading) {
            int index = words.indexOf(text);
            return index >= 0
                    ? Optional.of(values.get(index))
                    : reading.error(value, "is not a value of this key")
                            .allowed(allowed())
                            .suggest(Nearest.to(text, words))
                            .none();
        }

        @Override
        String allowed() {
            return Quote.list(words);
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return node("enum", words);
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

    /**
     * A name that the file gives to something.
     *
     * @param what it is the name of, with an article
     */
    static ValueForm<String> newName(String what, String example) {
        return new NewName(what, example);
    }

    private static final class NewName extends ValueForm<String> {
        private final String what;

        NewName(String what, String example) {
            super("a name such as `" + example + "`");
            this.what = what;
        }

        @Override
        Optional<String> read(EffectiveValue value, FileReading reading) {
            return reading.names().declare(value, what);
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return all.define("name", ScenarioNames.schema());
        }
    }

    /** A port network number, or a range of them such as {@code 2-5}. */
    static ValueForm<PnRange> portNetworks(String allowed) {
        return new PortNetworkNumbers(allowed);
    }

    private static final class PortNetworkNumbers extends ValueForm<PnRange> {
        PortNetworkNumbers(String allowed) {
            super(allowed);
        }

        @Override
        Optional<PnRange> read(EffectiveValue value, FileReading reading) {
            return PnRange.read(value, reading);
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            Object number = integers(1, Estate.MAX_PORT_NETWORKS);
            Object range = JsonSchema.text("^" + ONE_PN + "( *- *" + ONE_PN + ")?$");
            return all.define("pn-numbers", either(PnRange.ALLOWED, number, range));
        }

        @Override
        Object written(PnRange numbers, Written in) {
            return numbers.first();
        }
    }

    /** A duration within bounds. */
    static ValueForm<Duration> duration(Duration min, Duration max) {
        return new Length(!min.isZero()) {
            private boolean isLong() {
                return max.equals(Limits.LONGEST);
            }

            private boolean isOpen() {
                return min.equals(Limits.SHORTEST);
            }

            @Override
            boolean allows(Duration duration, EffectiveValue value, FileReading reading) {
                boolean isOut = duration.compareTo(min) < 0 || duration.compareTo(max) > 0;
                if (isOut) {
                    String least = isOpen() ? "longer than 0s, at most " : DurationText.of(min) + " to ";
                    String range = least + (isLong() ? "3650d (ten years)" : DurationText.of(max));
                    reading.error(value, "is out of range").allowed(range);
                }
                return !isOut;
            }

            @Override
            String range() {
                String least = DurationText.of(min);
                if (isLong()) {
                    return isOpen() || min.isZero() ? "" : least + " or more";
                }
                return least + " to " + DurationText.of(max);
            }
        };
    }

    /** A duration of any length, even longer than {@link Limits#LONGEST}. */
    static class Length extends ValueForm.OfText<Duration> {
        private final boolean isPositive;

        Length(boolean isPositive) {
            super("a duration such as `15s`");
            this.isPositive = isPositive;
        }

        /** Whether a duration is allowed here; an error says why not. */
        boolean allows(Duration duration, EffectiveValue value, FileReading reading) {
            return true;
        }

        @Override
        final Optional<Duration> read(String text, EffectiveValue value, FileReading reading) {
            Optional<Duration> duration = DurationText.parse(text);
            if (duration.isPresent()) {
                return allows(duration.get(), value, reading) ? duration : Optional.empty();
            }
            return text.startsWith("-")
                    ? reading.error(value, "is negative")
                            .allowed("a duration of 0s or more")
                            .none()
                    : reading.error(value, isDecimal(text) ? "has no unit" : "is not a duration")
                            .allowed(UNITS)
                            .suggest(DurationText.repair(text))
                            .none();
        }

        @Override
        final Map<String, Object> schema(ScenarioSchema all) {
            Map<String, Object> schema = node("description", isPositive ? UNITS + "; longer than 0s" : UNITS);
            schema.putAll(JsonSchema.text(isPositive ? DurationText.POSITIVE_PATTERN : DurationText.PATTERN));
            return all.define(isPositive ? "positive-duration" : "duration", schema);
        }

        @Override
        final Object written(Duration duration, Written in) {
            return DurationText.of(duration);
        }
    }

    private static final class YesNo extends ValueForm.OfText<Boolean> {
        YesNo() {
            super("y or n");
        }

        @Override
        Optional<Boolean> read(String text, EffectiveValue value, FileReading reading) {
            int index = YES_NO_WORDS.indexOf(text);
            return index >= 0
                    ? Optional.of(index % 2 == 0)
                    : reading.error(value, "is neither yes nor no")
                            .allowed(Quote.list(YES_NO_WORDS))
                            .suggest(Nearest.to(text, YES_NO_WORDS))
                            .none();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            List<Object> words = new ArrayList<>(List.of(true, false));
            words.addAll(YES_NO_WORDS);
            return all.define("yes-no", node("description", allowed(), "enum", words));
        }

        @Override
        Object written(Boolean isYes, Written in) {
            return isYes ? "y" : "n";
        }
    }

    /** A share within narrower bounds. */
    static ValueForm<Double> share(double least, double most) {
        return new ShareForm(least, most);
    }

    /** Whether a text is a decimal number without exponent, of at most 40 characters. */
    static boolean isDecimal(String text) {
        return text.length() <= 40 && text.matches("-?[0-9]+(\\.[0-9]+)?");
    }

    /** A title in one line, or a description. */
    static ValueForm<String> text(int longest, boolean isTitle) {
        return new ValueForm<>(isTitle ? "a few words" : "text") {
            @Override
            Optional<String> read(EffectiveValue value, FileReading reading) {
                if (!isTitle && value.isNothing()) {
                    return Optional.of("");
                }
                Optional<String> text = reading.textOf(value, allowed());
                if (text.isPresent()) {
                    check(text.get(), longest, isTitle, value, reading);
                }
                return text;
            }

            @Override
            Map<String, Object> schema(ScenarioSchema all) {
                List<String> types = new ArrayList<>(List.of("string", "number", "boolean"));
                Map<String, Object> schema = node("type", types);
                if (isTitle) {
                    schema.put("pattern", "\\S");
                } else {
                    types.add("null");
                }
                schema.put("maxLength", longest);
                return schema;
            }
        };
    }

    private static void check(String text, int longest, boolean isTitle, EffectiveValue value, FileReading reading) {
        if (isTitle && text.isBlank()) {
            reading.errorAt(value, "is blank").allowed("a few words");
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

    private static BigDecimal plain(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    /** A number without exponent and without zeros at its end. */
    static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
