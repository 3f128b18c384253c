package org.ipsisim.study.montecarlo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.ipsisim.history.Words;

/** How tables and sentences write estimates: with no more digits than mean something, {@code -} for an infinite bound. */
final class Estimates {
    private static final double SECOND = 1000;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 86_400_000;

    private Estimates() {}

    /** The bounds of a mean: {@code 12.5-14.0}. */
    static String bounds(Interval mean, boolean isTime) {
        return mean.isBounded() ? shown(mean.low(), isTime) + "-" + shown(mean.high(), isTime) : "-";
    }

    /** A value of a run that is a time in milliseconds or a count. */
    static String shown(double value, boolean isTime) {
        return Double.isInfinite(value) ? "-" : isTime ? time(value) : number(value);
    }

    /** A difference with its sign. */
    static String signed(double value, boolean isTime) {
        return isTime ? signedTime(value) : Double.isInfinite(value) ? "-" : (value > 0 ? "+" : "") + number(value);
    }

    static String signedTime(double millis) {
        return Double.isInfinite(millis) ? "-" : (millis > 0 ? "+" : millis < 0 ? "-" : "") + time(Math.abs(millis));
    }

    static String timeRange(Interval interval) {
        return signedTime(interval.low()) + " to " + signedTime(interval.high());
    }

    /** A time in milliseconds with no more digits than mean something. */
    static String time(double millis) {
        if (Double.isInfinite(millis)) {
            return "-";
        }
        long unit = millis >= DAY ? HOUR : millis >= HOUR ? MINUTE : (long) SECOND;
        return millis >= 100 * SECOND
                ? Words.duration(Math.round(millis / unit) * unit)
                : rounded(millis / SECOND).toPlainString() + "s";
    }

    /** A number with three digits or more. */
    static String number(double value) {
        return Math.abs(value) >= 100
                ? Words.grouped(Math.round(value))
                : rounded(value).toPlainString();
    }

    /** Three digits that mean something, at most three of them behind the point. */
    private static BigDecimal rounded(double value) {
        double size = Math.abs(value);
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
    }

    /** A share as a percentage of three digits. */
    static String percent(double share) {
        return rounded(share * 100).toPlainString() + "%";
    }

    /** {@code 11.7% to 13.0%}. */
    static String range(Interval share) {
        return percent(share.low()) + " to " + percent(share.high());
    }

    /** {@code 99.964% (3.4 nines)}. */
    static String availability(Forecast forecast) {
        return availabilityPercent(forecast.availability().estimate()) + " (" + nines(forecast) + ")";
    }

    /** A share near 1, with as many digits as tell it from 1. */
    static String availabilityPercent(double share) {
        double rest = 1 - share;
        int scale = rest <= 0 ? 0 : Math.max(1, (int) Math.ceil(-StrictMath.log10(rest)));
        return BigDecimal.valueOf(share * 100)
                        .setScale(Math.min(scale, 9), RoundingMode.HALF_EVEN)
                        .toPlainString()
                + "%";
    }

    /** How many nines, in words. */
    static String nines(Forecast forecast) {
        double nines = forecast.nines();
        return Double.isInfinite(nines) ? "no outage" : rounded(nines).setScale(1, RoundingMode.DOWN) + " nines";
    }

    /** The factor by which pairing cuts the variance; empty if it is not a number. */
    static String gain(MonteCarlo.Difference difference) {
        double gain = difference.gain();
        return Double.isNaN(gain) || Double.isInfinite(gain) ? "" : number(gain);
    }
}
