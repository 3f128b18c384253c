package org.ipsisim.scenario;

import static org.ipsisim.scenario.ScenarioSchema.either;
import static org.ipsisim.scenario.ScenarioSchema.node;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Keyed;

/** The forms of single values: durations, numbers, shares, yes and no, words, names, texts. */
final class Forms {
    private static final String UNITS = "250ms, 15s, 1m30s, 2h, 1d";
    private static final String SHARES = "0% to 100%, or 0 to 1";
    private static final String PERCENT = "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$";
    private static final String ONE_PN = "0*([1-9]|[1-5][0-9]|6[0-4])";
    private static final int LONGEST_INTEGER = 19;
    private static final List<String> YES_NO_WORDS = List.of("y", "n", "yes", "no", "true", "false");

    /** A share of 0 to 1, as {@code 30%} or {@code 0.3}. */
    static final ValueForm<Double> SHARE = ValueForm.ofText(SHARES, shareSchema(), Forms::share)
            .defined("share")
            .written((share, in) -> percent(share));

    /** A share within narrower bounds. */
    static ValueForm<Double> share(double least, double most) {
        String range = percent(least) + " to " + percent(most);
        return SHARE.checked((share, value, reading) -> {
                    boolean isAllowed = share >= least && share <= most;
                    if (!isAllowed) {
                        reading.error(value, "is out of range").allowed(range);
                    }
                    return isAllowed;
                })
                .within(range);
    }

    private static String percent(double share) {
        return plain(BigDecimal.valueOf(share).movePointRight(2)).toPlainString() + "%";
    }

    /** {@code y} or {@code n}. */
    static final ValueForm<Boolean> YES_NO = ValueForm.ofText("y or n", yesNoSchema(), Forms::yesNo)
            .defined("yes-no")
            .written((isYes, in) -> isYes ? "y" : "n");

    /** A duration from 0s to the longest that a file may hold. */
    static final ValueForm<Duration> TIME = duration(Duration.ZERO, Limits.LONGEST);

    /** A duration above 0s. */
    static final ValueForm<Duration> LENGTH = duration(Limits.SHORTEST, Limits.LONGEST);

    /** The name of a site that the file has. */
    static final ValueForm<String> SITE = new ValueForm<>(
            "a site",
            node("type", "string"),
            (value, reading) -> reading.sites().find(value));

    /** Any whole number of 64 bits. */
    static final ValueForm<Long> SEED = whole(Long.MIN_VALUE, Long.MAX_VALUE);

    private Forms() {}

    static ValueForm<Integer> integer(int min, int max) {
        return whole(min, max).as(Long::intValue, Integer::longValue);
    }

    /** A whole number within bounds. */
    static ValueForm<Long> whole(long min, long max) {
        String range = min == Long.MIN_VALUE ? "a whole number of at most 64 bits" : min + " to " + max;
        return ValueForm.ofText(range, integers(min, max), (digits, value, reading) -> {
            boolean isWhole = digits.matches("[-+]?[0-9]+");
            if (isWhole && !isPlain(value)) {
                return reading.error(value, "is text, because it is in quotes")
                        .allowed(range)
                        .suggest(digits)
                        .none();
            }
            Optional<Long> number = isWhole ? toLong(digits) : Optional.empty();
            return number.isPresent() && number.get() >= min && number.get() <= max
                    ? number
                    : reading.error(value, isWhole ? "is out of range" : "is not a whole number")
                            .allowed(range)
                            .none();
        });
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
        String range = plain(min).toPlainString() + " to " + plain(max).toPlainString();
        Map<String, Object> schema = node("type", "number", "minimum", plain(min), "maximum", plain(max));
        return ValueForm.<Double>ofText(range, schema, (text, value, reading) -> {
                    boolean isNumber = isPlain(value) && isDecimal(text);
                    double number = isNumber ? Double.parseDouble(text) : 0;
                    return isNumber && number >= min && number <= max
                            ? Optional.of(number)
                            : reading.error(value, isNumber ? "is out of range" : "is not a number")
                                    .allowed(range)
                                    .none();
                })
                .written((number, in) -> plain(number));
    }

    /** One of the words of an enum. */
    static <E extends Enum<E> & Keyed> ValueForm<E> word(Class<E> type) {
        return word(List.of(type.getEnumConstants()), Keyed.keys(type));
    }

    /** One of several words. */
    static ValueForm<String> word(List<String> words) {
        return word(words, words);
    }

    private static <V> ValueForm<V> word(List<V> values, List<String> words) {
        String allowed = Quote.list(words);
        return ValueForm.<V>ofText(allowed, node("enum", words), (text, value, reading) -> {
                    int index = words.indexOf(text);
                    return index >= 0
                            ? Optional.of(values.get(index))
                            : reading.error(value, "is not a value of this key")
                                    .allowed(allowed)
                                    .suggest(Nearest.to(text, words))
                                    .none();
                })
                .written((value, in) -> words.get(values.indexOf(value)))
                .completed(declared -> words);
    }

    /**
     * A name that the file gives to something.
     *
     * @param what it is the name of, with an article
     */
    static ValueForm<String> newName(String what, String example) {
        return new ValueForm<>(
                        "a name such as `" + example + "`",
                        ScenarioNames.schema(),
                        (value, reading) -> reading.names().declare(value, what))
                .defined("name");
    }

    /** A port network number, or a range of them such as {@code 2-5}. */
    static ValueForm<PnRange> portNetworks(String allowed) {
        Object number = integers(1, Estate.MAX_PORT_NETWORKS);
        Object range = ScenarioSchema.text("^" + ONE_PN + "( *- *" + ONE_PN + ")?$");
        Map<String, Object> schema = either(PnRange.ALLOWED, number, range);
        return new ValueForm<>(allowed, schema, PnRange::read)
                .defined("pn-numbers")
                .written((numbers, in) -> numbers.first());
    }

    /** A duration within bounds. */
    static ValueForm<Duration> duration(Duration min, Duration max) {
        boolean isOpen = min.equals(Limits.SHORTEST);
        boolean isLong = max.equals(Limits.LONGEST);
        String least = DurationText.of(min);
        String range = (isOpen ? "longer than 0s, at most " : least + " to ")
                + (isLong ? "3650d (ten years)" : DurationText.of(max));
        return length(!min.isZero())
                .checked((duration, value, reading) -> {
                    boolean isOut = duration.compareTo(min) < 0 || duration.compareTo(max) > 0;
                    if (isOut) {
                        reading.error(value, "is out of range").allowed(range);
                    }
                    return !isOut;
                })
                .within(
                        isLong
                                ? (isOpen || min.isZero() ? "" : least + " or more")
                                : least + " to " + DurationText.of(max));
    }

    /** A duration of any length, even longer than {@link Limits#LONGEST}. */
    static ValueForm<Duration> length(boolean isPositive) {
        Map<String, Object> schema = node("description", isPositive ? UNITS + "; longer than 0s" : UNITS);
        schema.putAll(ScenarioSchema.text(isPositive ? DurationText.POSITIVE_PATTERN : DurationText.PATTERN));
        return ValueForm.<Duration>ofText("a duration such as `15s`", schema, (text, value, reading) -> {
                    Optional<Duration> duration = DurationText.parse(text);
                    if (duration.isPresent()) {
                        return duration;
                    }
                    return text.startsWith("-")
                            ? reading.error(value, "is negative")
                                    .allowed("a duration of 0s or more")
                                    .none()
                            : reading.error(value, isDecimal(text) ? "has no unit" : "is not a duration")
                                    .allowed(UNITS)
                                    .suggest(DurationText.repair(text))
                                    .none();
                })
                .defined(isPositive ? "positive-duration" : "duration")
                .written((duration, in) -> DurationText.of(duration));
    }

    private static Optional<Boolean> yesNo(String text, EffectiveValue value, FileReading reading) {
        int index = YES_NO_WORDS.indexOf(text);
        return index >= 0
                ? Optional.of(index % 2 == 0)
                : reading.error(value, "is neither yes nor no")
                        .allowed(Quote.list(YES_NO_WORDS))
                        .suggest(Nearest.to(text, YES_NO_WORDS))
                        .none();
    }

    private static Map<String, Object> yesNoSchema() {
        List<Object> words = new ArrayList<>(List.of(true, false));
        words.addAll(YES_NO_WORDS);
        return node("description", "y or n", "enum", words);
    }

    private static Map<String, Object> shareSchema() {
        Map<String, Object> number = node("type", "number", "minimum", 0, "maximum", 1);
        return either(SHARES, number, ScenarioSchema.text(PERCENT));
    }

    private static Optional<Double> share(String text, EffectiveValue value, FileReading reading) {
        OptionalDouble parsed = parsePercent(text);
        if (parsed.isEmpty()) {
            return reading.error(value, "is not a percentage").allowed(SHARES).none();
        }
        double share = parsed.getAsDouble();
        boolean isPercent = text.endsWith("%");
        if (share < 0 || share > 1) {
            boolean isPercentMeant = !isPercent && share > 1 && share <= 100;
            return reading.error(value, "is out of range")
                    .allowed(SHARES)
                    .suggest(isPercentMeant ? text + "%" : "")
                    .none();
        }
        if (share == 1 && !isPercent) {
            reading.warnAt(value, "`" + text + "` means 100%")
                    .found(text)
                    .suggest("1%")
                    .note("write `100%` if that is what you mean");
        }
        return Optional.of(share);
    }

    /** A share such as {@code 30%} or {@code 0.3}; it may lie outside 0 to 1, if it is a number at all. */
    static OptionalDouble parsePercent(String text) {
        boolean isPercent = text.endsWith("%");
        String number = isPercent ? text.substring(0, text.length() - 1) : text;
        if (!isDecimal(number)) {
            return OptionalDouble.empty();
        }
        BigDecimal value = new BigDecimal(number);
        return OptionalDouble.of((isPercent ? value.movePointLeft(2) : value).doubleValue());
    }

    /** Whether a text is a decimal number without exponent, of at most 40 characters. */
    static boolean isDecimal(String text) {
        return text.length() <= 40 && text.matches("-?[0-9]+(\\.[0-9]+)?");
    }

    /** A title in one line, or a description. */
    static ValueForm<String> text(int longest, boolean isTitle) {
        String allowed = isTitle ? "a few words" : "text";
        List<String> types = new ArrayList<>(List.of("string", "number", "boolean"));
        Map<String, Object> schema = node("type", types);
        if (isTitle) {
            schema.put("pattern", "\\S");
        } else {
            types.add("null");
        }
        schema.put("maxLength", longest);
        return new ValueForm<>(allowed, schema, (value, reading) -> {
            if (!isTitle && value.isNothing()) {
                return Optional.of("");
            }
            Optional<String> text = reading.textOf(value, allowed);
            text.ifPresent(characters -> check(characters, longest, isTitle, value, reading));
            return text;
        });
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
        text.chars()
                .filter(c -> Visible.isUnsafe((char) c) && (isTitle || c != '\n'))
                .findFirst()
                .ifPresent(c -> reading.errorAt(
                                value, "contains a control character: " + Visible.of(String.valueOf((char) c)))
                        .allowed("printable characters " + (isTitle ? "in one line" : "and line ends")));
    }

    private static BigDecimal plain(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
