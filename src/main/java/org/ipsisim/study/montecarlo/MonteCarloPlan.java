package org.ipsisim.study.montecarlo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;
import org.ipsisim.study.Objective;
import org.ipsisim.study.Subjects;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;

/**
 * How a scenario is run many times.
 *
 * @param a the scenario
 * @param b the scenario with other settings, run under the same outages; empty if nothing is compared
 * @param runs how many, or how many at most
 * @param precision ends the study when half the width of the interval of the mean outage is at most this share of the
 *     mean; empty if all runs are wanted
 * @param objective says which of two settings is better
 * @param rare whether outages are biased, to find what is rare
 */
public record MonteCarloPlan(
        Variant a, Optional<Variant> b, int runs, OptionalDouble precision, Objective objective, boolean rare) {
    /** Most runs. */
    public static final int MOST_RUNS = 1_000_000;

    /** Most runs times port networks: what fits into memory. */
    public static final long MOST_ROWS = 8_000_000;

    /**
     * A plan that can be carried out.
     *
     * @throws WrongPlan if nothing happens by chance, the runs are too many, or what is compared does not have the same outages
     */
    public static MonteCarloPlan of(
            Variant a, Optional<Variant> b, int runs, OptionalDouble precision, Objective objective) throws WrongPlan {
        Scenario scenario = a.scenario();
        if (scenario.randomOutages().isEmpty()) {
            throw new WrongPlan(scenario.provenance().file()
                    + " has no `random-outages`, so that every run would be the same; see docs/scenario-format.md");
        }
        Estate estate = scenario.estate();
        int populations = estate.sip().phones().size();
        long most = MOST_ROWS / (estate.portNetworks().size() + populations) / (b.isPresent() ? 2 : 1);
        if (runs > most) {
            throw new WrongPlan("this many runs do not fit into memory for "
                    + estate.portNetworks().size() + " port networks"
                    + (populations == 0 ? "" : " and " + populations + " populations of phones") + "; at most " + most);
        }
        if (b.isPresent()) {
            Scenario other = b.get().scenario();
            if (!other.randomOutages().equals(scenario.randomOutages())
                    || !other.duration().equals(scenario.duration())
                    || other.seed() != scenario.seed()
                    || !numbers(other).equals(numbers(scenario))
                    || !names(other).equals(names(scenario))) {
                throw new WrongPlan("what is compared must have the same outages: the same duration, seed,"
                        + " `random-outages` and port networks");
            }
        }
        return new MonteCarloPlan(a, b, runs, precision, objective, false);
    }

    /** The same with biased outages; the precision is that of the probability of any outage. */
    public MonteCarloPlan ofRareEvents() {
        return new MonteCarloPlan(a, b, runs, precision, objective, true);
    }

    private static List<Integer> numbers(Scenario scenario) {
        return scenario.estate().portNetworks().stream()
                .map(PortNetwork::number)
                .sorted()
                .toList();
    }

    private static List<String> names(Scenario scenario) {
        return Subjects.of(scenario.estate()).populations();
    }

    /** The names of the populations of phones, in the order of the scenario. */
    public List<String> populations() {
        return names(a.scenario());
    }

    /** What is counted of all port networks together, for the objective. */
    public Measures judged() {
        return objective.measures(Measure.TIME_ON_CORE);
    }

    /** The numbers of the port networks in ascending order. */
    public List<Integer> portNetworks() {
        return numbers(a.scenario());
    }
}
