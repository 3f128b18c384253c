package org.ipsisim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.kernel.RandomLength;

/**
 * Random outages of a run that are made more frequent, and likelier to overlap, with the weight that makes up for it (failure
 * biasing, an importance sampling): the mean of weight times cost is the mean cost of runs as they are.
 *
 * <p>The hazard of each cause is multiplied, at every time by a number that depends on what has happened so far. While
 * everything works, each cause has at least an equal share of one failure in a run. During an outage, those that work have equal
 * shares of one failure divided by the outages that a run has so; the multiplier follows from the length of this very outage, so
 * that a long repair cannot make a weight explode. Once outages have overlapped and are over, the rest is left to chance. A cause
 * that fails often enough by itself is left alone, so that its many outages do not blow up the weights.
 *
 * @param events the events of the scenario, then the outages
 * @param weight the likelihood of these outages divided by that under the bias; 1 on average
 */
public record BiasedOutages(List<ScenarioEvent> events, double weight) {
    /** Keeps a copy of the events. */
    public BiasedOutages {
        events = List.copyOf(events);
    }

    /** The outages of a scenario's seed. */
    public static BiasedOutages of(Scenario scenario) {
        return new Course(scenario).follow();
    }

    /** One run, from failure to failure. */
    private static final class Course {
        private final long end;
        private final List<OutageDraws.Cause> causes;
        private final List<ScenarioEvent> events;

        /** By cause: since when it works; later than now while it is out. */
        private final long[] worksSince;

        /** By cause: how often it has failed. */
        private final long[] failures;

        /** By cause: how much hazard is left until it fails, multiplied as it is. */
        private final double[] left;

        /** By cause: what its hazard is multiplied by while everything works, and now; 1 or more. */
        private final double[] usual;

        private final double[] factors;
        private double failuresInOutage;
        private long now;
        private boolean hasOverlapped;
        private double logWeight;

        Course(Scenario scenario) {
            end = scenario.duration().toMillis();
            causes = OutageDraws.causesOf(scenario);
            events = new ArrayList<>(scenario.events());
            int size = causes.size();
            worksSince = new long[size];
            failures = new long[size];
            left = new double[size];
            usual = new double[size];
            factors = new double[size];
            double expected = 0;
            for (int i = 0; i < size; i++) {
                draw(i);
                RandomLength between = causes.get(i).between();
                double hazard = between.hazard(end);
                usual[i] = factor(1.0 / size, hazard);
                double fails = usual[i] * hazard;
                expected += fails <= 1 ? fails : Math.max(1, (double) end / between.millis(0.5));
            }
            failuresInOutage = 1 / Math.max(1, expected);
        }

        private static double factor(double wanted, double hazard) {
            double factor = wanted / hazard;
            return Double.isInfinite(factor) ? 1 : Math.max(1, factor);
        }

        private void draw(int cause) {
            left[cause] = -StrictMath.log(1 - causes.get(cause).untilFailure(failures[cause]));
        }

        BiasedOutages follow() {
            while (true) {
                setFactors();
                int next = 0;
                for (int i = 1; i < causes.size(); i++) {
                    next = change(i) < change(next) ? i : next;
                }
                long at = Math.min(end, change(next));
                boolean fails = at < end && works(next);
                for (int i = 0; i < causes.size(); i++) {
                    if (works(i) && !(fails && i == next)) {
                        spend(i, Math.min(left[i], factors[i] * (hazard(i, at) - hazard(i, now))));
                    }
                }
                now = at;
                if (now == end) {
                    return new BiasedOutages(events, StrictMath.exp(logWeight));
                }
                if (fails) {
                    fail(next);
                }
            }
        }

        private boolean works(int cause) {
            return worksSince[cause] <= now;
        }

        private double hazard(int cause, long at) {
            return causes.get(cause).between().hazard(at - worksSince[cause]);
        }

        /** When a cause fails, if nothing happens before, or works again. */
        private long change(int cause) {
            if (!works(cause)) {
                return worksSince[cause];
            }
            double hazard = hazard(cause, now) + left[cause] / factors[cause];
            return Math.max(now, worksSince[cause] + causes.get(cause).between().millisAtHazard(hazard));
        }

        /** Takes from what is left of a cause, and keeps account of how much less likely that would be as things are. */
        private void spend(int cause, double hazard) {
            left[cause] -= hazard;
            logWeight += hazard * (1 - 1 / factors[cause]);
        }

        private void fail(int cause) {
            spend(cause, left[cause]);
            logWeight -= StrictMath.log(factors[cause]);
            worksSince[cause] = now + causes.get(cause).fail(failures[cause], now, events);
            failures[cause]++;
            draw(cause);
        }

        private void setFactors() {
            int working = 0;
            long allWork = now;
            for (int i = 0; i < causes.size(); i++) {
                working += works(i) ? 1 : 0;
                allWork = Math.max(allWork, Math.min(end, worksSince[i]));
            }
            int out = causes.size() - working;
            hasOverlapped |= out > 1;
            if (out == 0 && hasOverlapped) {
                Arrays.fill(factors, 1);
                return;
            }
            System.arraycopy(usual, 0, factors, 0, usual.length);
            for (int i = 0; i < causes.size() && out > 0; i++) {
                if (works(i)) {
                    double factor = factor(failuresInOutage / working, hazard(i, allWork) - hazard(i, now));
                    factors[i] = Math.max(factors[i], factor);
                }
            }
        }
    }
}
