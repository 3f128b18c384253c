package org.ipsisim.study.montecarlo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.Words;
import org.ipsisim.study.Variant;

/** The sentences about many runs under outages by chance that text, page and JSON share, and how numbers are written. */
public final class MonteCarloWords {
    /** The quantiles that tables show, as percentages of the runs. */
    public static final List<Integer> PERCENTILES = List.of(50, 90, 95, 99);

    /** What the intervals are. */
    public static final String INTERVALS = "Intervals are of 95% confidence: Wilson's for shares, Student's for means,"
            + " between order statistics for percentiles.";

    private static final double SECOND = 1000;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 86_400_000;

    private final MonteCarlo study;

    /** The words for a study. */
    public MonteCarloWords(MonteCarlo study) {
        this.study = study;
    }

    /** The answer in a sentence or two. */
    public String headline() {
        if (study.runs() == 0) {
            return "Nothing was run.";
        }
        Forecast all = study.all();
        Interval failovers = all.of(RunMeasure.FAILOVERS).shareAboveZero();
        String answer = percent(failovers.estimate()) + " of the runs of " + duration()
                + " have at least one failover (95% confidence: " + range(failovers) + "). An average run has "
                + time(all.outage().mean().estimate()) + " of outage, all port networks added up, and "
                + number(all.of(RunMeasure.CALLS_DROPPED).mean().estimate())
                + " dropped calls: an availability of " + availability(all) + ".";
        return study.plan().b().isEmpty() ? answer : comparison() + " " + answer;
    }

    /** How the other setting does, in a sentence. */
    private String comparison() {
        PairedDifference.Of outage =
                study.differences().get(study.differences().size() - 1).outage();
        String with = "With " + NumberList.joined(againstSettings());
        if (study.runs() == 1) {
            return with + " the only run has " + lessOrMore(outage.mean())
                    + " outage, which says nothing about others.";
        }
        if (!outage.mean().excludesZero()) {
            return with + " these runs show no difference in outage: "
                    + signedTime(outage.mean().estimate()) + " on average (" + timeRange(outage.mean()) + ").";
        }
        return with + " a run has " + lessOrMore(outage.mean()) + " outage on average (" + timeRange(outage.mean())
                + ").";
    }

    private static String lessOrMore(Interval difference) {
        return time(Math.abs(difference.estimate())) + (difference.estimate() < 0 ? " less" : " more");
    }

    /** What is different about the other setting; empty without one. */
    public List<String> againstSettings() {
        return study.plan().b().map(b -> b.settingsBeyond(study.plan().a())).orElse(List.of());
    }

    /** What was run. */
    public String tried() {
        return study.plan().a().scenario().provenance().file() + ": "
                + Words.grouped(study.runs()) + (study.runs() == 1 ? " run" : " runs") + " of " + duration()
                + (study.plan().b().isPresent() ? ", each with both settings under the same outages" : "") + "; seed "
                + study.plan().a().scenario().seed() + ".";
    }

    /** What is missing; empty if nothing is. */
    public String missing() {
        return study.isWhole()
                ? ""
                : "Interrupted: " + Words.grouped(study.runs()) + " of "
                        + RoundedNumbers.count(study.plan().runs(), "run") + " are done";
    }

    /** Whether the precision that was asked for is reached; empty if none was. */
    public Optional<String> precision() {
        if (study.plan().precision().isEmpty() || study.runs() == 0) {
            return Optional.empty();
        }
        Interval mean = study.all().outage().mean();
        double reached = mean.estimate() == 0 ? 1 : mean.halfWidth() / mean.estimate();
        double wanted = study.plan().precision().getAsDouble();
        return Optional.of("The mean outage is known to ±" + percent(reached) + "; "
                + (reached <= wanted || !study.isWhole()
                        ? percent(wanted) + " was asked for."
                        : percent(wanted) + " would take more runs than --runs allows."));
    }

    /** How to see the run with the longest outage. */
    public String worst() {
        int run = study.worstRun();
        Variant a = study.plan().a();
        StringBuilder command = new StringBuilder("ipsisim run ")
                .append(a.scenario().provenance().file())
                .append(" --seed ")
                .append(study.seedOf(run));
        a.settings().stream()
                .filter(setting -> !setting.startsWith("seed="))
                .forEach(setting -> command.append(" --set ").append(setting));
        return "Run " + run + " has the longest outage, " + Words.duration(study.outageOf(run))
                + " in all; to see it: `" + command + "`.";
    }

    private String duration() {
        return Words.duration(study.plan().a().scenario().duration().toMillis());
    }

    /** A mean and what stands after ±. */
    public static String plusMinus(Interval mean, boolean isTime) {
        return Double.isInfinite(mean.high()) ? "-" : isTime ? time(mean.halfWidth()) : number(mean.halfWidth());
    }

    /** A value of a run that is a time in milliseconds or a count. */
    public static String shown(double value, boolean isTime) {
        return Double.isInfinite(value) ? "-" : isTime ? time(value) : number(value);
    }

    /** A difference with its sign. */
    public static String signed(double value, boolean isTime) {
        return isTime ? signedTime(value) : Double.isInfinite(value) ? "-" : (value > 0 ? "+" : "") + number(value);
    }

    private static String signedTime(double millis) {
        return Double.isInfinite(millis) ? "-" : (millis > 0 ? "+" : millis < 0 ? "-" : "") + time(Math.abs(millis));
    }

    private static String timeRange(Interval interval) {
        return signedTime(interval.low()) + " to " + signedTime(interval.high());
    }

    /** A time in milliseconds with no more digits than mean something. */
    public static String time(double millis) {
        if (Double.isInfinite(millis)) {
            return "-";
        }
        long unit = millis >= DAY ? HOUR : millis >= HOUR ? MINUTE : (long) SECOND;
        return millis >= 100 * SECOND
                ? Words.duration(Math.round(millis / unit) * unit)
                : rounded(millis / SECOND).toPlainString() + "s";
    }

    /** A number with three digits or more. */
    public static String number(double value) {
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
    public static String percent(double share) {
        return rounded(share * 100).toPlainString() + "%";
    }

    /** {@code 11.7% to 13.0%}. */
    public static String range(Interval share) {
        return percent(share.low()) + " to " + percent(share.high());
    }

    /** {@code 99.964% (3.4 nines)}. */
    public static String availability(Forecast prospect) {
        return availabilityPercent(prospect.availability().estimate()) + " (" + nines(prospect) + ")";
    }

    /** A share near 1, with as many digits as tell it from 1. */
    public static String availabilityPercent(double share) {
        double rest = 1 - share;
        int scale = rest <= 0 ? 0 : Math.max(1, (int) Math.ceil(-StrictMath.log10(rest)));
        return BigDecimal.valueOf(share * 100)
                        .setScale(Math.min(scale, 9), RoundingMode.HALF_EVEN)
                        .toPlainString()
                + "%";
    }

    /** How many nines, in words. */
    public static String nines(Forecast prospect) {
        double nines = prospect.nines();
        return Double.isInfinite(nines) ? "no outage" : rounded(nines).setScale(1, RoundingMode.DOWN) + " nines";
    }

    /** The factor by which pairing cuts the variance; empty if there is none to tell. */
    public static String gain(PairedDifference.Of difference) {
        double gain = difference.gain();
        return Double.isNaN(gain) || Double.isInfinite(gain) ? "" : number(gain);
    }
}
