package org.ipsisim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads single values: words, numbers, durations, shares, yes and no. What is wrong with one becomes an error. */
final class Scalars {
    private static final int LONGEST_INTEGER = 19;
    private static final List<String> YES_NO = List.of("y", "n", "yes", "no", "true", "false");

    private final FileReading reading;

    Scalars(FileReading reading) {
        this.reading = reading;
    }

    /** One word of several. */
    Optional<String> word(EffectiveValue value, List<String> allowed) {
        if (!isText(value)) {
            return refuse(value, Quote.list(allowed));
        }
        String text = value.shown();
        if (!allowed.contains(text)) {
            reading.error(value, "is not a value of this key")
                    .allowed(Quote.list(allowed))
                    .suggest(Nearest.to(text, allowed));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    Optional<Boolean> yesNo(EffectiveValue value) {
        Optional<String> text = textOf(value, "y or n");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        switch (text.get()) {
            case "y", "yes", "true":
                return Optional.of(true);
            case "n", "no", "false":
                return Optional.of(false);
            default:
                reading.error(value, "is neither yes nor no")
                        .allowed(Quote.list(YES_NO))
                        .suggest(Nearest.to(text.get(), YES_NO));
                return Optional.empty();
        }
    }

    Optional<Long> integer(EffectiveValue value, long min, long max) {
        if (!isText(value)) {
            refuse(value, range(min, max));
            return Optional.empty();
        }
        String digits = value.shown();
        if (!((Node.Scalar) value.node()).plain() && isInteger(digits)) {
            reading.error(value, "is text, because it is in quotes")
                    .allowed(range(min, max))
                    .suggest(digits);
            return Optional.empty();
        }
        if (!isInteger(digits)) {
            reading.error(value, "is not a whole number").allowed(range(min, max));
            return Optional.empty();
        }
        Optional<Long> number = toLong(digits);
        if (number.isEmpty() || number.get() < min || number.get() > max) {
            reading.error(value, "is out of range").allowed(range(min, max));
            return Optional.empty();
        }
        return number;
    }

    Optional<Duration> duration(EffectiveValue value, Duration min, Duration max) {
        Optional<Duration> duration = duration(value);
        if (duration.isPresent()
                && (duration.get().compareTo(min) < 0 || duration.get().compareTo(max) > 0)) {
            reading.error(value, "is out of range").allowed(range(min, max));
            return Optional.empty();
        }
        return duration;
    }

    /** A duration of any length, also longer than {@link Limits#LONGEST}. */
    Optional<Duration> duration(EffectiveValue value) {
        Optional<String> text = textOf(value, "a duration such as `15s`");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = DurationText.parse(text.get());
        if (duration.isEmpty()) {
            String forms = "250ms, 15s, 1m30s, 2h, 1d";
            if (text.get().startsWith("-")) {
                reading.error(value, "is negative").allowed("a duration of 0s or more");
            } else if (PercentText.isDecimal(text.get())) {
                reading.error(value, "has no unit").allowed(forms).suggest(DurationText.repair(text.get()));
            } else {
                reading.error(value, "is not a duration").allowed(forms).suggest(DurationText.repair(text.get()));
            }
        }
        return duration;
    }

    /** A share of 0 to 1, as {@code 30%} or {@code 0.3}. */
    OptionalDouble share(EffectiveValue value) {
        String range = "0% to 100%, or 0 to 1";
        Optional<String> text = textOf(value, range);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble share = PercentText.parse(text.get());
        if (share.isEmpty()) {
            reading.error(value, "is not a percentage").allowed(range);
            return OptionalDouble.empty();
        }
        if (share.getAsDouble() < 0 || share.getAsDouble() > 1) {
            boolean percentMeant = !text.get().endsWith("%") && share.getAsDouble() > 1 && share.getAsDouble() <= 100;
            reading.error(value, "is out of range").allowed(range).suggest(percentMeant ? text.get() + "%" : "");
            return OptionalDouble.empty();
        }
        if (share.getAsDouble() == 1 && !text.get().endsWith("%")) {
            reading.problems()
                    .warning(value.span(), value.path(), "`" + text.get() + "` means 100%")
                    .found(text.get())
                    .suggest("1%")
                    .note("write `100%` if that is meant");
        }
        return share;
    }

    Optional<Double> decimal(EffectiveValue value, double min, int max) {
        if (!isText(value)) {
            refuse(value, range(min, max));
            return Optional.empty();
        }
        if (!((Node.Scalar) value.node()).plain() || !PercentText.isDecimal(value.shown())) {
            reading.error(value, "is not a number").allowed(range(min, max));
            return Optional.empty();
        }
        double number = Double.parseDouble(value.shown());
        if (number < min || number > max) {
            reading.error(value, "is out of range").allowed(range(min, max));
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** The characters of a single value; an error if it is none, or nothing stands there. */
    Optional<String> textOf(EffectiveValue value, String allowed) {
        return isText(value) ? Optional.of(value.shown()) : refuse(value, allowed);
    }

    /** Whether a value is a single one, and not nothing. */
    static boolean isText(EffectiveValue value) {
        return value.node() instanceof Node.Scalar scalar && !scalar.isEmpty();
    }

    /** Adds the error of a value that is no text. */
    Optional<String> refuse(EffectiveValue value, String allowed) {
        if (value.node() instanceof Node.Scalar) {
            reading.problems()
                    .error(value.span(), value.path(), "has no value")
                    .found("nothing")
                    .allowed(allowed);
        } else {
            reading.error(value, "stands where a single value belongs").allowed(allowed);
        }
        return Optional.empty();
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
        if (digits.length() > LONGEST_INTEGER + 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String range(long min, long max) {
        if (min == Long.MIN_VALUE) {
            return "a whole number of at most 64 bits";
        }
        return min + " to " + max;
    }

    static String range(double min, int max) {
        return (min == Math.rint(min) ? Long.toString((long) min) : Double.toString(min)) + " to " + max;
    }

    private static String range(Duration min, Duration max) {
        String least = min.equals(Limits.SHORTEST) ? "longer than 0s" : DurationText.of(min);
        String most = max.equals(Limits.LONGEST) ? "3650d (ten years)" : DurationText.of(max);
        return min.equals(Limits.SHORTEST) ? least + ", at most " + most : least + " to " + most;
    }
}
