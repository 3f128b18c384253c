package org.ipsisim.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.scenario.Nearest;

/**
 * What settings are judged by: measures, each times its weight, added up. Less is better.
 *
 * @param terms one or more, no measure twice
 * @param currency of the weights, such as {@code EUR}, if they are prices; empty otherwise
 */
public record Objective(List<Term> terms, String currency) {
    /**
     * What is minimized unless the user says otherwise. A minute without dial tone costs a tenth of a call for each call that
     * is usually up, also where no random calls show what people would have dialled; ten minutes of a port network on a
     * survivable core cost as much as one failed call.
     */
    public static final Objective USUAL = new Objective(
            List.of(
                    new Term(BigDecimal.ONE, Measure.FAILED_CALLS),
                    new Term(new BigDecimal("0.1"), Measure.DEAD_TIME),
                    new Term(new BigDecimal("0.1"), Measure.TIME_ON_CORE)),
            "");

    /** The same with phones: one that cannot call for 100 minutes costs as much as one failed call. */
    private static final Objective USUAL_WITH_PHONES = new Objective(
            Stream.concat(USUAL.terms.stream(), Stream.of(new Term(new BigDecimal("0.01"), Measure.PHONE_TIME_LOST)))
                    .toList(),
            "");

    private static final Pattern TERM =
            Pattern.compile("(?:([0-9]{1,9}(?:\\.[0-9]{1,9})?) *([A-Z]{3}|[€$£])? *[*×]? *)?([a-z]+(?:-[a-z]+)*)");

    /**
     * A part of the sum.
     *
     * @param weight of a unit, more than 0
     * @param measure in units or minutes
     */
    public record Term(BigDecimal weight, Measure measure) {
        private String words(String currency) {
            boolean plain = weight.compareTo(BigDecimal.ONE) == 0 && currency.isEmpty();
            return (plain ? "" : weight.toPlainString() + (currency.isEmpty() ? "" : " " + currency) + " * ")
                    + measure.term();
        }
    }

    /** Keeps a copy of the terms. */
    public Objective {
        terms = List.copyOf(terms);
    }

    /** What is minimized in an estate unless the user says otherwise. */
    public static Objective usual(Estate estate) {
        return estate.sip().isEmpty() ? USUAL : USUAL_WITH_PHONES;
    }

    /**
     * Reads an objective such as {@code failed-calls + 0.1 * dead-minutes}; weights that are prices have a currency, as in
     * {@code 2 EUR * failed-calls}.
     *
     * @throws WrongPlan if it is not one; the message says what is allowed
     */
    public static Objective parse(String text) throws WrongPlan {
        Map<String, Measure> measures = new LinkedHashMap<>();
        Arrays.stream(Measure.values()).forEach(measure -> measures.put(measure.term(), measure));
        List<Term> terms = new ArrayList<>();
        Set<String> currencies = new LinkedHashSet<>();
        for (String part : text.split("\\+", -1)) {
            Matcher matcher = TERM.matcher(part.strip());
            if (!matcher.matches()) {
                throw new WrongPlan("'" + part.strip()
                        + "' is not WEIGHT * MEASURE, such as 0.1 * dead-minutes; terms are" + " joined by +");
            }
            String name = matcher.group(3);
            Measure measure = measures.get(name);
            if (measure == null) {
                String nearest = Nearest.to(name, measures.keySet());
                throw new WrongPlan("'" + name + "' is not one of " + String.join(", ", measures.keySet())
                        + (nearest.isEmpty() ? "" : "; did you mean `" + nearest + "`?"));
            }
            BigDecimal weight = matcher.group(1) == null ? BigDecimal.ONE : new BigDecimal(matcher.group(1));
            if (weight.signum() == 0 || terms.stream().anyMatch(term -> term.measure == measure)) {
                throw new WrongPlan(
                        weight.signum() == 0 ? "the weight of " + name + " is 0" : name + " is given twice");
            }
            terms.add(new Term(weight, measure));
            currencies.add(matcher.group(2) == null ? "" : matcher.group(2));
        }
        if (currencies.size() > 1) {
            throw new WrongPlan("either all weights are prices in one currency, or none is");
        }
        return new Objective(terms, currencies.iterator().next());
    }

    /** Its value. */
    public double of(Cost cost) {
        return of(cost::of);
    }

    /** Its value for values of its measures. */
    public double of(ToLongFunction<Measure> values) {
        return terms.stream()
                .mapToDouble(term -> term.weight.doubleValue() * term.measure.inTerms(values.applyAsLong(term.measure)))
                .sum();
    }

    /** The measures that have to be counted for it, and some more. */
    public Measures measures(Measure... more) {
        return new Measures(Stream.concat(terms.stream().map(Term::measure), Stream.of(more))
                .flatMap(measure -> measure.parts().isEmpty() ? Stream.of(measure) : measure.parts().stream())
                .distinct()
                .toArray(Measure[]::new));
    }

    /** A value as tables show it: {@code 120.5}, {@code 99 EUR}. */
    public String shown(double value) {
        String number = BigDecimal.valueOf(value)
                .setScale(Math.abs(value) >= 1000 ? 0 : 1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return number + (currency.isEmpty() ? "" : " " + currency);
    }

    /** A difference with its sign. */
    public String signed(double difference) {
        return (difference > 0 ? "+" : "") + shown(difference);
    }

    /** Which of two values is better, in words: {@code better: 80 instead of 120.5}. */
    public String verdict(double now, double then) {
        return shown(then).equals(shown(now))
                ? "no different: " + shown(now)
                : (then < now ? "better: " : "worse: ") + shown(then) + " instead of " + shown(now);
    }

    /** A value as data has it. */
    public BigDecimal plain(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return terms.stream().map(term -> term.words(currency)).collect(Collectors.joining(" + "));
    }
}
