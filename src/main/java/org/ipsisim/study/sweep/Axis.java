package org.ipsisim.study.sweep;

import java.util.List;
import org.ipsisim.study.WrongPlan;

/**
 * A key of a scenario, and the values that it takes in turn.
 *
 * @param key its path, such as {@code timers.no-service-timeout}
 * @param values as a scenario file writes them; at least one, none twice
 */
public record Axis(String key, List<String> values) {
    /** Most values of one key. */
    public static final int MOST_VALUES = 100_000;

    private static final String TIMERS = "timers.";

    /** Keeps a copy of the values. */
    public Axis {
        values = List.copyOf(values);
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
