package org.ipsisim.study.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Stop;
import org.junit.jupiter.api.Test;

/**
 * What random outages of the branch cost in a year. One of the WAN that lasts about an hour costs 40 calls and 6 min without
 * service, before core 10 has the branch. 365 days are 8760 hours: ten cycles of 875 h up and 1 h down.
 */
class YearlyCostTest {
    private static final long HOUR = 3_600_000;
    private static final String TEN_A_YEAR = "between-failures: {mean: 875h}, repair: ";
    private static final String ABOUT_AN_HOUR = "{law: lognormal, mean: 1h, variation: 0.01}";

    private static List<YearlyCost> yearly(String... outages) {
        Scenario scenario = Branch.variant(Branch.with(), "random-outages=[" + String.join(", ", outages) + "]")
                .scenario();
        Audit audit = Audit.of(new AuditPlan(scenario, 1, List.of(HOUR)), false, ParallelRuns.quiet());
        return new AuditRanking(audit).yearly(Objective.USUAL);
    }

    @Test
    void ten_outages_a_year_cost_ten_times_as_much_as_one() {
        YearlyCost wan =
                yearly("{target: wan, " + TEN_A_YEAR + ABOUT_AN_HOUR + "}").get(0);
        assertThat(wan.outages()).isEqualTo(10, offset(1e-9));
        assertThat(wan.inYear(Measure.CALLS_DROPPED::of)).isEqualTo(400, offset(1e-6));
        assertThat(wan.inYear(Measure.OUTAGE::of)).isEqualTo(10 * 360_000, offset(1e-3));
    }

    /**
     * Of twenty exponential lengths with a mean of half an hour the shortest lasts 46 s, too short for the cold reset at 74 s,
     * the next one 140 s.
     */
    @Test
    void short_outages_count_for_what_they_cost() {
        YearlyCost wan = yearly("{target: wan, between-failures: {mean: 52530m}, repair: {mean: 30m}}")
                .get(0);
        assertThat(wan.inYear(Measure.CALLS_DROPPED::of)).isEqualTo(10 * 40 * 19 / 20.0, offset(1e-6));
    }

    /** Half as often, but nobody serves the branch for the whole hour: 59 min times 40 calls, a tenth each, beside 40 calls. */
    @Test
    void what_fails_together_is_run_together_and_the_costlier_in_a_year_comes_first() {
        List<YearlyCost> yearly = yearly(
                "{target: [wan, ipsi-1a], " + TEN_A_YEAR + ABOUT_AN_HOUR + "}",
                "{target: [wan, sc-10], together: y, between-failures: {mean: 1751h}, repair: " + ABOUT_AN_HOUR + "}",
                "{target: sc-10, " + TEN_A_YEAR + ABOUT_AN_HOUR + "}");
        assertThat(yearly).extracting(each -> each.set().name()).containsExactly("ipsi-1a", "wan + sc-10", "wan");
        assertThat(yearly.get(1).outages()).isEqualTo(5, offset(1e-9));
        assertThat(yearly.get(1).inYear(Measure.CALLS_DROPPED::of)).isEqualTo(200, offset(1e-6));
    }

    /** Nobody misses the core while the WAN works: of its 20 lengths only the longest is run. */
    @Test
    void an_outage_that_costs_nothing_at_its_longest_is_run_no_more() {
        Scenario scenario = Branch.variant(
                        Branch.with(),
                        "random-outages=[{target: [sc-10, wan], between-failures: {mean: 875h}, repair: {mean: 30m}}]")
                .scenario();
        List<String> made = new ArrayList<>();
        ParallelRuns runs = new ParallelRuns(1, new Stop(), (what, done, of) -> made.add(what + " " + done + "/" + of));
        Audit audit = Audit.of(new AuditPlan(scenario, 1, List.of(HOUR)), false, runs);
        assertThat(made).contains("trying random outages 2/2", "trying shorter ones 19/19");
        assertThat(audit.yearly()).allMatch(each -> each.costs().size() == YearlyCost.LENGTHS);
        assertThat(audit.yearly().get(0).inYear(Cost::cannotDial)).isZero();
    }
}
