package org.ipsisim.study;

import org.ipsisim.document.CsvRow;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.Words;
import tools.jackson.core.JsonGenerator;

/** How results write the values of measures. */
public final class Values {
    /** What the measure is. */
    public static final String CANNOT_DIAL =
            "Cannot dial: time in which no call can be started, degraded or without service.";

    /** What the measure is. */
    public static final String NEEDLESS =
            "Needless failover: the server it left could reach the port network again before that was back in service.";

    private static final int MINUTE_DECIMALS = 3;

    private Values() {}

    /** As tables show it: {@code 6m15s} for a time, {@code 40} for a count. */
    public static String shown(Measure measure, long value) {
        return switch (measure.unit()) {
            case COUNT -> String.valueOf(value);
            case SECONDS -> Words.duration(value);
            case MINUTES -> RoundedNumbers.time(value);
        };
    }

    /** A difference as tables show it: {@code +6m}, {@code -40}, {@code 0}. */
    public static String signed(Measure measure, long difference) {
        if (difference == 0) {
            return "0";
        }
        String sign = difference > 0 ? "+" : "-";
        return sign + shown(measure, Math.abs(difference));
    }

    /** All measures as one JSON object on one line, under a name. */
    public static void writeProperty(String name, Cost cost, JsonGenerator json, JsonLayout layout) {
        json.writeName(name);
        layout.row();
        json.writeStartObject();
        for (Measure measure : Measure.values()) {
            writeProperty(measure, cost, json);
        }
        json.writeEndObject();
    }

    private static void writeProperty(Measure measure, Cost cost, JsonGenerator json) {
        long value = measure.of(cost);
        switch (measure.unit()) {
            case COUNT -> json.writeNumberProperty(measure.jsonName(), value);
            case SECONDS -> json.writeNumberProperty(measure.jsonName(), Words.decimalSeconds(value));
            case MINUTES -> json.writeNumberProperty(measure.jsonName(), Words.decimalMinutes(value, MINUTE_DECIMALS));
            default -> throw new IllegalStateException(measure.jsonName());
        }
    }

    /** Adds a value to a row. */
    public static CsvRow add(CsvRow row, Measure measure, long value) {
        return switch (measure.unit()) {
            case COUNT -> row.number(value);
            case SECONDS -> row.seconds(value);
            case MINUTES -> row.minutes(value);
        };
    }
}
