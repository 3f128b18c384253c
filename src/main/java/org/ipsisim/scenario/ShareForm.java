package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.either;
import static org.ipsisim.scenario.JsonSchema.node;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A share within bounds, as {@code 30%} or {@code 0.3}. */
final class ShareForm extends ValueForm.OfText<Double> {
    private static final String SHARES = "0% to 100%, or 0 to 1";
    private static final String PERCENT = "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$";

    private final double least;
    private final double most;

    ShareForm(double least, double most) {
        super("");
        this.least = least;
        this.most = most;
    }

    @Override
    Optional<Double> read(String text, EffectiveValue value, FileReading reading) {
        OptionalDouble parsed = parsePercent(text);
        if (parsed.isEmpty()) {
            return reading.error(value, "is not a percentage")
                    .allowed(allowed())
                    .none();
        }
        double share = parsed.getAsDouble();
        boolean isPercent = text.endsWith("%");
        if (share < least || share > most) {
            boolean isPercentMeant = !isPercent && share > 1 && share <= 100;
            return reading.error(value, "is out of range")
                    .allowed(allowed())
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

    @Override
    String allowed() {
        return range().isEmpty() ? SHARES : range();
    }

    @Override
    String range() {
        return least == 0 && most == 1 ? "" : percent(least) + " to " + percent(most);
    }

    @Override
    Map<String, Object> schema(ScenarioSchema all) {
        Map<String, Object> number = node("type", "number", "minimum", 0, "maximum", 1);
        return all.define("share", either(SHARES, number, JsonSchema.text(PERCENT)));
    }

    @Override
    Object written(Double share, Written in) {
        return percent(share);
    }

    private static String percent(double share) {
        return Forms.plain(BigDecimal.valueOf(share).movePointRight(2)).toPlainString() + "%";
    }

    /** A share such as {@code 30%} or {@code 0.3}; it may lie outside 0 to 1, if it is a number at all. */
    static OptionalDouble parsePercent(String text) {
        boolean isPercent = text.endsWith("%");
        String number = isPercent ? text.substring(0, text.length() - 1) : text;
        if (!Forms.isDecimal(number)) {
            return OptionalDouble.empty();
        }
        BigDecimal value = new BigDecimal(number);
        return OptionalDouble.of((isPercent ? value.movePointLeft(2) : value).doubleValue());
    }
}
