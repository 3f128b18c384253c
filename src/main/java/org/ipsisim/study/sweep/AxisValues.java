package org.ipsisim.study.sweep;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.study.WrongPlan;

/** The values of an axis, from a list such as {@code 60s,90s} or a range such as {@code 2m..15m:1m}. */
final class AxisValues {
    private static final String TO = "..";

    private final String key;
    private final String text;

    AxisValues(String key, String text) {
        this.key = key;
        this.text = text.strip();
    }

    List<String> read() throws WrongPlan {
        int to = text.indexOf(TO);
        if (to < 0) {
            return list();
        }
        int colon = text.indexOf(':', to);
        String from = text.substring(0, to).strip();
        String last = text.substring(to + TO.length(), colon < 0 ? text.length() : colon)
                .strip();
        String step = colon < 0 ? "" : text.substring(colon + 1).strip();
        boolean time = millis(from).isPresent() && millis(last).isPresent();
        boolean percent = from.endsWith("%") && last.endsWith("%");
        Optional<BigDecimal> low = time ? millis(from) : number(from, percent);
        Optional<BigDecimal> high = time ? millis(last) : number(last, percent);
        if (low.isEmpty() || high.isEmpty()) {
            throw wrong("'" + from + "' and '" + last + "' are not two durations, two numbers or two percentages");
        }
        boolean whole = !time && !percent && isWhole(low.get()) && isWhole(high.get());
        if (step.isEmpty() && !whole) {
            throw wrong("a step is missing, as in " + from + TO + last + ":" + (time ? "10s" : percent ? "1%" : "0.1"));
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal value : steps(low.get(), high.get(), step.isEmpty() ? BigDecimal.ONE : step(step, time))) {
            values.add(
                    time
                            ? DurationText.of(Duration.ofMillis(value.longValueExact()))
                            : value.stripTrailingZeros().toPlainString() + (percent ? "%" : ""));
        }
        return values;
    }

    private BigDecimal step(String step, boolean time) throws WrongPlan {
        Optional<BigDecimal> each = time ? millis(step) : number(step, step.endsWith("%"));
        if (each.isPresent()) {
            return each.get();
        }
        String repaired = time ? DurationText.repair(step) : "";
        throw wrong("the step '" + step + "' is not " + (time ? "a duration" : "a number")
                + (repaired.isEmpty() ? "" : "; did you mean " + repaired + "?"));
    }

    private static Optional<BigDecimal> millis(String word) {
        return DurationText.parse(word).map(Duration::toMillis).map(BigDecimal::valueOf);
    }

    private List<BigDecimal> steps(BigDecimal low, BigDecimal high, BigDecimal step) throws WrongPlan {
        if (step.signum() <= 0) {
            throw wrong("the step must be more than 0");
        }
        if (low.compareTo(high) > 0) {
            throw wrong("the range is empty: its start is above its end");
        }
        BigDecimal count = high.subtract(low).divideToIntegralValue(step).add(BigDecimal.ONE);
        if (count.compareTo(BigDecimal.valueOf(Axis.MOST_VALUES)) > 0) {
            throw wrong(
                    String.format(Locale.ROOT, "%,d values are more than %,d", count.toBigInteger(), Axis.MOST_VALUES)
                            .replace(',', ' '));
        }
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value = low; value.compareTo(high) <= 0; value = value.add(step)) {
            values.add(value);
        }
        return values;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static Optional<BigDecimal> number(String word, boolean percent) {
        String digits = percent ? word.substring(0, word.length() - 1) : word;
        return digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    /** The values between commas; commas within brackets and braces belong to a value. */
    private List<String> list() throws WrongPlan {
        List<String> values = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += "[{".indexOf(c) >= 0 ? 1 : "]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && (depth <= 0 || i == text.length())) {
                values.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (value.isEmpty()) {
                throw wrong(values.size() == 1 ? "there is no value" : "a value is missing between two commas");
            }
            if (!seen.add(value)) {
                throw wrong("'" + value + "' is given twice");
            }
        }
        if (values.size() > Axis.MOST_VALUES) {
            throw wrong(values.size() + " values are more than " + Axis.MOST_VALUES);
        }
        return values;
    }

    private WrongPlan wrong(String message) {
        return new WrongPlan(key + "=" + text + ": " + message);
    }
}
