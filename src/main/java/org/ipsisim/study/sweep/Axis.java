package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.study.WrongPlan;

/**
 * A key of a scenario, and the values that it takes in turn.
 *
 * @param key its path, such as {@code timers.no-service-timeout}
 * @param values as a scenario file writes them; at least one, none twice
 * @param weights how often each value counts, 1 or more
 */
public record Axis(String key, List<String> values, List<Integer> weights) {
    /** Most values of one key. */
    public static final int MOST_VALUES = 100_000;

    private static final String TIMERS = "timers.";

    private static final Pattern WEIGHT = Pattern.compile("(.+)\\*([1-9][0-9]{0,5})");

    /** Keeps copies of the lists. */
    public Axis {
        values = List.copyOf(values);
        weights = List.copyOf(weights);
    }

    /** Values that count once each. */
    public Axis(String key, List<String> values) {
        this(key, values, Collections.nCopies(values.size(), 1));
    }

    /**
     * Reads an axis whose values may have weights: {@code KEY=30s*5,90s*2,8m}.
     *
     * @throws WrongPlan if it is none, or a value is given twice
     */
    public static Axis weighted(String text) throws WrongPlan {
        Axis axis = parse(text);
        List<String> values = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (String value : axis.values) {
            Matcher matcher = WEIGHT.matcher(value);
            boolean weighted = matcher.matches();
            values.add(weighted ? matcher.group(1).strip() : value);
            weights.add(weighted ? Integer.parseInt(matcher.group(2)) : 1);
            if (values.indexOf(values.get(values.size() - 1)) < values.size() - 1) {
                throw new WrongPlan(text + ": '" + values.get(values.size() - 1) + "' is given twice");
            }
        }
        return new Axis(axis.key, values, weights);
    }

    /** Whether some value counts more than once. */
    boolean isWeighted() {
        return weights.stream().anyMatch(weight -> weight > 1);
    }

    /** Whether it is a reading of the manuals, which nobody can choose. */
    boolean isReading() {
        return key.equals(TIMERS + "reading") || key.equals(TIMERS + "calls-drop");
    }

    /**
     * Reads an axis as the command line has it: {@code KEY=60s,90s,120s} or {@code KEY=2m..15m:1m}.
     *
     * @throws WrongPlan if it is none
     */
    public static Axis parse(String text) throws WrongPlan {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new WrongPlan("'" + text + "' is not KEY=VALUES, such as timers.no-service-timeout=2m..15m:1m");
        }
        String key = text.substring(0, equals).strip();
        return new Axis(key, new AxisValues(key, text.substring(equals + 1)).read());
    }

    /** The assignment that gives the key one of its values. */
    public String assignment(int value) {
        return key + "=" + values.get(value);
    }

    /** The key without the part that most keys have in common. */
    public String name() {
        return key.startsWith(TIMERS) ? key.substring(TIMERS.length()) : key;
    }
}
