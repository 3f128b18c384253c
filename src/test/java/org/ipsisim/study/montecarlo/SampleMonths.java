package org.ipsisim.study.montecarlo;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;

/** Studies of a branch by chance, for reports to show: a WAN that fails now and then, and power that seldom does. */
public final class SampleMonths {
    private static final ScenarioSource MONTH = Branch.source("""
            title: A month at the branch
            duration: 30d
            sites: [hq, branch]
            links: [{id: wan, between: [hq, branch]}]
            servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
            fallback: {auto-return: connection-up}
            port-networks:
              - {pn: 1, site: hq, calls: {pn: 80, ip: 40}}
              - {pn: 2, site: branch, calls: {pn: 40, ip: 10}}
            random-outages:
              - {target: wan, between-failures: {mean: 8d}, repair: {law: lognormal, mean: 12m, variation: 1}}
              - {target: branch, between-failures: {law: weibull, mean: 300d, shape: 0.8}, repair: {mean: 1h}}
            """);

    /** Two lines to a branch, each out for 4 h once in 1000 days: both at once in one month of 100 000. */
    private static final ScenarioSource TWO_LINES = Branch.source("""
            title: Two lines to the branch
            duration: 30d
            sites: [hq, branch]
            links: [{id: wan-1, between: [hq, branch]}, {id: wan-2, between: [hq, branch]}]
            servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
            port-networks:
              - {pn: 2, site: branch, calls: {pn: 40, ip: 10}}
            random-outages:
              - {target: [wan-1, wan-2], between-failures: {mean: 1000d}, repair: {mean: 4h}}
            """);

    private SampleMonths() {}

    /** What is rare: that both of two lines are out. */
    public static MonteCarlo rare(int runs, ParallelRuns work, String... settings) {
        return MonteCarlo.of(twoLines(runs, settings).ofRareEvents(), work);
    }

    /** The same by chance alone. */
    static MonteCarlo crude(int runs, String... settings) {
        return MonteCarlo.of(twoLines(runs, settings), ParallelRuns.quiet());
    }

    private static MonteCarloPlan twoLines(int runs, String... settings) {
        return plan(Branch.variant(TWO_LINES, settings), Optional.empty(), runs, OptionalDouble.empty());
    }

    /** A study as it stands. */
    public static MonteCarlo alone(int runs, ParallelRuns work) {
        return study(Optional.empty(), runs, OptionalDouble.empty(), work);
    }

    /** The same with a precision at which it may end. */
    public static MonteCarlo untilPrecise(int runs, double precision, ParallelRuns work) {
        return study(Optional.empty(), runs, OptionalDouble.of(precision), work);
    }

    /** A study against a shorter no-service time-out. */
    public static MonteCarlo compared(int runs, ParallelRuns work) {
        return study(
                Optional.of(Branch.variant(MONTH, "timers.no-service-timeout=2m")), runs, OptionalDouble.empty(), work);
    }

    private static MonteCarlo study(Optional<Variant> b, int runs, OptionalDouble precision, ParallelRuns work) {
        return MonteCarlo.of(plan(Branch.variant(MONTH), b, runs, precision), work);
    }

    private static MonteCarloPlan plan(Variant a, Optional<Variant> b, int runs, OptionalDouble precision) {
        try {
            return MonteCarloPlan.of(a, b, runs, precision, Objective.USUAL);
        } catch (WrongPlan e) {
            throw new IllegalStateException(e);
        }
    }
}
