package org.ipsisim.report.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.ipsisim.report.timeline.TimeTicks;

/** Writes the milliseconds of a time axis as its marks want them. */
public final class TimeFormat extends NumberFormat {
    private final transient TimeTicks ticks;

    public TimeFormat(TimeTicks ticks) {
        this.ticks = ticks;
    }

    @Override
    public StringBuffer format(double millis, StringBuffer to, FieldPosition position) {
        return format(Math.round(millis), to, position);
    }

    @Override
    public StringBuffer format(long millis, StringBuffer to, FieldPosition position) {
        return to.append(ticks.label(millis));
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("a time axis only writes");
    }
}
