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
        if (DurationText.parse(from).isPresent() && DurationText.parse(last).isPresent()) {
            return durations(from, last, step);
        }
        boolean percent = from.endsWith("%") && last.endsWith("%");
        Optional<BigDecimal> low = number(from, percent);
        Optional<BigDecimal> high = number(last, percent);
        if (low.isEmpty() || high.isEmpty()) {
            throw wrong("'" + from + "' and '" + last + "' are not two durations, two numbers or two percentages");
        }
        return numbers(low.get(), high.get(), step, percent);
    }

    private List<String> durations(String from, String last, String step) throws WrongPlan {
        if (step.isEmpty()) {
            throw wrong("a step is missing, as in " + from + TO + last + ":10s");
        }
        Optional<Duration> each = DurationText.parse(step);
        if (each.isEmpty()) {
            String repaired = DurationText.repair(step);
            throw wrong("the step '" + step + "' is not a duration"
                    + (repaired.isEmpty() ? "" : "; did you mean " + repaired + "?"));
        }
        long low = DurationText.parse(from).orElseThrow().toMillis();
        long high = DurationText.parse(last).orElseThrow().toMillis();
        List<String> values = new ArrayList<>();
        for (BigDecimal value : steps(
                BigDecimal.valueOf(low),
                BigDecimal.valueOf(high),
                BigDecimal.valueOf(each.get().toMillis()))) {
            values.add(DurationText.of(Duration.ofMillis(value.longValueExact())));
        }
        return values;
    }

    private List<String> numbers(BigDecimal low, BigDecimal high, String step, boolean percent) throws WrongPlan {
        boolean whole = isWhole(low) && isWhole(high) && !percent;
        if (step.isEmpty() && !whole) {
            throw wrong("a step is missing, as in " + text + ":" + (percent ? "1%" : "0.1"));
        }
        Optional<BigDecimal> each = step.isEmpty() ? Optional.of(BigDecimal.ONE) : number(step, step.endsWith("%"));
        if (each.isEmpty()) {
            throw wrong("the step '" + step + "' is not a number");
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal value : steps(low, high, each.get())) {
            values.add(value.stripTrailingZeros().toPlainString() + (percent ? "%" : ""));
        }
        return values;
    }

    private List<BigDecimal> steps(BigDecimal low, BigDecimal high, BigDecimal step) throws WrongPlan {
        if (step.signum() <= 0) {
            throw wrong("the step must be more than 0");
        }
        if (low.compareTo(high) > 0) {
            throw wrong("the range is empty: it begins above its end");
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
                throw wrong("'" + value + "' stands twice");
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
