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

    private SampleMonths() {}

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
        try {
            return MonteCarlo.of(MonteCarloPlan.of(Branch.variant(MONTH), b, runs, precision, Objective.USUAL), work);
        } catch (WrongPlan e) {
            throw new IllegalStateException(e);
        }
    }
}
